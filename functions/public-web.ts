import { dynamoIntakePoints } from '../adapters/dynamodb/directory/intake-points.ts'
import { kmsCalls } from '../adapters/vault/kms-calls.ts'
import { publicRoutes } from './public/routes.ts'
import { awsServices, toPhone } from './wiring/aws.ts'
import { choosing } from './wiring/choosing.ts'
import { stands } from './wiring/stands.ts'
import { httpEntry } from './wiring/lambda.ts'
import { reading } from './wiring/reading.ts'
import type { WebServices } from './wiring/services.ts'

/** Somebody writes on the web, or follows up what they wrote. */
export const build = (services: WebServices) => publicRoutes(services)

export const handler = httpEntry(() => {
  const services = awsServices(kmsCalls())
  return build({ ...services, ...reading, ...choosing, points: dynamoIntakePoints(services.store), toPhone })
}, stands)
