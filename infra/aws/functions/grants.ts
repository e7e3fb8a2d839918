import { type IndexName, type TableName, tableOf } from '../../../adapters/dynamodb/table/table.ts'
import type { IndexPermission, Permission, TablePermission } from '../../../functions/manifest.ts'

/** What permissions are about. Each name stands for one or more ARNs, none of them with a wildcard. */
export interface Resources {
  tables: Record<TableName, readonly string[]>
  /** Of the cases. */
  indexes: Record<IndexName, readonly string[]>
  generalKey: readonly string[]
  protectionKey: readonly string[]
  fingerprintKeys: readonly string[]
  topics: readonly string[]
  /** Of the domain we send mail from; none where none is sent. */
  mailIdentity: readonly string[]
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
const grants: Record<Exclude<Permission, TablePermission | IndexPermission>, readonly Grant[]> = {
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
  // A mail is handed over whole, which SES asks the right for the raw form of.
  'mail:send': [{ actions: ['ses:SendEmail', 'ses:SendRawEmail'], on: ({ mailIdentity }) => mailIdentity }],
  // The gateway is on the internet and knows its own credentials: nothing of AWS is touched.
  'gateway:send': [],
  'cases:many': [{ actions: ['dynamodb:BatchGetItem'], on: ({ tables }) => tables.cases }],
  // To add to the history of a case that is there, and nothing else.
  'cases:append': [{ actions: ['dynamodb:UpdateItem'], on: ({ tables }) => tables.cases }],
  'cases:scan': [{ actions: ['dynamodb:Scan'], on: ({ tables }) => tables.cases }],
  'traffic:count': [{ actions: ['dynamodb:UpdateItem'], on: ({ tables }) => tables.traffic }],
  // In a transaction: that something else is as it was read. The directory's changes alone need that.
  'cases:check': [{ actions: ['dynamodb:ConditionCheckItem'], on: ({ tables }) => tables.cases }],
}

const isOnTable = (permission: Permission): permission is TablePermission => /:(read|write)$/.test(permission)
const isOnIndex = (permission: Permission): permission is IndexPermission => permission.startsWith('index:')

/** What one permission word of the manifest stands for. */
export function grantsOf(permission: Permission): readonly Grant[] {
  if (isOnIndex(permission)) {
    const name = permission.slice('index:'.length) as IndexName
    return [{ actions: ['dynamodb:Query'], on: ({ indexes }) => indexes[name] }]
  }
  if (!isOnTable(permission)) return grants[permission]
  const [name, may] = permission.split(':') as [TableName, 'read' | 'write']
  const { reads, writes } = tableOf(name)
  const actions = (may === 'read' ? reads : writes).map((action) => `dynamodb:${action}`)
  return [{ actions, on: ({ tables }) => tables[name] }]
}
