import type { Limits } from '../../../core/ports/limits.ts'
import type { Access } from '../table/access.ts'
import { add } from '../table/add-one.ts'
import { expiryOf } from '../table/item.ts'
import { soloKey } from '../table/layout.ts'

/** An hour's tries are asked for within that hour. */
const triesHours = 2

export function dynamoLimits({ client, layout }: Access): Limits {
  const { traffic } = layout.tables
  return {
    count(who, hourAt, by = 1) {
      const key = soloKey(layout, 'tries', who, hourAt)
      return add(client, traffic, key, { is: 'tries', expiresAt: expiryOf(hourAt, triesHours) }, by)
    },
  }
}
