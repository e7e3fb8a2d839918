import { GetItemCommand, QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoNoticeStore } from '../../adapters/dynamodb/notices/notice-store.ts'
import { dynamoStores, type StoresOptions } from '../../adapters/dynamodb/stores.ts'
import { type Item, toItem } from '../../adapters/dynamodb/table/item.ts'
import { createTables } from '../../adapters/dynamodb/table/create-tables.ts'
import { perTable } from '../../adapters/dynamodb/table/table.ts'
import { complainant } from '../../core/case/actor.ts'
import { caseFileOf } from '../../core/case/fold.ts'
import { entry, type EntryOf } from '../../core/case/history.ts'
import { newNotice, noticeKey, type Notice } from '../../core/notices/notice.ts'
import type { StoredCase } from '../../core/ports/cases.ts'
import { calendar } from '../../programme/calendar/calendar.ts'
import { places } from '../../programme/places/places.ts'
import { serviceStandards } from '../../programme/service-standards.ts'
import { settings } from '../../programme/settings.ts'
import { patient, withEngine } from './engine.ts'

export const tables = perTable((name) => name)
export const rulebook = { standards: serviceStandards, calendar, gazetteer: places, settings }
export const now = '2027-06-07T09:00:00.000Z'

export const freshEngine = () => withEngine((client) => createTables(client, tables))

export const storesOn = (client: DynamoDBClient, options: Partial<StoresOptions> = {}) =>
  dynamoStores({ client, tables, programme: 'ml', rulebook, now: () => now, random: () => 0, ...patient, ...options })

export const noticesOn = (client: DynamoDBClient) =>
  dynamoNoticeStore({ client, tables, programme: 'ml', random: () => 0, unnamed: null, now: () => now })

/** A complaint that came by SMS at nine o'clock. */
export function freshCase(reference: string, change: Partial<EntryOf<'received'>> = {}): StoredCase {
  const received = entry('received', now, complainant, {
    channel: 'sms',
    kind: 'complaint',
    language: 'fr',
    receivedAt: now,
    lane: 'N',
    suggested: { place: null, category: null, sensitive: false },
    standards: serviceStandards.current,
    promisedAt: '2027-06-21T14:00:00.000Z',
    consent: 'sms',
    phone: true,
    ...change,
  })
  return {
    caseFile: caseFileOf('ml', reference, [received]),
    sealed: { scope: 'general', contact: `contact-of-${reference}`, words: { 0: `words-of-${reference}` } },
  }
}

export function freshNotice(reference: string | null, change: Partial<Notice> = {}): Notice {
  const recipient = { to: 'complainant' } as const
  const plan = {
    key: noticeKey(reference ?? 'message-key', 0, 'acknowledgement', recipient),
    reference,
    index: 0,
    template: 'acknowledgement' as const,
    recipient,
    language: 'fr',
    values: {},
    atOnce: true,
    weighty: true,
    useBy: '2027-06-10T09:00:00.000Z',
    notBefore: now,
  }
  return { ...newNotice(plan, now, now), ...change }
}

/** Everything under a key, as it lies in the table. */
export async function itemsUnder(client: DynamoDBClient, pk: string): Promise<Item[]> {
  const query = {
    TableName: 'cases',
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': pk }),
  }
  return (await client.send(new QueryCommand(query))).Items ?? []
}

export async function itemAt(client: DynamoDBClient, pk: string, sk = 'case'): Promise<Item | undefined> {
  return (await client.send(new GetItemCommand({ TableName: 'cases', Key: toItem({ pk, sk }) }))).Item
}

/** Every request a client sends, by operation, as it is about to leave. */
export function watch(client: DynamoDBClient): { name: string; input: object }[] {
  const sent: { name: string; input: object }[] = []
  client.middlewareStack.add(
    (next, context) => (args) => {
      sent.push({ name: context.commandName ?? '', input: args.input })
      return next(args)
    },
    { step: 'initialize' },
  )
  return sent
}
