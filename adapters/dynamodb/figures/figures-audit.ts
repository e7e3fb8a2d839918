import { paginateScan } from '@aws-sdk/client-dynamodb'
import type { FiguresAudit } from '../../../core/ports/figures/figures-audit.ts'
import type { StoreOptions } from '../table/access.ts'
import { readCase } from '../cases/case-item.ts'
import { readCounter } from './figures-item.ts'
import { type Item, toItem } from '../table/item.ts'
import type { Layout } from '../table/layout.ts'
import { indexes, kindAttribute } from '../table/table.ts'

/** Reads the whole table: for a person who checks the figures. No function may. */
export function dynamoFiguresAudit({ client, ...options }: StoreOptions): FiguresAudit {
  const layout: Layout = { shards: 1, ...options }

  async function* itemsOf(kind: string): AsyncIterable<Item[]> {
    const scan = {
      TableName: layout.tables.cases,
      ConsistentRead: true,
      FilterExpression: '#is = :is AND begins_with(pk, :programme)',
      ExpressionAttributeNames: { '#is': kindAttribute },
      ExpressionAttributeValues: toItem({ ':is': kind, ':programme': `${layout.programme}#` }),
    }
    for await (const { Items = [] } of paginateScan({ client }, scan)) yield Items
  }

  return {
    async *everyCase() {
      for await (const items of itemsOf('case'))
        yield items.map((item) => ({
          caseFile: readCase(layout, item).caseFile,
          onAgenda: indexes.due.partition in item,
        }))
    },
    async *everyCounter() {
      for await (const items of itemsOf('counter')) yield items.flatMap((item) => readCounter(layout, item))
    },
  }
}
