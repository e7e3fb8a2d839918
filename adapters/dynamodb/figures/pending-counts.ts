import {
  type DynamoDBClient,
  GetItemCommand,
  TransactionConflictException,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
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

function listUpdate(layout: Layout, expression: string, references: readonly string[], more: object) {
  return {
    TableName: layout.tables.cases,
    Key: toItem(keyOf(layout)),
    UpdateExpression: `SET #is = :is, #schema = :schema ${expression}`,
    ExpressionAttributeNames: { '#is': 'is', '#schema': 'schema', '#references': 'references' },
    ExpressionAttributeValues: {
      ...toItem({ ':is': 'pending', ':schema': itemSchema, ...more }),
      ':these': { SS: [...references] },
    },
  }
}

/** Names cases that are about to become pending, and answers all that are named then; null while a transaction holds the list. */
export async function listPending(
  client: DynamoDBClient,
  layout: Layout,
  references: readonly string[],
): Promise<string[] | null> {
  const update = listUpdate(layout, 'ADD #references :these', references, {})
  try {
    const { Attributes } = await client.send(new UpdateItemCommand({ ...update, ReturnValues: 'ALL_NEW' }))
    return listIn(Attributes).references
  } catch (error) {
    if (error instanceof TransactionConflictException) return null
    throw error
  }
}

/** Takes those off the list that cease to be pending. */
export function unlistPending(layout: Layout, recounted: readonly Recounted[]): Write[] {
  const cease = recounted.flatMap(({ before, after }) => (before?.pending && !after.pending ? [after.reference] : []))
  if (cease.length === 0) return []
  const Update = listUpdate(layout, 'ADD settled :one DELETE #references :these', cease, { ':one': 1 })
  return [{ item: { Update }, refused: 'conflict' }]
}

const kindOf = ({ is }: Item): 'figures' | 'pending' | 'beside' =>
  is?.S === 'figures' || is?.S === 'pending' ? is.S : 'beside'

/** Some of it became part of the counters between two reads so often that something else is wrong. */
const tries = 5

/** The list as this process last read it: nobody need read it again before what it names is read with it. */
export interface KnownPending {
  list: PendingList | null
}

/**
 * Counters as `read` finds them or as they lie `at` these keys, read with what is pending, and what they do not hold yet. Read again where
 * some of that went into them meanwhile, and would count twice or not at all, or where the list names what was not `known` of it.
 */
export async function withPending<T>(
  client: DynamoDBClient,
  layout: Layout,
  read: () => Promise<T>,
  { at = [], sure = true, known }: { at?: readonly Key[]; sure?: boolean | undefined; known: KnownPending },
): Promise<{ read: T; beside: Item[]; pending: CounterChange[] }> {
  const listKey = keyOf(layout)
  let isKnown = known.list !== null
  let list = known.list ?? (await readPending(client, layout, sure))
  for (let attempt = 1; ; attempt++) {
    const waiting = list.references.map((reference) => figuresItemKey(layout, reference))
    const keys = [...at, ...waiting, ...(waiting.length > 0 || isKnown ? [listKey] : [])]
    const [items, found] = await Promise.all([itemsAt(client, layout.tables.cases, keys, { consistent: sure }), read()])
    const { figures = [], pending: lists = [], beside = [] } = Object.groupBy(items, kindOf)
    const after = waiting.length > 0 || isKnown ? listIn(lists[0]) : list
    const { references } = list
    const isWhole = !isKnown || after.references.every((one) => references.includes(one))
    known.list = after
    if ((isWhole && after.settled === list.settled) || attempt === tries)
      return { read: found, beside, pending: figures.flatMap((item) => pendingOf(readCounted(layout, item))) }
    list = after
    isKnown = false
  }
}
