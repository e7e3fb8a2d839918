import type { Stack } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { perTable, type TableName } from '../../../adapters/dynamodb/table/table.ts'
import { tableNameOf, type Deployment } from '../deployment.ts'
import type { Keys } from './keys.ts'
import type { Secrets } from './secrets.ts'
import type { Issuer, Pools } from './sign-in.ts'
import type { Topics } from './topics.ts'

/** All that must outlive a release. */
export interface Data {
  stack: Stack
  tables: Record<TableName, TableV2>
  keys: Keys
  topics: Topics
  pools: Pools
  issuers: Issuer[]
  secrets: Secrets
}

interface InForce {
  name: string
  arn: string
}

/** The table of cases in force: the original, or one restored in its place. */
export interface Cases extends InForce {
  streamArn: string
}

export function casesOf(deployment: Deployment, { tables: { cases } }: Data): Cases {
  const { restoredTable, restoredStreamArn, region, account } = deployment
  const name = restoredTable ?? tableNameOf(deployment, 'cases')
  const streamArn = restoredStreamArn ?? cases.tableStreamArn
  if (streamArn === undefined) throw new Error('The table of cases has no stream')
  // Written out rather than imported: the functions then hang on the other stack by the stream alone.
  return { name, streamArn, arn: `arn:aws:dynamodb:${region}:${account}:table/${name}` }
}

/** The tables that functions are given. */
export const inForce = ({ tables }: Data, cases: Cases): Record<TableName, InForce> => ({
  ...perTable((name) => ({ name: tables[name].tableName, arn: tables[name].tableArn })),
  cases,
})

/** All streams of the table, by the only pattern AWS knows for them. */
export function streamsOf({ arn }: Cases): string {
  return `${arn}/stream/*`
}
