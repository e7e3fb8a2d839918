import { GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { type Weekday, weekdays } from '../../../core/directory/points/hours.ts'
import { type IntakePoint, pointChannels } from '../../../core/directory/points/intake-point.ts'
import { PlaceRef } from '../../../core/places/place-ref.ts'
import { VillageRef } from '../../../core/places/village-ref.ts'
import type { IntakePoints, PointTable } from '../../../core/ports/directory/intake-points.ts'
import type { StoreOptions } from '../table/access.ts'
import { itemSchema, readItem, toItem } from '../table/item.ts'
import { directoryKey, type Layout } from '../table/layout.ts'
import { pack, Packed, putAfter, unpack } from './directory-items.ts'

const Point: z.ZodMiniType<IntakePoint> = z.object({
  code: z.string(),
  name: z.string(),
  organisation: z.string(),
  channel: z.enum(pointChannels),
  place: z.nullable(PlaceRef),
  village: z.nullable(VillageRef),
  number: z.nullable(z.string()),
  hours: z.nullable(
    z.object({ days: z.array(z.literal([...weekdays] satisfies Weekday[])), from: z.string(), until: z.string() }),
  ),
  everyDays: z.nullable(z.number()),
  languages: z.tuple([z.string()], z.string()),
  isOpen: z.boolean(),
  isHidden: z.boolean(),
})

const keyIn = (layout: Layout) => directoryKey(layout, 'points')

export function dynamoIntakePoints({ client, ...options }: StoreOptions): IntakePoints {
  const layout: Layout = { shards: 1, ...options }
  return {
    async read(sure = true) {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: layout.tables.cases, Key: toItem(keyIn(layout)), ConsistentRead: sure }),
      )
      const found = Item && readItem(Packed, Item)
      return { version: found?.version ?? 0, points: found ? unpack(z.array(Point), found.packed) : [] }
    },
  }
}

/** The whole register, on condition of the version it was read with. */
export function putPoints(layout: Layout, { version, points }: PointTable): TransactWriteItem {
  const item = { ...keyIn(layout), is: 'points', schema: itemSchema, packed: pack(points) }
  return putAfter(layout, { ...item, version: version + 1 }, version)
}
