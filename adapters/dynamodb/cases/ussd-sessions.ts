import * as z from 'zod/mini'
import type { Commit } from '../../../core/ports/cases.ts'
import type { UssdSession, UssdSessions } from '../../../core/ports/ussd-sessions.ts'
import type { Access } from '../table/access.ts'
import type { Write } from './commit-writes.ts'
import { expiryOf, type Item, itemSchema, readItem, toItem } from '../table/item.ts'
import { type Layout, soloKey } from '../table/layout.ts'

/** A gateway repeats a hop within minutes; a day leaves room for its worst. */
const sessionHours = 24

const Session = z.object({
  id: z.string(),
  version: z.number(),
  fingerprint: z.string(),
  serviceCode: z.string(),
  reference: z.nullable(z.string()),
  state: z.unknown(),
  screen: z.string(),
  end: z.boolean(),
  hops: z.array(z.object({ length: z.number(), digest: z.string() })),
  startedAt: z.string(),
})

const sessionKey = (layout: Layout, id: string) => soloKey(layout, 'ussd', id, 'session')
const readSession = (item: Item): UssdSession => readItem(Session, item)

export const dynamoUssdSessions = ({ layout, get }: Access): UssdSessions => ({
  async find(id) {
    const item = await get(layout.tables.traffic, sessionKey(layout, id))
    return item && readSession(item)
  },
})

/** Puts a session one version further, on condition of the one read; one that has expired is as good as none. */
export function putSession(layout: Layout, now: string, { before, after }: NonNullable<Commit['session']>): Write {
  const version = before?.version ?? 0
  const condition = before
    ? {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: toItem({ ':version': version }),
      }
    : {
        ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
        ExpressionAttributeValues: toItem({ ':now': expiryOf(now, 0) }),
      }
  const Item = toItem({
    ...sessionKey(layout, after.id),
    is: 'session',
    schema: itemSchema,
    ...after,
    version: version + 1,
    expiresAt: expiryOf(after.startedAt, sessionHours),
  })
  return { item: { Put: { TableName: layout.tables.traffic, Item, ...condition } }, refused: 'conflict' }
}
