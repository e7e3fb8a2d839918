import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'

export interface Keys {
  /** Words and contacts at the ordinary levels, and the tables at rest. */
  general: Key
  /** Words and contacts of protection reports. */
  protection: Key
  /** One per generation, newest first. */
  fingerprints: Key[]
  /** Alert topics; apart from the general key, because CloudWatch must be able to use it. */
  alerts: Key
}

/** @param openers ARNs of the roles that may decrypt with the protection key: one. */
export function makeKeys(stack: Stack, prefix: string, fingerprintGenerations: number, openers: string[]): Keys {
  const general = new Key(stack, 'GeneralKey', {
    ...kept,
    alias: `${prefix}-general`,
    description: 'Seals words and contacts of ordinary complaints, and the tables at rest',
    enableKeyRotation: true,
  })
  general.addToResourcePolicy(forTablesAtRest(stack))

  const protection = new Key(stack, 'ProtectionKey', {
    ...kept,
    alias: `${prefix}-protection`,
    description: 'Seals words and contacts of protection reports; one role alone may open them',
    enableKeyRotation: true,
  })
  protection.addToResourcePolicy(
    // An explicit refusal outweighs whatever any policy or grant in this account allows, administrators included.
    new PolicyStatement({
      sid: 'OnlyTheProtectionFunctionOpens',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['kms:Decrypt', 'kms:ReEncryptFrom'],
      resources: ['*'],
      conditions: { ArnNotEquals: { 'aws:PrincipalArn': openers } },
    }),
  )

  const generations = Array.from({ length: fingerprintGenerations }, (_, index) => index + 1)
  const fingerprints = generations.map(
    (generation) =>
      new Key(stack, `FingerprintKey${generation}`, {
        ...kept,
        alias: `${prefix}-fingerprint-${generation}`,
        description: `Recognises a phone without keeping its number, generation ${generation}`,
        keySpec: KeySpec.HMAC_256,
        keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      }),
  )

  const alerts = new Key(stack, 'AlertsKey', {
    ...kept,
    alias: `${prefix}-alerts`,
    description: 'Encrypts the alert topics, which carry no personal data',
    enableKeyRotation: true,
  })
  alerts.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsReachTheOperators',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  )
  return { general, protection, fingerprints: fingerprints.reverse(), alerts }
}

const kept = { removalPolicy: RemovalPolicy.RETAIN, pendingWindow: Duration.days(30) }

/**
 * DynamoDB uses the key of a table in the name of whoever calls it. Said here once, so that no function needs a right on the
 * general key merely to read a row, and what it may do with the table never lets it open what is sealed in it.
 */
function forTablesAtRest(stack: Stack): PolicyStatement {
  return new PolicyStatement({
    sid: 'TablesAtRest',
    principals: [new AnyPrincipal()],
    actions: [
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
      'kms:GenerateDataKey',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:DescribeKey',
      'kms:CreateGrant',
    ],
    resources: ['*'],
    conditions: {
      StringEquals: {
        'kms:CallerAccount': stack.account,
        'kms:ViaService': `dynamodb.${stack.region}.amazonaws.com`,
      },
    },
  })
}
