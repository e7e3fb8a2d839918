import {
  ConditionalCheckFailedException,
  paginateQuery,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { FloodSource } from '../../../core/case/codes.ts'
import type { Floods } from '../../../core/ports/floods.ts'
import type { Access } from '../table/access.ts'
import { expiryOf, type Item, itemSchema, readItem, toItem } from '../table/item.ts'
import { soloKey } from '../table/layout.ts'
import { assignments } from '../table/update.ts'

const CountItem = z.object({ cases: z.array(z.string()) })
const NameItem = z.object({ name: z.string() })
const FloodItem = z.object({ group: z.string(), from: FloodSource, at: z.string() })
const MemberItem = z.object({ sk: z.string() })

const casesIn = (item: Item | undefined): string[] => (item ? readItem(CountItem, item).cases : [])

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
  return {
    async count(source, reference, { from, until, most }) {
      const { expression, names, values } = assignments({
        is: 'source',
        schema: itemSchema,
        expiresAt: expiryOf(until, 0),
      })
      try {
        const { Attributes } = await client.send(
          new UpdateItemCommand({
            TableName: traffic,
            Key: toItem(soloKey(layout, 'source', source, from)),
            UpdateExpression: `${expression}, #cases = list_append(if_not_exists(#cases, :none), :one)`,
            ConditionExpression: 'attribute_not_exists(#cases) OR size(#cases) <= :most',
            ExpressionAttributeNames: { ...names, '#cases': 'cases' },
            ExpressionAttributeValues: toItem({ ...values, ':none': [], ':one': [reference], ':most': most }),
            ReturnValues: 'UPDATED_NEW',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        )
        return casesIn(Attributes)
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException && error.Item) return casesIn(error.Item)
        throw error
      }
    },

    async name(source, drawn, { from, until }) {
      const { expression, names, values } = assignments({
        is: 'source',
        schema: itemSchema,
        expiresAt: expiryOf(until, 0),
      })
      const { Attributes = {} } = await client.send(
        new UpdateItemCommand({
          TableName: traffic,
          Key: toItem(soloKey(layout, 'source', source, from)),
          UpdateExpression: `${expression}, #name = if_not_exists(#name, :name)`,
          ExpressionAttributeNames: { ...names, '#name': 'name' },
          ExpressionAttributeValues: toItem({ ...values, ':name': drawn }),
          ReturnValues: 'UPDATED_NEW',
        }),
      )
      return readItem(NameItem, Attributes).name
    },

    async gather({ group, from, at }, references, days) {
      const expiresAt = expiryOf(at, days * 24)
      // By the window's first case: marked twice it is one flood.
      const head = { ...soloKey(layout, 'flood', all, `${at}#${group}`), is: 'flood', schema: itemSchema, expiresAt, group, from, at } // prettier-ignore
      const items = [
        head,
        ...references.map((reference) => ({
          ...soloKey(layout, 'flood', group, reference),
          is: 'flood',
          schema: itemSchema,
          expiresAt,
        })),
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
