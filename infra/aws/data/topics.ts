import type { Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { clusters } from '../../../programme/clusters.ts'

/** Whom the mechanism alerts: one topic per regional cluster, and those above and beside them. */
export const topicNames: readonly string[] = [
  ...clusters.map((cluster) => cluster.topic),
  'national',
  'coordination',
  'protection',
  'integrity',
]

export interface Topics {
  alerts: Record<string, Topic>
  /** Where alarms about the system itself go. */
  operators: Topic
}

export function makeTopics(stack: Stack, prefix: string, key: IKey): Topics {
  const topic = (name: string) =>
    new Topic(stack, `Topic-${name}`, { topicName: `${prefix}-${name}`, masterKey: key, enforceSSL: true })

  const operators = topic('operators')
  operators.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsMaySpeak',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [operators.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  )
  return { alerts: Object.fromEntries(topicNames.map((name) => [name, topic(name)])), operators }
}
