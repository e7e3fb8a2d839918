import * as z from 'zod/mini'
import { SenderRecord } from '../../../core/channel/sender-record.ts'
import type { Commit } from '../../../core/ports/cases.ts'
import type { Write } from './commit-writes.ts'
import { expiryOf, type Item, itemSchema, readItem, toItem } from '../table/item.ts'
import { type Layout, senderKey } from '../table/layout.ts'

/** So many message keys stay in the sender item; older ones have items of their own. */
export const recentLimit = 200
const recentHours = 48

type Recent = SenderRecord['recent'][string]
const RecentItem = z.object({
  recent: z.object({ at: z.string(), reference: z.nullable(z.string()), outcome: z.string() }),
})

export const readSender = (item: Item): SenderRecord => readItem(SenderRecord, item)
export const readRecent = (item: Item): Recent => readItem(RecentItem, item).recent
export const recentKey = (layout: Layout, fingerprint: string, messageKey: string) =>
  senderKey(layout, fingerprint, `recent#${messageKey}`)

/**
 * Puts the record one version further, on condition of the one read. Message keys older than 48 h are dropped, those past 200 go
 * to items of their own. A record of an older key generation is put under the new fingerprint and goes from under the old one.
 */
export function putSender(layout: Layout, now: string, { before, after }: NonNullable<Commit['sender']>): Write[] {
  const TableName = layout.tables.cases
  const since = new Date(Date.parse(now) - recentHours * 3_600_000).toISOString()
  const recent = Object.entries(after.recent).filter(([, { at }]) => at > since)
  const newestFirst = recent.length > recentLimit ? recent.sort(([, a], [, b]) => (a.at < b.at ? 1 : -1)) : recent
  const moved = before !== null && before.fingerprint !== after.fingerprint
  const version = before?.version ?? 0
  const condition = {
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: toItem({ ':version': version }),
  }
  const put = {
    TableName,
    Item: toItem({
      ...senderKey(layout, after.fingerprint),
      is: 'sender',
      ...after,
      recent: Object.fromEntries(newestFirst.slice(0, recentLimit)),
      version: version + 1,
    }),
    ...(before === null || moved ? { ConditionExpression: 'attribute_not_exists(pk)' } : condition),
  }
  const writes: Write[] = [{ item: { Put: put }, refused: 'conflict' }]
  if (moved)
    writes.push({
      item: { Delete: { TableName, Key: toItem(senderKey(layout, before.fingerprint)), ...condition } },
      refused: 'conflict',
    })
  for (const [messageKey, answered] of newestFirst.slice(recentLimit))
    writes.push({ item: { Put: { TableName, Item: recentItem(messageKey, answered) } }, refused: 'conflict' })
  return writes

  function recentItem(messageKey: string, answered: Recent): Item {
    return toItem({
      ...recentKey(layout, after.fingerprint, messageKey),
      is: 'recent',
      schema: itemSchema,
      recent: answered,
      expiresAt: expiryOf(answered.at, recentHours),
    })
  }
}
