import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Permission } from '../../../functions/manifest.ts'

/** What permissions are about. Each name stands for one or more ARNs, none of them with a wildcard. */
export interface Resources {
  cases: readonly string[]
  casesAndIndexes: readonly string[]
  traffic: readonly string[]
  generalKey: readonly string[]
  protectionKey: readonly string[]
  fingerprintKeys: readonly string[]
  topics: readonly string[]
  alertsKey: readonly string[]
}

interface Grant {
  actions: readonly string[]
  on: keyof Resources
  /** The AWS service that must be asking on the function's behalf, if the function may not ask for itself. */
  via?: 'sns'
}

/**
 * What each permission word of the manifest becomes on AWS. Transactions have no action of their own: each part of one needs
 * the action of that part.
 */
const grants: Record<Permission, readonly Grant[]> = {
  'cases:read': [
    { actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem'], on: 'cases' },
    { actions: ['dynamodb:Query'], on: 'casesAndIndexes' },
  ],
  'cases:write': [
    {
      actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
      on: 'cases',
    },
  ],
  'traffic:read': [{ actions: ['dynamodb:GetItem'], on: 'traffic' }],
  'traffic:write': [{ actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'], on: 'traffic' }],
  'general:seal': [{ actions: ['kms:GenerateDataKey'], on: 'generalKey' }],
  'general:open': [{ actions: ['kms:Decrypt'], on: 'generalKey' }],
  'protection:seal': [{ actions: ['kms:Encrypt'], on: 'protectionKey' }],
  'protection:open': [{ actions: ['kms:Decrypt'], on: 'protectionKey' }],
  fingerprint: [{ actions: ['kms:GenerateMac'], on: 'fingerprintKeys' }],
  'topics:publish': [
    { actions: ['sns:Publish'], on: 'topics' },
    // SNS encrypts what it is given with the key of the topic, in the name of whoever publishes.
    { actions: ['kms:GenerateDataKey', 'kms:Decrypt'], on: 'alertsKey', via: 'sns' },
  ],
  // The gateway is on the internet and knows its own credentials: nothing of AWS is touched.
  'gateway:send': [],
}

/** The IAM actions a permission word stands for. */
export function actionsOf(permission: Permission): readonly string[] {
  return grants[permission].flatMap((grant) => grant.actions)
}

/** Parts of a transaction, by the name they have in its input. */
const transactionActions: Record<string, string> = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Get: 'dynamodb:GetItem',
}

const services: Record<string, string> = { DynamoDB: 'dynamodb', KMS: 'kms', SNS: 'sns' }

/**
 * The IAM actions that one call of the SDK needs: `client` is the client's `serviceId`, `command` the command's name with or
 * without `Command`, `input` what it was given.
 */
export function actionsOfCall(client: string, command: string, input: object): readonly string[] {
  const name = command.replace(/Command$/, '')
  const parts: unknown = 'TransactItems' in input ? input.TransactItems : undefined
  if (Array.isArray(parts))
    return [...new Set(parts.flatMap((part: object) => Object.keys(part)))].map(
      (kind) => transactionActions[kind] ?? kind,
    )
  return [`${services[client] ?? client}:${name}`]
}

export function statementsOf(permissions: readonly Permission[], resources: Resources, region: string) {
  return permissions
    .flatMap((permission) => grants[permission])
    .map(
      ({ actions, on, via }) =>
        new PolicyStatement({
          actions: [...actions],
          resources: [...resources[on]],
          ...(via ? { conditions: { StringEquals: { 'kms:ViaService': `${via}.${region}.amazonaws.com` } } } : {}),
        }),
    )
}
