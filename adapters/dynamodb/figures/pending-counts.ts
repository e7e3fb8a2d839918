import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { counterChanges } from '../../../core/figures/counters.ts'
import type { CounterChange } from '../../../core/lists/counter-change.ts'
import type { Counted, Recounted } from '../../../core/ports/figures/figures.ts'
import type { Write } from '../cases/commit-writes.ts'
import { type Item, itemSchema, toItem } from '../table/item.ts'
import { itemsAt } from '../table/items-at.ts'
import { type Layout, soloKey } from '../table/layout.ts'
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

export async function readPending(client: DynamoDBClient, layout: Layout): Promise<PendingList> {
  const Key = toItem(keyOf(layout))
  const { Item } = await client.send(new GetItemCommand({ TableName: layout.tables.cases, Key, ConsistentRead: true }))
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

/** Some of it became part of the counters between two reads so often that something else is wrong. */
const tries = 5

/**
 * Counters as `read` finds them, and what they do not hold yet. Read again where some of that went into them meanwhile: it would count
 * twice, or not at all.
 */
export async function withPending<T>(
  client: DynamoDBClient,
  layout: Layout,
  read: () => Promise<T>,
): Promise<{ read: T; pending: CounterChange[] }> {
  const listKey = keyOf(layout)
  let list = await readPending(client, layout)
  for (let attempt = 1; ; attempt++) {
    const keys = list.references.map((reference) => figuresItemKey(layout, reference))
    const [items, found] = await Promise.all([
      keys.length > 0 ? itemsAt(client, layout.tables.cases, [...keys, listKey], { consistent: true }) : [],
      read(),
    ])
    const isList = ({ pk }: Item) => pk?.S === listKey.pk
    const after = keys.length > 0 ? listIn(items.find(isList)) : list
    const pending = items.filter((item) => !isList(item)).flatMap((item) => pendingOf(readCounted(layout, item)))
    if (after.settled === list.settled || attempt === tries) return { read: found, pending }
    list = after
  }
}
