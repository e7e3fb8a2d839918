import { randomInt } from 'node:crypto'
import { dynamoStores } from '../../adapters/dynamodb/stores.ts'
import { dynamoClient } from '../../adapters/dynamodb/table/dynamo-client.ts'
import type { CommitOptions } from '../../adapters/dynamodb/table/access.ts'
import { dynamoNoticeStore } from '../../adapters/dynamodb/notices/notice-store.ts'
import type { KmsCalls } from '../../adapters/vault/kms-calls.ts'
import { kmsVault } from '../../adapters/vault/kms-vault.ts'
import { phoneReader } from '../../adapters/phone-number/phone-reader.ts'
import * as z from 'zod/mini'
import { mali } from '../../programme/mali.ts'
import { phonePlan } from '../../programme/phones/phone-plan.ts'
import { Environment, tablesIn } from './environment.ts'
import type { Services } from './services.ts'

/** `randomInt` draws below this only. */
const steps = 2 ** 48 - 1
/** Unguessable, since it draws references. */
export const random = (): number => randomInt(steps) / steps

export const toPhone = phoneReader(phonePlan)

/** `store`: what every store is made with. */
export type AwsServices = Services & { store: CommitOptions }

/**
 * The environment, the tables and the keys of a deployed function: the only place its real clients are built. `calls`: KMS's client is there when it starts, or
 * comes with the first call.
 */
export function awsServices(calls: KmsCalls): AwsServices {
  const environment = z.parse(Environment, process.env)
  const nowAt = () => new Date().toISOString()
  const settings = { ...mali.settings, mailFrom: environment.MAIL_FROM || null }
  const programme = { ...mali, id: environment.PROGRAMME_ID, settings }
  const store: CommitOptions = {
    client: dynamoClient(),
    tables: tablesIn(environment),
    programme: programme.id,
    random,
  }
  return {
    store,
    programme,
    nowAt,
    random,
    ...dynamoStores({ ...store, rulebook: programme, now: nowAt }),
    notices: dynamoNoticeStore({ ...store, unnamed: programme.gateways.unnamed, now: nowAt }),
    vault: kmsVault({
      calls,
      generalKeyId: environment.GENERAL_KEY_ID,
      protectionKeyId: environment.PROTECTION_KEY_ID,
      fingerprintKeyIds: environment.FINGERPRINT_KEY_IDS.split(','),
    }),
  }
}
