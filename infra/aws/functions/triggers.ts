import { Stack } from 'aws-cdk-lib'
import { HttpMethod, type HttpApi, type HttpRoute } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { kindAttribute } from '../../../adapters/dynamodb/table/table.ts'
import type { Trigger } from '../../../functions/manifest.ts'
import type { JaabiFunction } from './jaabi-function.ts'
import { streamsOf, type Cases } from '../data/data.ts'

/** What functions can be started by. */
export interface Sources {
  api: HttpApi
  cases: Cases
  failures: Queue
}

type On<Kind extends Trigger['on']> = Extract<Trigger, { on: Kind }>

/** Connects a function to what its manifest entry says starts it; the routes that lead to it, by their keys. */
export function connect(fn: JaabiFunction, sources: Sources): { key: string; route: HttpRoute }[] {
  const { trigger } = fn.entry
  if (trigger.on === 'http') return connectRoutes(fn, trigger, sources)
  if (trigger.on === 'stream') connectStream(fn, trigger, sources)
  else connectSchedule(fn, trigger)
  return []
}

const methods: Partial<Record<string, HttpMethod>> = { GET: HttpMethod.GET, POST: HttpMethod.POST }

function connectRoutes({ entry, lambda }: JaabiFunction, { routes }: On<'http'>, { api }: Sources) {
  const integration = new HttpLambdaIntegration(entry.name, lambda)
  return routes.flatMap((key) => {
    const [method = '', path = ''] = key.split(' ')
    const known = methods[method]
    if (known === undefined) throw new Error(`${entry.name}: ${method} is not a method the entrance knows`)
    return api.addRoutes({ path, methods: [known], integration }).map((route) => ({ key, route }))
  })
}

/** Records per call: the sender waits for the gateway at each. */
const batchSizes: Partial<Record<string, number>> = { 'send-notices': 10 }

function connectStream(fn: JaabiFunction, { items }: On<'stream'>, sources: Sources): void {
  const { entry, lambda, role } = fn
  const { cases, failures } = sources
  role.addToPolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [cases.streamArn],
    }),
  )
  // Listing is about the table's streams, whichever they are; AWS knows no narrower resource for it.
  role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: [streamsOf(cases)] }))
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [failures.queueArn] }))

  const mapping = new EventSourceMapping(lambda, 'Stream', {
    target: lambda,
    eventSourceArn: cases.streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: batchSizes[entry.name] ?? 100,
    // Order is kept within one case all the same.
    parallelizationFactor: 4,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    // A record that never works must not hold up its shard for a day: the sweep makes up what it called for.
    retryAttempts: 5,
    onFailure: new SqsDlq(failures),
    filters: [FilterCriteria.filter({ dynamodb: { NewImage: { [kindAttribute]: { S: FilterRule.or(...items) } } } })],
  })
  // Lambda tries the stream when the mapping is made, and the role must be allowed by then.
  mapping.node.addDependency(role)
}

function connectSchedule({ entry, lambda, role }: JaabiFunction, { everyMinutes }: On<'schedule'>): void {
  // The next tick is the retry.
  lambda.configureAsyncInvoke({ retryAttempts: 0 })
  const caller = new Role(lambda, 'Caller', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(role).account } },
    }),
  })
  caller.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambda.functionArn] }))
  const schedule = new CfnSchedule(lambda, 'Schedule', {
    description: `Starts ${entry.name}`,
    scheduleExpression: `rate(${everyMinutes} minute${everyMinutes === 1 ? '' : 's'})`,
    flexibleTimeWindow: { mode: 'OFF' },
    target: { arn: lambda.functionArn, roleArn: caller.roleArn, retryPolicy: { maximumRetryAttempts: 0 } },
  })
  schedule.node.addDependency(caller)
}
