import { paginateQuery } from '@aws-sdk/client-dynamodb'
import { type CounterChange, type CounterKey, netted } from '../../../core/lists/counter-change.ts'
import type { Counted, Counter, CounterRange, FiguresStore } from '../../../core/ports/figures/figures.ts'
import type { CommitOptions } from '../table/access.ts'
import { commitWrites, newToken, type Write } from '../cases/commit-writes.ts'
import { addToCounters, counterKey, figuresItemKey, putCounted, readCounted, readCounter } from './figures-item.ts'
import { type KnownPending, listPending, readPending, unlistPending, withPending } from './pending-counts.ts'
import { type Item, toItem } from '../table/item.ts'
import { itemsAt } from '../table/items-at.ts'
import { foundRows } from '../cases/found-rows.ts'
import type { Layout } from '../table/layout.ts'

/** Sorts behind everything a name may go on with. */
const afterAll = '\uffff'

/** Fields by counter, of what is in the counters and what is still to come into them. */
function byCounter(changes: readonly CounterChange[]): Map<string, Record<string, number>> {
  const found = new Map<string, Record<string, number>>()
  for (const { group, name, field, add } of netted(changes))
    found.set(`${group} ${name}`, { ...found.get(`${group} ${name}`), [field]: add })
  return found
}

/** What was counted of each case, beside it, and the counters. */
export function dynamoFiguresStore(options: CommitOptions): FiguresStore {
  const { client, tables, programme, shards = 1 } = options
  const layout: Layout = { tables, programme, shards }
  const { cases } = layout.tables
  const known: KnownPending = { list: null }
  const commit = (writes: readonly Write[], token: string) => commitWrites(client, writes, token, options)

  const fieldsOf = (keys: readonly CounterKey[], items: readonly Item[], pending: readonly CounterChange[]) => {
    const found = byCounter([...items.flatMap((item) => readCounter(layout, item)), ...pending])
    return keys.map(({ group, name }) => found.get(`${group} ${name}`) ?? {})
  }

  async function countersIn({ group, from, to }: CounterRange): Promise<CounterChange[]> {
    const { pk } = counterKey(layout, { group, name: '' })
    const query = {
      TableName: cases,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: toItem({ ':pk': pk, ':from': from, ':to': `${to}${afterAll}` }),
    }
    const found: CounterChange[] = []
    for await (const { Items = [] } of paginateQuery({ client }, query))
      found.push(...Items.flatMap((item) => readCounter(layout, item)))
    return found
  }

  return {
    async counted(references, sure = true) {
      const keys = [...new Set(references)].map((reference) => figuresItemKey(layout, reference))
      const items = await itemsAt(client, cases, keys, { consistent: sure })
      return new Map(
        items.map((item) => readCounted(layout, item)).map((one): [string, Counted] => [one.reference, one]),
      )
    },

    async recount(recounted, changes) {
      const token = newToken()
      const writes = [
        ...recounted.map((one) => putCounted(layout, one, token)),
        ...addToCounters(layout, changes),
        ...unlistPending(layout, recounted),
      ]
      return writes.length === 0 || (await commit(writes, token)) === 'done'
    },

    willPend: (references) => listPending(client, layout, references),

    async pending(sure) {
      return (await readPending(client, layout, sure)).references
    },

    async counter(key, sure) {
      const own = [counterKey(layout, key)]
      const { beside, pending } = await withPending(client, layout, () => Promise.resolve(null), {
        at: own,
        sure,
        known,
      })
      const [fields = {}] = fieldsOf([key], beside, pending)
      return fields
    },

    async counters(keys) {
      const wanted = keys.map((key) => counterKey(layout, key))
      const read = () => itemsAt(client, cases, wanted, { consistent: false })
      const { read: items, pending } = await withPending(client, layout, read, { known })
      return fieldsOf(keys, items, pending)
    },

    async countersOf(ranges) {
      const { read, pending } = await withPending(client, layout, () => Promise.all(ranges.map(countersIn)), { known })
      return ranges.map(({ group, from, to }, at) => {
        const own = pending.filter((one) => one.group === group && one.name >= from && one.name <= to + afterAll)
        return [...byCounter([...(read[at] ?? []), ...own])]
          .map(([counter, fields]): Counter => ({ name: counter.slice(group.length + 1), fields }))
          .sort((a, b) => (a.name < b.name ? -1 : 1))
      })
    },

    found: (whose, month, page) => foundRows(client, layout, { whose, month }, page),

    async repair(changes) {
      for (const write of addToCounters(layout, changes)) await commit([write], newToken())
    },
  }
}
