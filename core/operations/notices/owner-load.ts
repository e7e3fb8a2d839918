import type { Lane } from '../../case/level.ts'
import type { Row } from '../../lists/row.ts'
import { handOverQueue } from '../../routing/queue.ts'
import type { Needs } from '../needs.ts'

/** Cases that wait for somebody, and how many of them are late: all that an SMS to an owner may say. */
export interface OwnerLoad {
  open: number
  late: number
}

interface List {
  name: string
  lanes: readonly Lane[]
}

/** The pairs that work S cases, with the lanes each has; a number may be kept for either as for an organisation. */
const pairs: Readonly<Record<string, readonly Lane[]>> = { protection: ['S2', 'P'], integrity: ['S1'] }
export const pairNames = Object.keys(pairs)
export const isPair = (name: string): boolean => name in pairs

/** The lists of an owner, by the name `ownerOf` gives. An id without a word before it is an organisation's. */
function listsOf(owner: string): List[] {
  const lanes = pairs[owner]
  if (lanes) return [{ name: owner, lanes }]
  if (owner === 'focal-point') return [{ name: owner, lanes: ['N', 'P'] }]
  if (owner === 'coordination' || owner.startsWith('region:')) return [{ name: owner, lanes: ['N'] }]
  return [handOverQueue(owner), `organisation:${owner}`].map((name) => ({ name, lanes: ['N'] }))
}

/** What is answered, and what only waits to be erased, is nobody's work any more. */
const resting: readonly string[] = ['wait-for-verdict', 'erase']
const pageSize = 100
const mostPages = 10

async function rowsOf(name: string, lane: Lane, cases: Needs['cases']): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | null = null
  for (let page = 0; page < mostPages; page++) {
    const part = await cases.queue('owner', lane, name, { after, limit: pageSize })
    rows.push(...part.rows)
    after = part.next
    if (after === null) break
  }
  return rows
}

/** Counts up to a thousand a list of those that name nobody. */
export async function ownerLoad(owner: string, { cases, now }: Pick<Needs, 'cases' | 'now'>): Promise<OwnerLoad> {
  const lists = listsOf(owner).flatMap(({ name, lanes }) => lanes.map((lane) => ({ name, lane })))
  const parts = await Promise.all(lists.map(({ name, lane }) => rowsOf(name, lane, cases)))
  const rows = parts.flat().filter(({ nextAction }) => !resting.includes(nextAction))
  return { open: rows.length, late: rows.filter(({ dueAt }) => dueAt < now).length }
}
