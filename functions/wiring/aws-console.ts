import { dynamoStores } from '../../adapters/dynamodb/stores.ts'
import { dynamoConsoleSessions } from '../../adapters/dynamodb/console/console-sessions.ts'
import { dynamoFiguresStore } from '../../adapters/dynamodb/figures/figures-store.ts'
import { openIdSignIn } from '../../adapters/openid/sign-in.ts'
import { staffServices } from './aws-staff.ts'
import { type ConsoleServices, practiceKeptHours } from './services.ts'

/** What staff's functions have, with sessions and a way to sign in. */
export function consoleServices(): ConsoleServices {
  const services = staffServices()
  const { CASES_TABLE: cases, TRAFFIC_TABLE: traffic, ISSUERS: issuers = [] } = services.environment
  const { client, programme, nowAt: now, random } = services
  const tables = { cases, traffic }
  const practice = { client, tables, random, rulebook: programme, now, keptHours: practiceKeptHours }
  return {
    ...services,
    practiceStores: (id) => dynamoStores({ ...practice, programme: id }),
    sessions: dynamoConsoleSessions({ client, tables, programme: programme.id, now }),
    signIn: openIdSignIn(issuers),
    figures: dynamoFiguresStore({ client, tables, programme: programme.id, random }),
  }
}
