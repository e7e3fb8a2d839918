import { dynamoConsoleSessions } from '../../adapters/dynamodb/console/console-sessions.ts'
import { dynamoImportDrafts } from '../../adapters/dynamodb/directory/import-drafts.ts'
import { dynamoLastActions } from '../../adapters/dynamodb/directory/last-actions.ts'
import { dynamoFiguresStore } from '../../adapters/dynamodb/figures/figures-store.ts'
import { dynamoGatewayWatch } from '../../adapters/dynamodb/notices/gateway-watch.ts'
import { dynamoStores } from '../../adapters/dynamodb/stores.ts'
import { openIdSignIn } from '../../adapters/openid/sign-in.ts'
import { staffServices } from './aws-staff.ts'
import { variable } from './environment.ts'
import { type ConsoleServices, practiceKeptHours } from './services.ts'

/** What staff's functions have, with sessions and a way to sign in. */
export function consoleServices(): ConsoleServices {
  const services = staffServices()
  const { store, issuers, programme, nowAt: now } = services
  const practice = { ...store, rulebook: programme, now, keptHours: practiceKeptHours }
  return {
    ...services,
    practiceStores: (id) => dynamoStores({ ...practice, programme: id }),
    sessions: dynamoConsoleSessions({ ...store, now }),
    signIn: openIdSignIn(issuers),
    firstCodes: variable('FIRST_PAIR_CODES') ?? null,
    gatewayWatch: dynamoGatewayWatch(store),
    figures: dynamoFiguresStore(store),
    lastActions: dynamoLastActions(store),
    importDrafts: dynamoImportDrafts({ ...store, now }),
  }
}
