import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { Memory } from '../../../core/ports/memory.ts'
import type { Access } from '../table/access.ts'
import { itemSchema, readItem, toItem } from '../table/item.ts'
import { type Key, soloKey } from '../table/layout.ts'

/** `setting` is the word these items were always written under. */
const SettingItem = z.object({ value: z.string() })

/** Small facts under names of their own. */
export function dynamoMemory({ client, layout, get, passing }: Access): Memory {
  const TableName = layout.tables.cases
  const keyOf = (name: string): Key => soloKey(layout, 'setting', name, 'setting')
  return {
    async remembered(name, sure) {
      const item = await get(TableName, keyOf(name), sure)
      return item && readItem(SettingItem, item).value
    },
    async remember(name, value) {
      const Item = { ...passing(), ...toItem({ ...keyOf(name), is: 'setting', schema: itemSchema, value }) }
      await client.send(new PutItemCommand({ TableName, Item }))
    },
  }
}
