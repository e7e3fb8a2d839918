import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { counterChanges } from '../../../core/figures/counters.ts'
import type { CounterChange } from '../../../core/lists/counter-change.ts'
import type { Counted, Recounted } from '../../../core/ports/figures/figures.ts'
import type { Write } from '../cases/commit-writes.ts'
import { type Item, itemSchema, toItem } from '../table/item.ts'
import { itemsAt } from '../table/items-at.ts'
import { type Key, type Layout, soloKey } from '../table/layout.ts'
import { figuresItemKey, readCounted } from './figures-item.ts'

/** What no counter holds yet of one case. */
export const pendingOf = ({ pending, facts }: Counted): CounterChange[] =>
  pending ? counterChanges(pending.was, facts) : []

/** One item names the cases whose last changes no counter holds yet; `settled` is how often some of them left it. */
interface PendingList {
  references: string[]
  settled: string
}

const keyOf = (layout: Layout) => soloKey(layout, 'pending', 'figures', 'pending')
const listIn = (item: Item | undefined): PendingList => ({
  references: item?.references?.SS ?? [],
  settled: item?.settled?.N ?? '0',
})

export async function readPending(client: DynamoDBClient, layout: Layout, sure = true): Promise<PendingList> {
  const Key = toItem(keyOf(layout))
  const { Item } = await client.send(new GetItemCommand({ TableName: layout.tables.cases, Key, ConsistentRead: sure }))
  return listIn(Item)
}

/** Names the cases that become pending, or takes those off it that cease to be. */
export function listPending(layout: Layout, recounted: readonly Recounted[]): Write[] {
  const become = recounted.filter(({ before, after }) => after.pending && !before?.pending)
  const cease = recounted.filter(({ before, after }) => before?.pending && !after.pending)
  const write = (which: readonly Recounted[], expression: string, more: object): Write[] => {
    if (which.length === 0) return []
    const Update = {
      TableName: layout.tables.cases,
      Key: toItem(keyOf(layout)),
      UpdateExpression: `SET #is = :is, #schema = :schema ${expression}`,
      ExpressionAttributeNames: { '#is': 'is', '#schema': 'schema', '#references': 'references' },
      ExpressionAttributeValues: {
        ...toItem({ ':is': 'pending', ':schema': itemSchema, ...more }),
        ':these': { SS: which.map(({ after }) => after.reference) },
      },
    }
    return [{ item: { Update }, refused: 'conflict' }]
  }
  return [
    ...write(become, 'ADD #references :these', {}),
    ...write(cease, 'ADD settled :one DELETE #references :these', { ':one': 1 }),
  ]
}

const kindOf = ({ is }: Item): 'figures' | 'pending' | 'beside' =>
  is?.S === 'figures' || is?.S === 'pending' ? is.S : 'beside'

/** Some of it became part of the counters between two reads so often that something else is wrong. */
const tries = 5

/**
 * Counters as `read` finds them or as they lie `at` these keys, read with what is pending, and what they do not hold yet. Read again where
 * some of that went into them meanwhile: it would count twice, or not at all.
 */
export async function withPending<T>(
  client: DynamoDBClient,
  layout: Layout,
  read: () => Promise<T>,
  { at = [], sure = true }: { at?: readonly Key[]; sure?: boolean | undefined } = {},
): Promise<{ read: T; beside: Item[]; pending: CounterChange[] }> {
  const listKey = keyOf(layout)
  let list = await readPending(client, layout, sure)
  for (let attempt = 1; ; attempt++) {
    const waiting = list.references.map((reference) => figuresItemKey(layout, reference))
    const keys = [...at, ...waiting, ...(waiting.length > 0 ? [listKey] : [])]
    const [items, found] = await Promise.all([itemsAt(client, layout.tables.cases, keys, { consistent: sure }), read()])
    const { figures = [], pending: lists = [], beside = [] } = Object.groupBy(items, kindOf)
    const after = waiting.length > 0 ? listIn(lists[0]) : list
    const pending = figures.flatMap((item) => pendingOf(readCounted(layout, item)))
    if (after.settled === list.settled || attempt === tries) return { read: found, beside, pending }
    list = after
  }
}
