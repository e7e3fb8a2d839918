import { ConditionalCheckFailedException, paginateQuery, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { SelfCheckStore } from '../../../core/ports/figures/self-check.ts'
import type { StoreOptions } from '../table/access.ts'
import { type Item, itemSchema, readItem, toItem } from '../table/item.ts'
import { dueKey, type Layout, soloKey } from '../table/layout.ts'
import { indexes } from '../table/table.ts'

const DutyItem = z.object({ takenOn: z.optional(z.string()) })
const takenOn = (item: Item | undefined): string | null => (item ? (readItem(DutyItem, item).takenOn ?? null) : null)

/** The day of the last check, and how many cases are on the agenda. */
export function dynamoSelfCheckStore({ client, ...options }: StoreOptions): SelfCheckStore {
  const layout: Layout = { shards: 1, ...options }
  const TableName = layout.tables.cases

  async function rowsOf(shard: number): Promise<number> {
    const query = {
      TableName,
      IndexName: 'due',
      Select: 'COUNT' as const,
      KeyConditionExpression: '#partition = :partition',
      // Notices stand there too; only a case has a row.
      FilterExpression: 'attribute_exists(#row)',
      ExpressionAttributeNames: { '#partition': indexes.due.partition, '#row': 'row' },
      ExpressionAttributeValues: toItem({ ':partition': `${dueKey(layout)}#${shard}` }),
    }
    let rows = 0
    for await (const { Count = 0 } of paginateQuery({ client }, query)) rows += Count
    return rows
  }

  return {
    async rowsOnDue() {
      const rows = await Promise.all(Array.from({ length: layout.shards }, (_, shard) => rowsOf(shard)))
      return rows.reduce((sum, count) => sum + count, 0)
    },

    async takeDay(on) {
      const key = soloKey(layout, 'duty', 'self-check', 'duty')
      try {
        const { Attributes } = await client.send(
          new UpdateItemCommand({
            TableName,
            Key: toItem(key),
            UpdateExpression: 'SET #is = :is, #schema = :schema, takenOn = :on',
            ConditionExpression: 'attribute_not_exists(pk) OR takenOn < :on',
            ExpressionAttributeNames: { '#is': 'is', '#schema': 'schema' },
            ExpressionAttributeValues: toItem({ ':is': 'duty', ':schema': itemSchema, ':on': on }),
            ReturnValues: 'UPDATED_OLD',
          }),
        )
        return { taken: true, lastOn: takenOn(Attributes) }
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return { taken: false, lastOn: null }
        throw error
      }
    },
  }
}
