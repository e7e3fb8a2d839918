import {
  ConditionalCheckFailedException,
  paginateQuery,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { FloodSource } from '../../../core/case/codes.ts'
import type { Floods } from '../../../core/ports/floods.ts'
import type { Access } from '../table/access.ts'
import { expiryOf, itemSchema, readItem, toItem } from '../table/item.ts'
import { soloKey } from '../table/layout.ts'
import { assignments } from '../table/update.ts'

const CountItem = z.object({ cases: z.array(z.string()) })
const NameItem = z.object({ name: z.string() })
const FloodItem = z.object({ group: z.string(), from: FloodSource, at: z.string() })
const MemberItem = z.object({ sk: z.string() })

type FloodWindow = Parameters<Floods['name']>[2]

/** One attribute (`#own`) and what it becomes, `only` where that holds. */
interface SourceChange {
  set: string
  name: string
  values: Record<string, unknown>
  only?: string
}

/** Under this all floods stand by time; under its reference each has its cases. */
const all = 'latest'

/** What is counted of a source lies in what passes; which cases are of one flood, among the cases: references alone, and no source. */
export function dynamoFloods({ client, layout }: Access): Floods {
  const { traffic, cases } = layout.tables
  const floodItems = (id: string) => ({
    TableName: cases,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: toItem({ ':pk': soloKey(layout, 'flood', id, '').pk }),
  })
  /** Changes the item of a source, which goes with its window. What it holds then, or held where `only` refused. */
  async function changed(source: string, { from, until }: FloodWindow, { set, name, values, only }: SourceChange) {
    const kept = assignments({ is: 'source', schema: itemSchema, expiresAt: expiryOf(until, 0) })
    const update: UpdateItemCommandInput = {
      TableName: traffic,
      Key: toItem(soloKey(layout, 'source', source, from)),
      UpdateExpression: `${kept.expression}, #own = ${set}`,
      ExpressionAttributeNames: { ...kept.names, '#own': name },
      ExpressionAttributeValues: toItem({ ...kept.values, ...values }),
      ReturnValues: 'UPDATED_NEW',
      ...(only ? { ConditionExpression: only, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } : {}),
    }
    try {
      return (await client.send(new UpdateItemCommand(update))).Attributes ?? {}
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException && error.Item) return error.Item
      throw error
    }
  }

  return {
    async count(source, reference, { most, ...window }) {
      const item = await changed(source, window, {
        set: 'list_append(if_not_exists(#own, :none), :one)',
        name: 'cases',
        values: { ':none': [], ':one': [reference], ':most': most },
        only: 'attribute_not_exists(#own) OR size(#own) <= :most',
      })
      return readItem(CountItem, item).cases
    },

    async name(source, drawn, window) {
      const set = 'if_not_exists(#own, :name)'
      return readItem(NameItem, await changed(source, window, { set, name: 'name', values: { ':name': drawn } })).name
    },

    async gather({ group, from, at }, references, days) {
      const expiresAt = expiryOf(at, days * 24)
      // By the window's first case: marked twice it is one flood.
      const common = { is: 'flood', schema: itemSchema, expiresAt }
      const items = [
        { ...soloKey(layout, 'flood', all, `${at}#${group}`), ...common, group, from, at },
        ...references.map((reference) => ({ ...soloKey(layout, 'flood', group, reference), ...common })),
      ]
      await Promise.all(items.map((item) => client.send(new PutItemCommand({ TableName: cases, Item: toItem(item) }))))
    },

    async members(group) {
      const found: string[] = []
      for await (const { Items = [] } of paginateQuery({ client }, floodItems(group)))
        found.push(...Items.map((item) => readItem(MemberItem, item).sk))
      return found
    },

    async latest(count) {
      const { Items = [] } = await client.send(
        new QueryCommand({ ...floodItems(all), ScanIndexForward: false, Limit: count }),
      )
      return Items.map((item) => readItem(FloodItem, item))
    },
  }
}
