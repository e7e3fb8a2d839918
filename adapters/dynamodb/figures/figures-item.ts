import * as z from 'zod/mini'
import { Facts, unknown } from '../../../core/figures/facts.ts'
import type { CounterChange } from '../../../core/lists/counter-change.ts'
import type { Counted, Recounted } from '../../../core/ports/figures/figures.ts'
import type { Write } from '../cases/commit-writes.ts'
import { type Item, itemSchema, readItem, toItem } from '../table/item.ts'
import { caseKey, figuresKey, type Key, type Layout, referenceOf, shardOf, soloKey } from '../table/layout.ts'
import { indexes } from '../table/table.ts'

export const figuresItemKey = (layout: Layout, reference: string): Key => caseKey(layout, reference, 'figures')
export const counterKey = (layout: Layout, { group, name }: Pick<CounterChange, 'group' | 'name'>): Key =>
  soloKey(layout, 'counter', group, name)

const FiguresItem = z.object({
  pk: z.string(),
  version: z.number(),
  row: Facts,
  pending: z.optional(z.object({ was: z.nullable(Facts), since: z.number() })),
})

export function readCounted(layout: Layout, item: Item): Counted {
  const { pk, version, row, pending } = readItem(FiguresItem, item)
  return { reference: referenceOf(layout, pk) ?? '', version, facts: row, ...(pending ? { pending } : {}) }
}

/**
 * Where search and exports find a counted case: the month of its region, where the category comes first in the sort key, and the month of its organisation
 * (`docs/decisions/006-figures-on-the-three-indexes.md`). Never on `due`; S cases stand nowhere.
 */
function figuresIndexes(layout: Layout, { reference, facts: { ordinary } }: Counted): Record<string, string> {
  if (!ordinary) return {}
  const { receivedOn, region, organisation, suggested } = ordinary
  // What nobody assessed stands under what its words suggest: many about the same stand together.
  const category = ordinary.category === unknown ? (suggested?.category ?? unknown) : ordinary.category
  const partition = (whose: string) =>
    `${figuresKey(layout, whose, receivedOn.slice(0, 7))}#${shardOf(layout, reference)}`
  return {
    [indexes.region.partition]: partition(`region:${region}`),
    [indexes.region.sort]: `${category}#${receivedOn}#${reference}`,
    ...(organisation === null
      ? {}
      : {
          [indexes.owner.partition]: partition(`organisation:${organisation}`),
          [indexes.owner.sort]: `${receivedOn}#${reference}`,
        }),
  }
}

/** Puts what was counted of a case in the place of what was counted before, and nothing else's. */
export function putCounted(layout: Layout, { before, after }: Recounted, token: string): Write {
  const Put = {
    TableName: layout.tables.cases,
    Item: toItem({
      ...figuresItemKey(layout, after.reference),
      is: 'figures',
      schema: itemSchema,
      version: after.version,
      token,
      row: after.facts,
      pending: after.pending,
      ...figuresIndexes(layout, after),
    }),
    ...(before
      ? {
          // Whoever settles it changes no version.
          ConditionExpression: `#version = :version AND ${before.pending ? 'pending.since = :since' : 'attribute_not_exists(pending)'}`,
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: toItem({ ':version': before.version, ':since': before.pending?.since }),
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  }
  return { item: { Put }, refused: 'conflict' }
}

/** One update per counter, whatever it is added to. */
export function addToCounters(layout: Layout, changes: readonly CounterChange[]): Write[] {
  const byCounter = Map.groupBy(changes, ({ group, name }) => `${group}#${name}`)
  return [...byCounter.values()].flatMap((fields) => {
    const [first] = fields
    if (!first) return []
    const Update = {
      TableName: layout.tables.cases,
      Key: toItem(counterKey(layout, first)),
      UpdateExpression: `SET #is = :is, #schema = :schema ADD ${fields.map((_, at) => `#f${at} :f${at}`).join(', ')}`,
      ExpressionAttributeNames: {
        '#is': 'is',
        '#schema': 'schema',
        ...Object.fromEntries(fields.map(({ field }, at) => [`#f${at}`, field])),
      },
      ExpressionAttributeValues: toItem({
        ':is': 'counter',
        ':schema': itemSchema,
        ...Object.fromEntries(fields.map(({ add }, at) => [`:f${at}`, add])),
      }),
    }
    return [{ item: { Update }, refused: 'conflict' }]
  })
}

const CounterItem = z.catchall(
  z.object({ pk: z.string(), sk: z.string(), is: z.literal('counter'), schema: z.number() }),
  z.number(),
)

/** The fields of one counter; those that came back to 0 are as good as absent. */
export function readCounter(layout: Layout, item: Item): CounterChange[] {
  const { pk, sk: name, is: _, schema: __, ...fields } = readItem(CounterItem, item)
  const group = pk.slice(soloKey(layout, 'counter', '', '').pk.length)
  return Object.entries(fields).flatMap(([field, add]) => (add === 0 ? [] : [{ group, name, field, add }]))
}
