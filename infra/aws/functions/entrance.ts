import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { CfnStage, HttpApi, type HttpRoute, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { prefixOf, type Deployment } from '../deployment.ts'
import { throttleOf, usual } from './throttles.ts'

/**
 * The access log says which route was asked for and how it went. Never the path, which carries the gateway's token or a
 * reference, and never the address of whoever asked.
 */
const accessLog = {
  request: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  error: '$context.error.responseType',
}

/** The one HTTP entry. Routes are added by the functions that serve them. */
export function makeEntrance(stack: Stack, deployment: Deployment) {
  const api = new HttpApi(stack, 'Entrance', {
    apiName: prefixOf(deployment),
    description: 'Gateway callbacks, public pages, staff and protection routes',
    createDefaultStage: false,
  })
  const logs = new LogGroup(stack, 'EntranceLog', {
    logGroupName: `/jaabi/${deployment.programme}/${deployment.stage}/entrance`,
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const stage = new HttpStage(stack, 'EntranceStage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: usual,
    accessLogSettings: {
      destination: new LogGroupLogDestination(logs),
      format: AccessLogFormat.custom(JSON.stringify(accessLog)),
    },
  })
  return { api, stage }
}

/** Each route takes what its row says; the stage comes after them, since it may name only what is there. */
export function throttleRoutes(stage: HttpStage, routes: readonly { key: string; route: HttpRoute }[]): void {
  const settings = routes.map(({ key }) => {
    const { rateLimit, burstLimit } = throttleOf(key)
    return [key, { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit }] as const
  })
  const { defaultChild } = stage.node
  if (!(defaultChild instanceof CfnStage)) throw new TypeError('a stage is made of a stage')
  defaultChild.routeSettings = Object.fromEntries(settings)
  stage.node.addDependency(...routes.map(({ route }) => route))
}
