import type { Stack } from 'aws-cdk-lib'
import { indexes } from '../../adapters/dynamodb/table/table.ts'
import type { FunctionEntry } from '../../functions/manifest.ts'
import type { Environment } from '../../functions/wiring/environment.ts'
import type { Data } from './data-stack.ts'
import { casesTableName, type Deployment } from './deployment.ts'
import type { Resources } from './permissions.ts'

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

export function resourcesOf({ traffic, keys, topics }: Data, cases: Cases): Resources {
  return {
    cases: [cases.arn],
    casesAndIndexes: [cases.arn, ...Object.keys(indexes).map((index) => `${cases.arn}/index/${index}`)],
    traffic: [traffic.tableArn],
    generalKey: [keys.general.keyArn],
    protectionKey: [keys.protection.keyArn],
    fingerprintKeys: keys.fingerprints.map((key) => key.keyArn),
    topics: Object.values(topics.alerts).map((topic) => topic.topicArn),
    alertsKey: [keys.alerts.keyArn],
  }
}

type Names = keyof Environment
type Optional = FunctionEntry['environment'][number]

/** Values of every variable a function may be given. Secrets are references that CloudFormation resolves on deployment. */
export function environmentValues(stack: Stack, deployment: Deployment, data: Data, cases: Cases) {
  const { traffic, keys, topics, issuers, secrets } = data
  const common: Record<Exclude<Names, Optional>, string> = {
    CASES_TABLE: cases.name,
    TRAFFIC_TABLE: traffic.tableName,
    PROGRAMME_ID: deployment.programme,
    GENERAL_KEY_ID: keys.general.keyArn,
    PROTECTION_KEY_ID: keys.protection.keyArn,
    FINGERPRINT_KEY_IDS: keys.fingerprints.map((key) => key.keyArn).join(','),
  }
  const further: Record<Optional, string> = {
    GATEWAY_TOKENS: secrets.gatewayTokens.map((token) => token.secretValue.unsafeUnwrap()).join(','),
    GATEWAY_CREDENTIALS: secrets.gatewayCredentials.secretValue.unsafeUnwrap(),
    TOPIC_ARNS: stack.toJsonString(
      Object.fromEntries(Object.entries(topics.alerts).map(([name, topic]) => [name, topic.topicArn])),
    ),
    ISSUERS: stack.toJsonString(issuers),
    SENDS: deployment.sends,
  }
  return (entry: FunctionEntry): Record<string, string> => ({
    ...common,
    ...Object.fromEntries(entry.environment.map((name) => [name, further[name]])),
  })
}
