import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { PlaceRef } from '../../../core/places/place-ref.ts'
import type { CareLine } from '../../../core/directory/care.ts'
import type { CareList } from '../../../core/ports/directory/care-list.ts'
import type { Access } from '../table/access.ts'
import { itemSchema, readItem, toItem } from '../table/item.ts'
import { directoryKey } from '../table/layout.ts'
import { pack, unpack } from './directory-items.ts'

const Line: z.ZodMiniType<CareLine> = z.object({
  id: z.string(),
  place: z.nullable(PlaceRef),
  name: z.string(),
  phone: z.string(),
  hours: z.string(),
  woman: z.boolean(),
  checkedOn: z.string(),
  by: z.string(),
})
const CareItem = z.object({ version: z.number(), packed: z.string() })

/** Of each programme one; practice has its own, and empty, list. */
export function dynamoCareList({ client, layout, get, passing }: Access): CareList {
  const TableName = layout.tables.cases
  const key = directoryKey(layout, 'care')
  return {
    async read(sure) {
      const item = await get(TableName, key, sure)
      const found = item && readItem(CareItem, item)
      return { version: found?.version ?? 0, lines: found ? unpack(z.array(Line), found.packed) : [] }
    },
    async replace({ version }, lines) {
      const item = { ...key, is: 'care', schema: itemSchema, version: version + 1, packed: pack(lines) }
      try {
        await client.send(
          new PutItemCommand({
            TableName,
            Item: { ...passing(), ...toItem(item) },
            ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : '#version = :version',
            ...(version === 0
              ? {}
              : {
                  ExpressionAttributeNames: { '#version': 'version' },
                  ExpressionAttributeValues: toItem({ ':version': version }),
                }),
          }),
        )
        return 'done'
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'conflict'
        throw error
      }
    },
  }
}
