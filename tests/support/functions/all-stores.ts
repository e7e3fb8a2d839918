import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoConsoleSessions } from '../../../adapters/dynamodb/console/console-sessions.ts'
import { dynamoDirectory } from '../../../adapters/dynamodb/directory/directory-store.ts'
import { dynamoImportDrafts } from '../../../adapters/dynamodb/directory/import-drafts.ts'
import { dynamoIntakePoints } from '../../../adapters/dynamodb/directory/intake-points.ts'
import { dynamoLastActions } from '../../../adapters/dynamodb/directory/last-actions.ts'
import { dynamoFiguresStore } from '../../../adapters/dynamodb/figures/figures-store.ts'
import { dynamoGatewayWatch } from '../../../adapters/dynamodb/notices/gateway-watch.ts'
import { dynamoNoticeStore } from '../../../adapters/dynamodb/notices/notice-store.ts'
import { dynamoLeftovers } from '../../../adapters/dynamodb/notices/leftovers.ts'
import { dynamoSelfCheckStore } from '../../../adapters/dynamodb/cases/self-check-store.ts'
import { dynamoStores } from '../../../adapters/dynamodb/stores.ts'
import type { Tables } from '../../../adapters/dynamodb/table/table.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import { practiceKeptHours, practiceOf } from '../../../functions/wiring/services.ts'

interface Reaching {
  client: DynamoDBClient
  tables: Tables
  programme: Programme
  random: () => number
  nowAt: () => string
  commitMs?: number
}

/** Every store of a function, on one client. */
export function allStores({ programme, nowAt, ...reaching }: Reaching) {
  const store = { ...reaching, programme: programme.id, rulebook: programme, now: nowAt }
  const practice = practiceOf(programme.id)
  return {
    ...dynamoStores(store),
    notices: dynamoNoticeStore({ ...store, unnamed: programme.gateways.unnamed }),
    directory: dynamoDirectory({ ...store, languages: programme.languages }),
    points: dynamoIntakePoints(store),
    lastActions: dynamoLastActions(store),
    importDrafts: dynamoImportDrafts(store),
    sessions: dynamoConsoleSessions(store),
    figures: dynamoFiguresStore(store),
    selfCheck: dynamoSelfCheckStore(store),
    leftovers: dynamoLeftovers(store),
    gatewayWatch: dynamoGatewayWatch(store),
    practice: { id: practice, stores: dynamoStores({ ...store, programme: practice }) },
    practiceStores: (id: string) => dynamoStores({ ...store, programme: id, keptHours: practiceKeptHours }),
  }
}
