import { CfnOutput, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { type PairName, pairNames } from '../../../core/directory/seat.ts'
import type { Deployment } from '../deployment.ts'

export interface FirstCodeSecrets {
  secrets: readonly Secret[]
  /** The variable `FIRST_PAIR_CODES` (`functions/wiring/environment.ts`). */
  value: string
}

/** A code for the first of each pair, while `firstPairUntil` says until when; the next deployment without it takes them away. */
export function makeFirstCodes(stack: Stack, { firstPairUntil }: Deployment): FirstCodeSecrets {
  if (firstPairUntil === null) return { secrets: [], value: 'null' }
  const drawn = pairNames.map((pair): [PairName, Secret] => {
    const secret = new Secret(stack, `FirstCode-${pair}`, {
      description: `Opens the first seat of ${pair}, once, before ${firstPairUntil}`,
      generateSecretString: { passwordLength: 24, excludePunctuation: true, includeSpace: false },
      removalPolicy: RemovalPolicy.DESTROY,
    })
    new CfnOutput(stack, `FirstCode${pair}`, {
      value: secret.secretName,
      description: `Secret with the code of ${pair}`,
    })
    return [pair, secret]
  })
  const codes = Object.fromEntries(drawn.map(([pair, secret]) => [pair, secret.secretValue.unsafeUnwrap()]))
  return {
    secrets: drawn.map(([, secret]) => secret),
    value: stack.toJsonString({ ...codes, until: `${firstPairUntil}T00:00:00.000Z` }),
  }
}
