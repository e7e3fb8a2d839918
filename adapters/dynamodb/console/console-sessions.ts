import { createHash, randomBytes } from 'node:crypto'
import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { Sessions } from '../../../core/ports/sessions.ts'
import type { StoreOptions } from '../table/access.ts'
import { expiryOf, hasExpired, itemSchema, readItem, toItem } from '../table/item.ts'
import { type Layout, soloKey } from '../table/layout.ts'

/** Somebody who went away from an open console, and the longest day's work. */
const idleMinutes = 30
const absoluteHours = 12
/** A page opened within this time of the last one is not worth a write. */
const seenEveryMinutes = 1

const SessionItem = z.object({
  person: z.string(),
  restricted: z.boolean(),
  csrf: z.string(),
  startedAt: z.string(),
  seenAt: z.string(),
  ended: z._default(z.boolean(), false),
  standsFor: z._default(z.nullable(z.string()), null),
})
const EndedItem = z.object({ endedAt: z.string() })

/** 256 bits. */
const newSecret = (): string => randomBytes(32).toString('base64url')
/** The table keeps a digest: whoever reads the table is not thereby signed in. */
const digest = (id: string): string => createHash('sha256').update(id).digest('base64url')
const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000

interface Options extends StoreOptions {
  /** The machine's own time, which the product's clock, moved by hand on one machine, is not. */
  now: () => string
}

export function dynamoConsoleSessions({ client, now, ...options }: Options): Sessions {
  const layout: Layout = { shards: 1, ...options }
  const TableName = layout.tables.traffic
  const sessionKey = (id: string) => soloKey(layout, 'console', digest(id), 'session')
  /** One item a person says from when on no earlier session counts, so that none need be looked for. */
  const endedKey = (person: string) => soloKey(layout, 'console', `person:${person}`, 'ended')

  async function read<T>(schema: z.ZodMiniType<T>, key: object): Promise<T | null> {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: toItem(key), ConsistentRead: true }))
    return Item && !hasExpired(Item, now()) ? readItem(schema, Item) : null
  }

  /** False for a session that is not there: one that was cleared away does not come back as an empty shell. */
  async function change(id: string, name: 'seenAt' | 'ended' | 'standsFor', value: unknown): Promise<boolean> {
    try {
      await client.send(
        new UpdateItemCommand({
          TableName,
          Key: toItem(sessionKey(id)),
          UpdateExpression: `SET ${name} = :value`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: toItem({ ':value': value }),
        }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  return {
    async open({ person, restricted }, before) {
      const id = newSecret()
      const earlier = before === null ? null : await read(SessionItem, sessionKey(before))
      const at = now()
      const Item = toItem({
        ...sessionKey(id),
        is: 'console-session',
        schema: itemSchema,
        person,
        restricted,
        csrf: earlier?.person === person && !earlier.ended ? earlier.csrf : newSecret(),
        startedAt: at,
        seenAt: at,
        expiresAt: expiryOf(at, absoluteHours),
      })
      await client.send(new PutItemCommand({ TableName, Item }))
      if (before !== null && earlier) await change(before, 'ended', true)
      return id
    },

    async find(id) {
      const found = await read(SessionItem, sessionKey(id))
      const at = now()
      if (!found || found.ended || minutesBetween(found.seenAt, at) >= idleMinutes) return null
      const all = await read(EndedItem, endedKey(found.person))
      if (all && found.startedAt <= all.endedAt) return null
      if (minutesBetween(found.seenAt, at) >= seenEveryMinutes && !(await change(id, 'seenAt', at))) return null
      const { ended: _, ...session } = found
      return session
    },

    async end(id) {
      await change(id, 'ended', true)
    },

    async stand(id, standsFor) {
      await change(id, 'standsFor', standsFor)
    },

    async endAll(person) {
      const endedAt = now()
      const expiresAt = expiryOf(endedAt, absoluteHours + 1)
      const Item = toItem({ ...endedKey(person), is: 'console-ended', schema: itemSchema, endedAt, expiresAt })
      await client.send(new PutItemCommand({ TableName, Item }))
    },
  }
}
