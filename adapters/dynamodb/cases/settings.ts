import { GetItemCommand, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { CaseStore } from '../../../core/ports/cases.ts'
import { type Item, itemSchema, readItem, toItem } from '../table/item.ts'
import { type Layout, soloKey } from '../table/layout.ts'

const SettingItem = z.object({ value: z.string() })

/** Small facts under names of their own; whoever writes last is right. `passing`: attributes of whatever does not stay. */
export function settings(
  client: DynamoDBClient,
  layout: Layout,
  passing: () => Item,
): Pick<CaseStore, 'setting' | 'putSetting'> {
  const TableName = layout.tables.cases
  const keyOf = (name: string) => soloKey(layout, 'setting', name, 'setting')
  return {
    async setting(name) {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: toItem(keyOf(name)), ConsistentRead: true }),
      )
      return Item ? readItem(SettingItem, Item).value : null
    },
    async putSetting(name, value) {
      const Item = { ...passing(), ...toItem({ ...keyOf(name), is: 'setting', schema: itemSchema, value }) }
      await client.send(new PutItemCommand({ TableName, Item }))
    },
  }
}
