import { GetItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb'
import type { Counted, Counter, FiguresStore } from '../../../core/ports/figures/figures.ts'
import type { CommitOptions } from '../table/access.ts'
import { commitWrites, newToken, type Write } from '../cases/commit-writes.ts'
import { addToCounters, counterKey, figuresItemKey, putCounted, readCounted, readCounter } from './figures-item.ts'
import { toItem } from '../table/item.ts'
import { itemsAt } from '../table/items-at.ts'
import { foundRows } from '../cases/found-rows.ts'
import type { Layout } from '../table/layout.ts'

/** Sorts behind everything a name may go on with. */
const afterAll = '\uffff'

/** What was counted of each case, beside it, and the counters. */
export function dynamoFiguresStore(options: CommitOptions): FiguresStore {
  const { client, tables, programme, shards = 1 } = options
  const layout: Layout = { tables, programme, shards }
  const { cases } = layout.tables
  const commit = (writes: readonly Write[], token: string) => commitWrites(client, writes, token, options)

  return {
    async counted(references) {
      const keys = [...new Set(references)].map((reference) => figuresItemKey(layout, reference))
      const items = await itemsAt(client, cases, keys, { consistent: true })
      return new Map(
        items.map((item) => readCounted(layout, item)).map((one): [string, Counted] => [one.reference, one]),
      )
    },

    async recount(recounted, changes) {
      const token = newToken()
      const writes = [...recounted.map((one) => putCounted(layout, one, token)), ...addToCounters(layout, changes)]
      return writes.length === 0 || (await commit(writes, token)) === 'done'
    },

    async counter(key) {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: cases, Key: toItem(counterKey(layout, key)), ConsistentRead: true }),
      )
      return Item ? Object.fromEntries(readCounter(layout, Item).map(({ field, add }) => [field, add])) : {}
    },

    async counters(keys) {
      const wanted = keys.map((key) => counterKey(layout, key))
      const items = await itemsAt(client, cases, wanted, { consistent: false })
      const found = new Map(items.map((item) => [`${item.pk?.S ?? ''} ${item.sk?.S ?? ''}`, item]))
      return wanted.map(({ pk, sk }) => {
        const item = found.get(`${pk} ${sk}`)
        return item ? Object.fromEntries(readCounter(layout, item).map(({ field, add }) => [field, add])) : {}
      })
    },

    async countersOf(group, from, to) {
      const { pk } = counterKey(layout, { group, name: '' })
      const query = {
        TableName: cases,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: toItem({ ':pk': pk, ':from': from, ':to': `${to}${afterAll}` }),
      }
      const found: Counter[] = []
      for await (const { Items = [] } of paginateQuery({ client }, query))
        for (const item of Items) {
          const fields = readCounter(layout, item)
          const [first] = fields
          if (first)
            found.push({ name: first.name, fields: Object.fromEntries(fields.map(({ field, add }) => [field, add])) })
        }
      return found
    },

    found: (whose, month, page) => foundRows(client, layout, { whose, month }, page),

    async repair(changes) {
      for (const write of addToCounters(layout, changes)) await commit([write], newToken())
    },
  }
}
