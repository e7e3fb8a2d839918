import * as z from 'zod/mini'
import { type Row, rowMovedAt } from './row.ts'
import type { Standing } from './standing.ts'
import { type WorkingCalendar, dayOf } from '../deadlines/calendar.ts'
import type { QueueName } from '../routing/queue.ts'
import type { CounterChange } from './counter-change.ts'

/** How a row stands, whatever the time: what the filters of a list ask, and what is counted for them. */
export const rowTraits = {
  new: ({ status }) => status === 'received',
  unassigned: ({ status, organisation, level }) =>
    status === 'assessed' && organisation === null && level !== 'S1' && level !== 'S2',
  waiting: ({ waitingFor }) => waitingFor === 'complainant',
  'third-party': ({ waitingFor }) => waitingFor === 'third-party',
  reopened: ({ reopened }) => reopened,
  call: ({ toCall }) => toCall,
  visit: ({ unreachable }) => unreachable,
} satisfies Record<string, (row: Row) => boolean>
export type RowTrait = keyof typeof rowTraits
const traitNames = Object.keys(rowTraits) as RowTrait[]

/** How a live case stands in the lists of whoever works it: codes and days, so that counting it again proves it. */
export const Listed = z.object({
  /** Names of the counters, one a list (`listCounter`). None where the case names somebody: it stands aside (`routing/queue.ts`). */
  lists: z.array(z.string()),
  /** Whose turn it is. */
  owner: z.string(),
  traits: z.array(z.enum(traitNames)),
  late: z.boolean(),
  receivedOn: z.iso.date(),
  dueOn: z.iso.date(),
  /** Day of the last step by a person. */
  lastOn: z.iso.date(),
})
export type Listed = z.infer<typeof Listed>

/** The counter of one list, in the group `live`. Lane P has names of its own, which only who reads its lists reads. */
export function listCounter({ index, lane, name }: QueueName): string {
  if (lane !== 'N') return `${lane}:${name}`
  return index === 'region' ? `region:${name}` : name
}

/** S is in no counter but its stub's: its lists are short enough to be read row by row. */
export const isCounted = (lane: Standing['lane']): boolean => lane === 'N' || lane === 'P'

/** Lists by owner that somebody opens as such; the others are read region by region. */
const isOpened = (lane: Standing['lane'], owner: string): boolean =>
  lane === 'P' || owner === 'coordination' || owner.startsWith('organisation:') || owner.startsWith('hand-over:')

/** The same of a row alone, for those that are read instead of counted. Late is what history says: at the last event the date had passed. */
export function listedRow(row: Row, calendar: WorkingCalendar): Listed {
  return {
    lists: [],
    owner: row.owner,
    traits: traitNames.filter((trait) => rowTraits[trait](row)),
    late: row.dueAt <= row.lastAt,
    receivedOn: dayOf(calendar, row.receivedAt),
    dueOn: dayOf(calendar, row.dueAt),
    lastOn: dayOf(calendar, rowMovedAt(row)),
  }
}

/** Null once closed, and for S. */
export function listedOf({ row, lane, owner, region }: Standing, calendar: WorkingCalendar): Listed | null {
  if (owner === null || !isCounted(lane)) return null
  const lists = [
    ...(region === null ? [] : [listCounter({ index: 'region', lane, name: region })]),
    ...(isOpened(lane, owner) ? [listCounter({ index: 'owner', lane, name: owner })] : []),
  ]
  return { ...listedRow(row, calendar), lists: row.named.length > 0 ? [] : lists }
}

/** Fields of a list's counter, and of its counter of one month (`monthGroup`). */
export const listFields = {
  all: 'listed',
  late: 'listed#late',
  trait: (trait: RowTrait) => `listed#${trait}`,
  owner: (owner: string) => `listed#owner#${owner}`,
  /** Month of receipt: how old the oldest is. */
  since: (month: string) => `listed#since#${month}`,
  /** By day of the month: due then and not late; last moved by a person then. */
  due: (on: string) => `due#${on.slice(8)}`,
  last: (on: string) => `last#${on.slice(8)}`,
} as const
export const monthGroup = (on: string): string => `live-${on.slice(0, 7)}`

/** In a list by region, whether it is the turn of somebody who reads that list; a list by owner is all its owner's. */
const isReaders = (list: string, owner: string): boolean =>
  list.startsWith('region:') && (owner === list || owner === 'focal-point')

/** What a case adds to the counters of its lists. */
export function listAdditions(listed: Listed): CounterChange[] {
  const { lists, owner, traits, late, receivedOn, dueOn, lastOn } = listed
  return lists.flatMap((name) => {
    const now = [
      listFields.all,
      ...traits.map(listFields.trait),
      ...(late ? [listFields.late] : []),
      ...(isReaders(name, owner) ? [listFields.owner(owner)] : []),
      listFields.since(receivedOn.slice(0, 7)),
    ]
    return [
      ...now.map((field) => ({ group: 'live', name, field, add: 1 })),
      { group: monthGroup(lastOn), name, field: listFields.last(lastOn), add: 1 },
      ...(late ? [] : [{ group: monthGroup(dueOn), name, field: listFields.due(dueOn), add: 1 }]),
    ]
  })
}
