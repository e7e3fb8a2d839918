import type { Stack } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { casesTableName, type Deployment } from '../deployment.ts'
import type { Keys } from './keys.ts'
import type { Secrets } from './secrets.ts'
import type { Issuer, Pools } from './sign-in.ts'
import type { Topics } from './topics.ts'

/** All that must outlive a release. */
export interface Data {
  stack: Stack
  cases: TableV2
  traffic: TableV2
  keys: Keys
  topics: Topics
  pools: Pools
  issuers: Issuer[]
  secrets: Secrets
}

/** The table of cases in force: the original, or one restored in its place. */
export interface Cases {
  name: string
  arn: string
  streamArn: string
}

export function casesOf(deployment: Deployment, { cases }: Data): Cases {
  const { restoredTable, restoredStreamArn, region, account } = deployment
  const name = restoredTable ?? casesTableName(deployment)
  const streamArn = restoredStreamArn ?? cases.tableStreamArn
  if (streamArn === undefined) throw new Error('The table of cases has no stream')
  // Written out rather than imported: the functions then hang on the other stack by the stream alone.
  return { name, streamArn, arn: `arn:aws:dynamodb:${region}:${account}:table/${name}` }
}

/** All streams of the table, by the only pattern AWS knows for them. */
export function streamsOf({ arn }: Cases): string {
  return `${arn}/stream/*`
}
