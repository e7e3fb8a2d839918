import { BatchGetItemCommand, DeleteItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { SenderRecord } from '../../../core/channel/sender-record.ts'
import type { KnownMessage, SenderStore } from '../../../core/ports/senders.ts'
import type { Access } from '../table/access.ts'
import { type Item, itemSchema, readItem, toItem } from '../table/item.ts'
import { caseKey, type Key, type Layout, senderKey, soloKey } from '../table/layout.ts'
import type { Write } from './commit-writes.ts'
import { readRecent, readSender, recentKey, recentLimit } from './sender-item.ts'

const KnownMessageItem = z.object({ key: z.string(), reference: z.string() })

const messageKeyOf = (layout: Layout, key: string): Key => soloKey(layout, 'message', key, 'message')

/** In a case that no phone's message opened: under which key that is known, to be found when it is forgotten. */
export const messageAttribute = 'message'

export const putMessage = (layout: Layout, message: KnownMessage): Write => ({
  item: {
    Put: {
      TableName: layout.tables.cases,
      Item: toItem({ ...messageKeyOf(layout, message.key), is: 'message', schema: itemSchema, ...message }),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  refused: 'conflict',
})

const firstOf = (items: readonly (Item | null | undefined)[]): Item | null => items.find((item) => item) ?? null

const withRecent = (record: SenderRecord, messageKey: string, item: Item): SenderRecord => ({
  ...record,
  recent: { ...record.recent, [messageKey]: readRecent(item) },
})

/** Sender records and known messages. */
export function dynamoSenders({ client, layout, get }: Access): SenderStore {
  const { cases } = layout.tables

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

  return {
    async find(fingerprints, messageKey) {
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

    async forget(reference) {
      // It has been there since the case was opened.
      const item = await get(cases, caseKey(layout, reference), false)
      const key = item?.[messageAttribute]?.S
      if (key === undefined) return
      await client.send(new DeleteItemCommand({ TableName: cases, Key: toItem(messageKeyOf(layout, key)) }))
    },
  }
}
