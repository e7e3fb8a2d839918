import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Facts } from '../../../core/figures/facts.ts'
import type { FoundRow } from '../../../core/ports/figures/figures.ts'
import { type Item, readAttribute } from '../table/item.ts'
import { figuresKey, type Layout } from '../table/layout.ts'
import { pageOf } from '../table/sharded-index.ts'
import { indexes, type IndexName } from '../table/table.ts'

/** None of what stands in no list. */
export function rowOf(index: IndexName, item: Item): FoundRow[] {
  const sort = item[indexes[index].sort]?.S ?? ''
  const { ordinary } = readAttribute(Facts, item, 'row')
  return ordinary ? [{ reference: sort.slice(sort.lastIndexOf('#') + 1), sort, facts: ordinary }] : []
}

/** Counted cases of one month, where `figures/figures-item.ts` put them. */
export async function foundRows(
  client: DynamoDBClient,
  layout: Layout,
  { whose, month }: { whose: string; month: string },
  { until, ...page }: { after: string | null; until?: string; limit: number },
): Promise<{ rows: FoundRow[]; next: string | null }> {
  const index = whose.startsWith('region:') ? 'region' : 'owner'
  const query = { index, partition: figuresKey(layout, whose, month), ...(until ? { until } : {}) } as const
  const { items, next } = await pageOf(client, layout, query, page)
  return { rows: items.flatMap((item) => rowOf(index, item)), next }
}
