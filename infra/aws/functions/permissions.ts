import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { type TableName, tableOf } from '../../../adapters/dynamodb/table/table.ts'
import type { Permission, TablePermission } from '../../../functions/manifest.ts'

/** What permissions are about. Each name stands for one or more ARNs, none of them with a wildcard. */
export interface Resources {
  /** What reads and writes of items are on, and what queries are on. */
  tables: Record<TableName, { items: readonly string[]; queries: readonly string[] }>
  generalKey: readonly string[]
  protectionKey: readonly string[]
  fingerprintKeys: readonly string[]
  topics: readonly string[]
  alertsKey: readonly string[]
}

interface Grant {
  actions: readonly string[]
  on: (resources: Resources) => readonly string[]
  /** The AWS service that must be asking on the function's behalf, if the function may not ask for itself. */
  via?: 'sns'
}

/**
 * What each permission word of the manifest becomes on AWS. Transactions have no action of their own: each part of one needs
 * the action of that part.
 */
const grants: Record<Exclude<Permission, TablePermission>, readonly Grant[]> = {
  'general:seal': [{ actions: ['kms:GenerateDataKey'], on: ({ generalKey }) => generalKey }],
  'general:open': [{ actions: ['kms:Decrypt'], on: ({ generalKey }) => generalKey }],
  'protection:seal': [{ actions: ['kms:Encrypt'], on: ({ protectionKey }) => protectionKey }],
  'protection:open': [{ actions: ['kms:Decrypt'], on: ({ protectionKey }) => protectionKey }],
  fingerprint: [{ actions: ['kms:GenerateMac'], on: ({ fingerprintKeys }) => fingerprintKeys }],
  'topics:publish': [
    { actions: ['sns:Publish'], on: ({ topics }) => topics },
    // SNS encrypts what it is given with the key of the topic, in the name of whoever publishes.
    { actions: ['kms:GenerateDataKey', 'kms:Decrypt'], on: ({ alertsKey }) => alertsKey, via: 'sns' },
  ],
  // The gateway is on the internet and knows its own credentials: nothing of AWS is touched.
  'gateway:send': [],
}

const isOnTable = (permission: Permission): permission is TablePermission => /:(read|write)$/.test(permission)

function tableGrants(permission: TablePermission): Grant[] {
  const [name, may] = permission.split(':') as [TableName, 'read' | 'write']
  const { reads, writes } = tableOf(name)
  const all = may === 'read' ? reads : writes
  const [queries, items] = [all.filter((one) => one === 'Query'), all.filter((one) => one !== 'Query')]
  const grants: Grant[] = [
    { actions: items, on: ({ tables }) => tables[name].items },
    { actions: queries, on: ({ tables }) => tables[name].queries },
  ]
  return grants
    .filter(({ actions }) => actions.length > 0)
    .map(({ actions, on }) => ({ actions: actions.map((action) => `dynamodb:${action}`), on }))
}

const grantsOf = (permission: Permission): readonly Grant[] =>
  isOnTable(permission) ? tableGrants(permission) : grants[permission]

/** The IAM actions a permission word stands for. */
export function actionsOf(permission: Permission): readonly string[] {
  return grantsOf(permission).flatMap((grant) => grant.actions)
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
  return permissions.flatMap(grantsOf).map(
    ({ actions, on, via }) =>
      new PolicyStatement({
        actions: [...actions],
        resources: [...on(resources)],
        ...(via ? { conditions: { StringEquals: { 'kms:ViaService': `${via}.${region}.amazonaws.com` } } } : {}),
      }),
  )
}
