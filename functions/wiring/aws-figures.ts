import { dynamoSelfCheckStore } from '../../adapters/dynamodb/cases/self-check-store.ts'
import { dynamoDirectory } from '../../adapters/dynamodb/directory/directory-store.ts'
import { dynamoLastActions } from '../../adapters/dynamodb/directory/last-actions.ts'
import { dynamoFiguresStore } from '../../adapters/dynamodb/figures/figures-store.ts'
import { dynamoGatewayWatch } from '../../adapters/dynamodb/notices/gateway-watch.ts'
import { dynamoLeftovers } from '../../adapters/dynamodb/notices/leftovers.ts'
import { dynamoStores } from '../../adapters/dynamodb/stores.ts'
import { kmsLater } from '../../adapters/vault/kms-later.ts'
import { awsServices } from './aws.ts'
import { livingProgramme } from './living-programme.ts'
import { type CountServices, practiceOf, type SweepServices } from './services.ts'

function counting() {
  const services = awsServices(kmsLater())
  const { store, programme } = services
  const directory = dynamoDirectory({ ...store, languages: programme.languages })
  return {
    ...services,
    directory,
    ...livingProgramme(programme, directory),
    figures: dynamoFiguresStore(store),
    lastActions: dynamoLastActions(store),
  }
}

/** With the figures, for the function that counts: not loaded on the way in. */
export const countServices = (): CountServices => counting()

/** With the figures, the daily check, and the practice programme its canary lives in. */
export function sweepServices(): SweepServices {
  const services = counting()
  const { store, programme, nowAt: now } = services
  const id = practiceOf(programme.id)
  const stores = dynamoStores({ ...store, programme: id, rulebook: programme, now })
  return {
    ...services,
    selfCheck: dynamoSelfCheckStore(store),
    leftovers: dynamoLeftovers({ ...store, now }),
    gatewayWatch: dynamoGatewayWatch(store),
    practice: { id, stores },
    casesAt: store.tables.cases,
  }
}
