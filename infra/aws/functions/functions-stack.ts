import { CfnOutput, Duration, Stack, type App } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { manifest } from '../../../functions/manifest.ts'
import { acknowledge, frontFindings, functionFindings } from '../acknowledged.ts'
import { makeAlarms } from './alarms.ts'
import type { Data } from '../data/data.ts'
import { prefixOf, type Deployment } from '../deployment.ts'
import { makeEntrance, throttleRoutes } from './entrance.ts'
import { makeFirstCodes } from './first-codes.ts'
import { makeFront } from './front.ts'
import { jaabiFunction } from './jaabi-function.ts'
import { environmentValues, resourcesOf } from './lambda-environment.ts'
import { casesOf } from '../data/data.ts'
import { connect } from './triggers.ts'

/** All that a release replaces. */
export function makeFunctionsStack(app: App, deployment: Deployment, data: Data): Stack {
  const prefix = prefixOf(deployment)
  const stack = new Stack(app, 'JaabiFunctions', {
    stackName: `${prefix}-functions`,
    description: 'Jaabi: one function per manifest entry, what starts them, and their alarms',
    env: { region: deployment.region, account: deployment.account },
  })
  const entrance = makeEntrance(stack, deployment)
  // Holds positions in the stream, never records: what stood there is read from the table.
  const failures = new Queue(stack, 'GivenUp', {
    queueName: `${prefix}-given-up`,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })

  const cases = casesOf(deployment, data)
  const resources = resourcesOf(deployment, data, cases)
  const front = makeFront(stack, deployment, entrance.api)
  const firstCodes = makeFirstCodes(stack, deployment)
  const environmentOf = environmentValues(stack, { deployment, data, cases, front, firstCodes: firstCodes.value })
  const functions = manifest.map((entry) =>
    jaabiFunction(stack, { deployment, entry, resources, environment: environmentOf(entry) }),
  )
  const routes = functions.flatMap((fn) => connect(fn, { cases, api: entrance.api, failures }))
  throttleRoutes(entrance.stage, routes)
  makeAlarms(stack, data.topics.operators, { functions, entrance, failures })

  new CfnOutput(stack, 'Address', { value: entrance.api.apiEndpoint, description: 'Start of every address' })
  if (front) {
    const { distributionDomainName } = front.distribution
    new CfnOutput(stack, 'Pages', { value: `https://${distributionDomainName}`, description: 'Start of every page' })
    acknowledge(frontFindings(front))
  }
  acknowledge(functionFindings({ entrance: entrance.api, failures, functions, cases, firstCodes }))
  return stack
}
