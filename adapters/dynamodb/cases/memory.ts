import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import type { Memory } from '../../../core/ports/memory.ts'
import type { Access } from '../table/access.ts'
import { expiryOf, itemSchema, readItem, toItem } from '../table/item.ts'
import { type Key, soloKey } from '../table/layout.ts'

/** `setting` is the word these items were always written under. */
const SettingItem = z.object({ value: z.string() })

/** Small facts under names of their own. */
export function dynamoMemory({ client, layout, get, passing, now }: Access): Memory {
  const TableName = layout.tables.cases
  const keyOf = (name: string): Key => soloKey(layout, 'setting', name, 'setting')
  const put = (name: string, value: string) => ({
    TableName,
    Item: { ...passing(), ...toItem({ ...keyOf(name), is: 'setting', schema: itemSchema, value }) },
  })
  return {
    async remembered(name, sure) {
      const item = await get(TableName, keyOf(name), sure)
      return item && readItem(SettingItem, item).value
    },
    async remember(name, value) {
      await client.send(new PutItemCommand(put(name, value)))
    },
    async exchange(name, before, value) {
      // What has expired is nothing, and may lie there still.
      const condition =
        before === null
          ? {
              ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
              ExpressionAttributeValues: toItem({ ':now': expiryOf(now(), 0) }),
            }
          : {
              ConditionExpression: '#value = :before',
              ExpressionAttributeNames: { '#value': 'value' },
              ExpressionAttributeValues: toItem({ ':before': before }),
            }
      try {
        await client.send(new PutItemCommand({ ...put(name, value), ...condition }))
        return true
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false
        throw error
      }
    },
  }
}
