import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnUserPoolClient,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito'

/** As `ISSUERS` lists them (`functions/wiring/environment.ts`). */
export interface Issuer {
  issuer: string
  clientId: string
  /** People of this pool may see S1, S2 or the directory; a second factor is required of them. */
  restricted: boolean
}

interface PoolOptions {
  prefix: string
  /** Any address of the console; the sign-in page sends people back to two of its pages. */
  consoleUrl: string
}

export interface Pools {
  staff: UserPool
  restricted: UserPool
}

/** Two pools: staff, and those who may see what is restricted. Accounts are made by an administrator, never by oneself. */
export function makePools(stack: Stack, options: PoolOptions): { pools: Pools; issuers: Issuer[] } {
  const staff = makePool(stack, 'Staff', Mfa.OPTIONAL, options)
  const restricted = makePool(stack, 'Restricted', Mfa.REQUIRED, options)
  return {
    pools: { staff: staff.pool, restricted: restricted.pool },
    issuers: [
      { ...staff.issuer, restricted: false },
      { ...restricted.issuer, restricted: true },
    ],
  }
}

function makePool(stack: Stack, name: 'Staff' | 'Restricted', mfa: Mfa, { prefix, consoleUrl }: PoolOptions) {
  const pool = new UserPool(stack, `${name}Pool`, {
    userPoolName: `${prefix}-${name.toLowerCase()}`,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    mfa,
    // An authenticator app: an SMS code would travel over the very network the complaint may be about.
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  pool.addDomain('SignInPage', {
    // Unique in the world: the account number makes it so.
    cognitoDomain: { domainPrefix: `${prefix}-${name.toLowerCase()}-${stack.account}` },
  })
  const client = pool.addClient('Console', {
    userPoolClientName: 'console',
    // A page in a browser keeps no secret; the code exchange is bound to it by PKCE instead.
    generateSecret: false,
    oAuth: {
      flows: { authorizationCodeGrant: true, implicitCodeGrant: false },
      // The address finds whoever was invited at it.
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
      callbackUrls: [new URL('/console/retour', consoleUrl).href],
      logoutUrls: [new URL('/console/sortie', consoleUrl).href],
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    accessTokenValidity: Duration.minutes(30),
    idTokenValidity: Duration.minutes(30),
    refreshTokenValidity: Duration.hours(12),
    enableTokenRevocation: true,
    preventUserExistenceErrors: true,
  })
  // Left out, this would mean that passwords may also be sent past the sign-in page.
  if (client.node.defaultChild instanceof CfnUserPoolClient)
    client.node.defaultChild.explicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH']
  return { pool, issuer: { issuer: pool.userPoolProviderUrl, clientId: client.userPoolClientId } }
}
