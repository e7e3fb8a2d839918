import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'

export interface Secrets {
  /** Two, both valid: one in use, one to change to. */
  gatewayTokens: Secret[]
  gatewayCredentials: Secret
}

export function makeSecrets(stack: Stack, prefix: string): Secrets {
  const shared = { removalPolicy: RemovalPolicy.RETAIN }
  const token = (which: 'a' | 'b') =>
    new Secret(stack, `GatewayToken-${which}`, {
      ...shared,
      secretName: `${prefix}/gateway-token-${which}`,
      description: 'Stands in the path of the callback addresses given to the gateway',
      generateSecretString: { passwordLength: 48, excludePunctuation: true, includeSpace: false },
    })
  return {
    gatewayTokens: [token('a'), token('b')],
    gatewayCredentials: new Secret(stack, 'GatewayCredentials', {
      ...shared,
      secretName: `${prefix}/gateway-credentials`,
      description: 'Our account at each gateway, by its name: none until somebody fills it in',
      generateSecretString: {
        // A value has to stand there: under the name of no gateway.
        secretStringTemplate: '{}',
        generateStringKey: 'none',
        excludePunctuation: true,
      },
    }),
  }
}
