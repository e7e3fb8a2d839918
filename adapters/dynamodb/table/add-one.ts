import { UpdateItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { type Item, itemSchema, readItem, toItem } from './item.ts'
import type { Key } from './layout.ts'
import { assignments } from './update.ts'

const CounterItem = z.object({ total: z.number() })
export const totalOf = (item: Item | null): number => (item ? readItem(CounterItem, item).total : 0)

/** A number of its own, added to by everybody at once; what it is after that. A lost acknowledgement may count twice: none of them decides on a case. */
export async function add(
  client: DynamoDBClient,
  TableName: string,
  key: Key,
  attributes: { is: string; expiresAt?: number },
  by = 1,
): Promise<number> {
  const { expression, names, values } = assignments({ ...attributes, schema: itemSchema })
  const { Attributes = null } = await client.send(
    new UpdateItemCommand({
      TableName,
      Key: toItem(key),
      UpdateExpression: `${expression} ADD #total :by`,
      ExpressionAttributeNames: { ...names, '#total': 'total' },
      ExpressionAttributeValues: toItem({ ...values, ':by': by }),
      ReturnValues: 'UPDATED_NEW',
    }),
  )
  return totalOf(Attributes)
}
