import { GetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expiryOf, hasExpired, type Item, toItem } from './item.ts'
import { canBe, type Key, type Layout } from './layout.ts'

export interface StoreOptions extends Omit<Layout, 'shards'> {
  client: DynamoDBClient
  shards?: number
}

/** What is decided on what was read. */
export interface CommitOptions extends StoreOptions {
  /** From 0 up to, not including, 1: spreads repeated tries. */
  random: () => number
  /** All tries of one commit together, the SDK's own included. Without it two and a half seconds: a gateway waits a few. */
  commitMs?: number
}

export interface PassingOptions extends StoreOptions {
  /** The instant it is, for what expires. */
  now: () => string
  /** Practice: everything written is gone so many hours later. Without it everything stays. */
  keptHours?: number
}

/** How the stores of one programme reach its tables. */
export interface Access {
  client: DynamoDBClient
  layout: Layout
  /** As it was last written, or, not `sure`, perhaps a moment before; null once it has expired. */
  get: (table: string, key: Key, sure?: boolean) => Promise<Item | null>
  /** What every new item carries besides; an update leaves it as it is. */
  passing: () => Item
  now: () => string
}

export function accessTo({ client, now, keptHours, tables, programme, shards = 1 }: PassingOptions): Access {
  return {
    client,
    now,
    layout: { tables, programme, shards },
    async get(TableName, key, sure = true) {
      if (!canBe(key)) return null
      const { Item } = await client.send(new GetItemCommand({ TableName, Key: toItem(key), ConsistentRead: sure }))
      return Item && !hasExpired(Item, now()) ? Item : null
    },
    passing: () => (keptHours === undefined ? {} : toItem({ expiresAt: expiryOf(now(), keptHours) })),
  }
}
