import { createHash } from 'node:crypto'
import {
  BatchGetItemCommand,
  GetItemCommand,
  paginateQuery,
  PutItemCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { SenderRecord } from '../../../core/channel/sender-record.ts'
import { Row } from '../../../core/lists/row.ts'
import type { Rulebook } from '../../../core/deadlines/rulebook.ts'
import type { Append, CaseStore, Commit, DueItem, KnownMessage } from '../../../core/ports/cases.ts'
import { appendToCase, dropsWords, hasWordsApart, openCase, readCase, withWordsApart, wordsApart } from './case-item.ts'
import { countedCases } from './counted-cases.ts'
import { counters } from '../table/counters.ts'
import { commitWrites, newToken, type Write } from './commit-writes.ts'
import { expiryOf, hasExpired, type Item, itemSchema, readAttribute, readItem, toItem } from '../table/item.ts'
import { caseKey, dueKey, type Key, type Layout, queueKey, referenceOf, senderKey, soloKey } from '../table/layout.ts'
import { putNotice } from '../notices/notice-item.ts'
import { listReads } from '../table/read-item.ts'
import { putSender, readRecent, readSender, recentKey, recentLimit } from './sender-item.ts'
import { putSession, readSession, sessionKey } from './session-item.ts'
import { settings } from './settings.ts'
import { pageOf } from '../table/sharded-index.ts'

export interface StoreOptions extends Omit<Layout, 'shards'> {
  client: DynamoDBClient
  shards?: number
}

export interface CaseStoreOptions extends StoreOptions {
  rulebook: Rulebook
  /** The instant it is, for what expires. */
  now: () => string
  /** From 0 up to, not including, 1: spreads repeated tries. */
  random: () => number
  /** Practice: everything written is gone so many hours later. Without it everything stays. */
  keptHours?: number
}

const KnownMessageItem = z.object({ key: z.string(), reference: z.string() })

/** Cases, senders, sessions and known messages in two DynamoDB tables. Intake is `sender` and one `commit`: two calls. */
export function dynamoCaseStore(given: CaseStoreOptions): CaseStore {
  const { client, rulebook, now, random, keptHours, ...options } = given
  const layout: Layout = { shards: 1, ...options }
  /** What every new item carries besides; an update leaves it as it is. */
  const passing = () => (keptHours === undefined ? {} : toItem({ expiresAt: expiryOf(now(), keptHours) }))
  const { cases, traffic } = layout.tables

  async function get(TableName: string, key: Key): Promise<Item | null> {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: toItem(key), ConsistentRead: true }))
    return Item && !hasExpired(Item, now()) ? Item : null
  }

  async function itemsOfWords(reference: string): Promise<Item[]> {
    const items: Item[] = []
    for await (const page of paginateQuery({ client }, wordsApart(layout, reference))) items.push(...(page.Items ?? []))
    return items
  }

  /** The sender item under the first fingerprint that has one. */
  async function senderItem(fingerprints: readonly string[]): Promise<Item | null> {
    const keys = fingerprints.map((fingerprint) => senderKey(layout, fingerprint))
    const [only, ...others] = keys
    if (!only) return null
    if (others.length === 0) return get(cases, only)
    const request = { [cases]: { Keys: keys.map(toItem), ConsistentRead: true } }
    const { Responses, UnprocessedKeys } = await client.send(new BatchGetItemCommand({ RequestItems: request }))
    // What a throttled batch left out is not known to be absent: ask for each.
    if (UnprocessedKeys?.[cases]) return firstOf(await Promise.all(keys.map((key) => get(cases, key))))
    const found = Responses?.[cases] ?? []
    return firstOf(keys.map(({ pk }) => found.find((item) => item.pk?.S === pk)))
  }

  async function appended(append: Append, token: string): Promise<Write[]> {
    const apart = dropsWords(append) ? await itemsOfWords(append.before.reference) : []
    const sortKeys = apart.flatMap(({ sk }) => sk?.S ?? [])
    return appendToCase(layout, rulebook, append, sortKeys, token)
  }

  return {
    ...counters(client, layout),
    ...settings(client, layout, passing),

    async load(reference) {
      const item = await get(cases, caseKey(layout, reference))
      if (!item) return null
      const stored = readCase(layout, item)
      return hasWordsApart(stored) ? withWordsApart(stored, await itemsOfWords(reference)) : stored
    },

    async commit({ open, append = [], sender, message, session, notice }: Commit) {
      const token = newToken()
      const at = now()
      const writes = [
        ...(open ? openCase(layout, rulebook, open, token) : []),
        ...(await Promise.all(append.map((one) => appended(one, token)))).flat(),
        ...(sender ? putSender(layout, at, sender) : []),
        ...(message ? [putMessage(layout, message)] : []),
        ...(session ? [putSession(layout, at, session)] : []),
        ...(notice ? [putNotice(layout, notice, token)] : []),
      ]
      const result = await commitWrites(client, withAttributes(writes, passing()), token, random)
      return result === 'busy' ? 'conflict' : result
    },

    async sender(fingerprints, messageKey) {
      const item = await senderItem(fingerprints)
      if (!item) return null
      const record = readSender(item)
      if (messageKey === undefined || messageKey in record.recent) return record
      if (Object.keys(record.recent).length < recentLimit) return record
      const overflow = await get(cases, recentKey(layout, record.fingerprint, messageKey))
      return overflow ? withRecent(record, messageKey, overflow) : record
    },

    async message(key) {
      const item = await get(cases, messageKeyOf(layout, key))
      return item && readItem(KnownMessageItem, item)
    },

    async session(id) {
      const item = await get(traffic, sessionKey(layout, id))
      return item && readSession(item)
    },

    async queue(index, lane, name, page) {
      const { items, next } = await pageOf(client, layout, { index, partition: queueKey(layout, lane, name) }, page)
      return { rows: items.map((item) => readAttribute(Row, item, 'row')), next }
    },

    async due(at, page) {
      // '$' follows '#': everything of that instant is below it, nothing of a later one.
      const query = { index: 'due', partition: dueKey(layout), until: `${at}$` } as const
      const { items, next } = await pageOf(client, layout, query, page)
      return { due: items.map((item) => dueItem(layout, item)), next }
    },

    async nextDueAt() {
      const query = { index: 'due', partition: dueKey(layout) } as const
      const { items } = await pageOf(client, layout, query, { after: null, limit: 1 })
      return items[0] ? dueItem(layout, items[0]).at : null
    },

    async recordRead(reference, read) {
      const mark = createHash('sha256').update(JSON.stringify(read)).digest('hex').slice(0, 8)
      const Item = toItem({
        ...caseKey(layout, reference, `read#${read.at}#${mark}`),
        is: 'read',
        schema: itemSchema,
        ...read,
      })
      await client.send(new PutItemCommand({ TableName: cases, Item: { ...passing(), ...Item } }))
    },

    listReads: (reference, limit) => listReads(client, layout, reference, limit),
    counted: (of, limit) => countedCases(client, layout, of, limit),
  }
}

/** Puts with more attributes; those that carry one of them already keep their own. */
const withAttributes = (writes: readonly Write[], attributes: Item): Write[] =>
  writes.map((write) => {
    const { Put } = write.item
    return Put ? { ...write, item: { Put: { ...Put, Item: { ...attributes, ...Put.Item } } } } : write
  })

const firstOf = (items: readonly (Item | null | undefined)[]): Item | null => items.find((item) => item) ?? null

const withRecent = (record: SenderRecord, messageKey: string, item: Item): SenderRecord => ({
  ...record,
  recent: { ...record.recent, [messageKey]: readRecent(item) },
})

const messageKeyOf = (layout: Layout, key: string): Key => soloKey(layout, 'message', key, 'message')

const putMessage = (layout: Layout, message: KnownMessage): Write => ({
  item: {
    Put: {
      TableName: layout.tables.cases,
      Item: toItem({ ...messageKeyOf(layout, message.key), is: 'message', schema: itemSchema, ...message }),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  refused: 'conflict',
})

/** Reads `<instant>#<reference>` or `<instant>#notice#<key>`. */
function dueItem(layout: Layout, { pk, dueSort }: Item): DueItem {
  const sort = dueSort?.S ?? ''
  const end = sort.indexOf('#')
  const at = sort.slice(0, end)
  const what = sort.slice(end + 1)
  if (!what.startsWith('notice#')) return { is: 'case', reference: what, at }
  return { is: 'notice', reference: referenceOf(layout, pk?.S ?? ''), key: what.slice('notice#'.length), at }
}
