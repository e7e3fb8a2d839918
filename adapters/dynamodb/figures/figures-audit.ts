import { paginateScan, type AttributeValue } from '@aws-sdk/client-dynamodb'
import type { AuditPage, Audited, FiguresAudit } from '../../../core/ports/figures/figures-audit.ts'
import type { StoreOptions } from '../table/access.ts'
import { readCase } from '../cases/case-item.ts'
import { readCounted, readCounter } from './figures-item.ts'
import { pendingOf } from './pending-counts.ts'
import { type Item, toItem } from '../table/item.ts'
import { itemsAt } from '../table/items-at.ts'
import { caseKey, type Key, type Layout } from '../table/layout.ts'
import { indexes, kindAttribute } from '../table/table.ts'

/** Items looked at in one call. Asked for no number, the engine of one machine reads the rest of the table at each call. */
const pageSize = 1_000

/** Sorts before everything that lies beside a case. */
const first = ' '

/** Reads the whole table: for a person who checks the figures. No function may. */
export function dynamoFiguresAudit({ client, ...options }: StoreOptions): FiguresAudit {
  const layout: Layout = { shards: 1, ...options }
  const TableName = layout.tables.cases
  const scan = {
    TableName,
    ConsistentRead: true,
    FilterExpression: '#is IN (:case, :figures, :counter) AND begins_with(pk, :programme)',
    ExpressionAttributeNames: { '#is': kindAttribute },
    ExpressionAttributeValues: toItem({
      ':case': 'case',
      ':figures': 'figures',
      ':counter': 'counter',
      ':programme': `${layout.programme}#`,
    }),
  }

  const audited = (item: Item, figures: Item | null): Audited => ({
    caseFile: readCase(layout, item).caseFile,
    onAgenda: indexes.due.partition in item,
    counted: figures && readCounted(layout, figures),
  })

  return {
    async *pages(after) {
      const reading = { client, pageSize, ...(after === null ? {} : { startingToken: startOf(after) }) }
      // The SDK writes the position into what it is given. What lies under one key comes together, in order: a case, then its figures, perhaps on the next page.
      let waiting: Item | null = null
      for await (const { Items = [], LastEvaluatedKey } of paginateScan(reading, { ...scan })) {
        const page: AuditPage = { cases: [], counters: [], next: null }
        const settle = (figures: Item | null) => {
          const found = waiting && audited(waiting, figures)
          if (found) page.cases.push(found)
          if (found?.counted) page.counters.push(...pendingOf(found.counted))
          waiting = null
        }
        for (const item of Items) {
          const is = item[kindAttribute]?.S
          if (is === 'counter') page.counters.push(...readCounter(layout, item))
          if (is === 'figures' && pkOf(item) === pkOf(waiting)) settle(item)
          if (is !== 'case') continue
          settle(null)
          waiting = item
        }
        if (LastEvaluatedKey) page.next = JSON.stringify(waiting ? [pkOf(waiting), first] : keyOf(LastEvaluatedKey))
        else settle(null)
        yield page
      }
    },

    async cases(references) {
      const keys = references.map((reference) => caseKey(layout, reference))
      const items = await itemsAt(client, TableName, keys, { consistent: true })
      return items.map((item) => readCase(layout, item).caseFile)
    },
  }
}

const pkOf = (item: Item | null): string | undefined => item?.pk?.S
const keyOf = ({ pk, sk }: Item) => [pk?.S, sk?.S]

function startOf(after: string): Record<string, AttributeValue> {
  const [pk = '', sk = ''] = JSON.parse(after) as string[]
  return toItem({ pk, sk } satisfies Key)
}
