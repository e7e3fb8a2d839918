import { GetItemCommand, UpdateItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { CaseStore } from '../../../core/ports/cases.ts'
import { expiryOf, type Item, itemSchema, readItem, toItem } from './item.ts'
import { type Key, type Layout, soloKey } from './layout.ts'
import { assignments } from './update.ts'

/** An hour's tries are asked for within that hour. */
const triesHours = 2

const CounterItem = z.object({ total: z.number() })
const totalOf = (item: Item | undefined): number => (item ? readItem(CounterItem, item).total : 0)

/** Numbers of their own, added to by everybody at once. A lost acknowledgement may count twice: none of them decides on a case. */
export function counters(client: DynamoDBClient, layout: Layout): Pick<CaseStore, 'tries' | 'count'> {
  const { cases, traffic } = layout.tables

  async function add(TableName: string, key: Key, attributes: { is: string; expiresAt?: number }): Promise<number> {
    const { expression, names, values } = assignments({ ...attributes, schema: itemSchema })
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName,
        Key: toItem(key),
        UpdateExpression: `${expression} ADD #total :one`,
        ExpressionAttributeNames: { ...names, '#total': 'total' },
        ExpressionAttributeValues: toItem({ ...values, ':one': 1 }),
        ReturnValues: 'UPDATED_NEW',
      }),
    )
    return totalOf(Attributes)
  }

  return {
    async tries(who, hourAt, added) {
      const key = soloKey(layout, 'tries', who, hourAt)
      if (added === 1) return add(traffic, key, { is: 'tries', expiresAt: expiryOf(hourAt, triesHours) })
      const { Item } = await client.send(
        new GetItemCommand({ TableName: traffic, Key: toItem(key), ConsistentRead: true }),
      )
      return totalOf(Item)
    },
    async count(what, on) {
      await add(cases, soloKey(layout, 'count', on, what), { is: 'count' })
    },
  }
}
