import { paginateQuery } from '@aws-sdk/client-dynamodb'
import type { SelfCheckStore } from '../../../core/ports/figures/self-check.ts'
import type { StoreOptions } from '../table/access.ts'
import { toItem } from '../table/item.ts'
import { dueKey, type Layout } from '../table/layout.ts'
import { indexes } from '../table/table.ts'

/** How many cases are on the agenda. */
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
  }
}
