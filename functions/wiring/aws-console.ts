import { dynamoConsoleSessions } from '../../adapters/dynamodb/console-sessions.ts'
import { openIdSignIn } from '../../adapters/openid/sign-in.ts'
import { staffServices } from './aws-staff.ts'
import type { ConsoleServices } from './services.ts'

/** What staff's functions have, with sessions and a way to sign in. */
export function consoleServices(): ConsoleServices {
  const services = staffServices()
  const { CASES_TABLE: cases, TRAFFIC_TABLE: traffic, ISSUERS: issuers = [] } = services.environment
  const { client, programme, nowAt: now } = services
  return {
    ...services,
    sessions: dynamoConsoleSessions({ client, tables: { cases, traffic }, programme: programme.id, now }),
    signIn: openIdSignIn(issuers),
  }
}
