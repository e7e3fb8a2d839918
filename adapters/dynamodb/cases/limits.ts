import type { Limits } from '../../../core/ports/limits.ts'
import type { Access } from '../table/access.ts'
import { addOne, totalOf } from '../table/add-one.ts'
import { expiryOf } from '../table/item.ts'
import { soloKey } from '../table/layout.ts'

/** An hour's tries are asked for within that hour. */
const triesHours = 2

export function dynamoLimits({ client, layout, get }: Access): Limits {
  const { traffic } = layout.tables
  return {
    async tries(who, hourAt, added) {
      const key = soloKey(layout, 'tries', who, hourAt)
      if (added === 0) return totalOf(await get(traffic, key))
      return addOne(client, traffic, key, { is: 'tries', expiresAt: expiryOf(hourAt, triesHours) })
    },
  }
}
