import type { Tallies } from '../../../core/ports/tallies.ts'
import type { Access } from '../table/access.ts'
import { add } from '../table/add-one.ts'
import { soloKey } from '../table/layout.ts'

export const dynamoTallies = ({ client, layout }: Access): Tallies => ({
  async count(what, on) {
    await add(client, layout.tables.cases, soloKey(layout, 'count', on, what), { is: 'count' })
  },
})
