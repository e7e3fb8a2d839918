import type { Stack } from 'aws-cdk-lib'
import { perIndex, perTable } from '../../../adapters/dynamodb/table/table.ts'
import type { FunctionEntry } from '../../../functions/manifest.ts'
import { type Environment, variablesOf } from '../../../functions/wiring/environment.ts'
import { type Cases, type Data, inForce } from '../data/data.ts'
import type { Deployment } from '../deployment.ts'
import type { FrontParts } from './front.ts'
import type { Resources } from './grants.ts'

export function resourcesOf({ region, account, mailFrom }: Deployment, data: Data, cases: Cases): Resources {
  const { keys, topics } = data
  const tables = inForce(data, cases)
  return {
    tables: perTable((name) => [tables[name].arn]),
    indexes: perIndex((name) => [`${tables.cases.arn}/index/${name}`]),
    generalKey: [keys.general.keyArn],
    protectionKey: [keys.protection.keyArn],
    fingerprintKeys: keys.fingerprints.map((key) => key.keyArn),
    topics: Object.values(topics.alerts).map((topic) => topic.topicArn),
    alertsKey: [keys.alerts.keyArn],
    // SES knows a sender by its domain.
    mailIdentity:
      mailFrom === null ? [] : [`arn:aws:ses:${region}:${account}:identity/${mailFrom.replace(/^.*@/, '')}`],
  }
}

type Further = FunctionEntry['environment'][number]

/** Values of every variable a function may be given. Secrets are references that CloudFormation resolves on deployment. */
export function environmentValues(
  stack: Stack,
  {
    deployment,
    data,
    cases,
    front,
    firstCodes,
  }: { deployment: Deployment; data: Data; cases: Cases; front: FrontParts | null; firstCodes: string },
) {
  const { keys, topics, issuers, secrets } = data
  const tables = inForce(data, cases)
  const common: Record<keyof Environment, string> = {
    ...variablesOf(perTable((name) => tables[name].name)),
    PROGRAMME_ID: deployment.programme,
    MAIL_FROM: deployment.mailFrom ?? '',
    GENERAL_KEY_ID: keys.general.keyArn,
    PROTECTION_KEY_ID: keys.protection.keyArn,
    FINGERPRINT_KEY_IDS: keys.fingerprints.map((key) => key.keyArn).join(','),
  }
  const further: Record<Further, string> = {
    GATEWAY_TOKENS: secrets.gatewayTokens.map((token) => token.secretValue.unsafeUnwrap()).join(','),
    GATEWAY_CREDENTIALS: secrets.gatewayCredentials.secretValue.unsafeUnwrap(),
    TOPIC_ARNS: stack.toJsonString(
      Object.fromEntries(Object.entries(topics.alerts).map(([name, topic]) => [name, topic.topicArn])),
    ),
    ISSUERS: stack.toJsonString(issuers),
    FIRST_PAIR_CODES: firstCodes,
    SENDS: deployment.sends,
    FRONT: front
      ? stack.toJsonString({ secrets: front.secrets.map((secret) => secret.secretValue.unsafeUnwrap()) })
      : 'null',
  }
  return (entry: FunctionEntry): Record<string, string> => ({
    ...common,
    ...Object.fromEntries(entry.environment.map((name) => [name, further[name]])),
  })
}
