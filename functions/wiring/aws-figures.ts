import { dynamoStores } from '../../adapters/dynamodb/stores.ts'
import { dynamoDirectoryStore } from '../../adapters/dynamodb/directory/directory-store.ts'
import { dynamoFiguresStore } from '../../adapters/dynamodb/figures/figures-store.ts'
import { dynamoSelfCheckStore } from '../../adapters/dynamodb/cases/self-check-store.ts'
import { awsServices, random } from './aws.ts'
import { livingProgramme } from './living-programme.ts'
import { type CountServices, practiceOf, type SweepServices } from './services.ts'

function stores() {
  const services = awsServices()
  const { CASES_TABLE: cases, TRAFFIC_TABLE: traffic } = services.environment
  const { client, programme, nowAt } = services
  const store = { client, tables: { cases, traffic }, programme: programme.id, random }
  const directoryStore = dynamoDirectoryStore({ ...store, now: nowAt })
  const living = { ...services, ...livingProgramme(programme, directoryStore), directoryStore }
  return { services: living, store, now: nowAt, figures: dynamoFiguresStore(store) }
}

/** With the figures, for the function that counts: not loaded on the way in. */
export function countServices(): CountServices {
  const { services, figures } = stores()
  return { ...services, figures }
}

/** With the figures, the daily check, and the practice programme its canary lives in. */
export function sweepServices(): SweepServices {
  const { services, store, now, figures } = stores()
  const id = practiceOf(services.programme.id)
  const practiceStores = dynamoStores({ ...store, programme: id, rulebook: services.programme, now })
  return { ...services, figures, selfCheck: dynamoSelfCheckStore(store), practice: { id, stores: practiceStores } }
}
