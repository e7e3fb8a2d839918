import type { Viewer } from '../../case/actor.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import { addDaysOn } from '../../deadlines/instant.ts'
import type { Row } from '../../lists/row.ts'
import { isSilent } from '../../lists/silence.ts'
import type { FiguresStore } from '../../ports/figures/figures.ts'
import {
  isCounted,
  listCounter,
  listedRow,
  listFields,
  monthGroup,
  type RowTrait,
  rowTraits,
} from '../../lists/listed.ts'
import { isKeptFrom } from '../../routing/may-see.ts'
import { aside, ownQueue, type QueueName } from '../../routing/queue.ts'
import { allLists } from './list-queue.ts'
import type { Needs } from '../needs.ts'

/** How many rows of somebody's lists fit each filter. */
export type ListCounts = Record<'all' | 'late' | 'today' | 'week' | 'mine' | 'silent' | RowTrait, number>

/** Rows that stand aside are read; with more of them than this nobody is shown a count, for it would not be exact. */
const mostAside = 1_000
/** Silence is counted from the days of last events: of two months at most. */
export const mostSilentDays = 28
/** As far back as a date that has passed is looked for by its day. */
const lookBackDays = 31
/** « Within the week » is this and the next seven days. */
const weekDays = 7

export type ListNeeds = Pick<Needs, 'cases' | 'programme' | 'now'> & { figures: FiguresStore }

/** Rows of some lists that no counter counts, as one viewer may see them; null when there are too many to read. */
export async function rowsAside(
  viewer: Viewer,
  lists: readonly QueueName[],
  { cases }: Pick<Needs, 'cases'>,
): Promise<Row[] | null> {
  const queues = lists.flatMap((list) => [{ ...list, name: aside(list.name) }, ...(isCounted(list.lane) ? [] : [list])])
  const page = { after: null, limit: mostAside }
  const parts = await Promise.all(queues.map(({ index, lane, name }) => cases.queue(index, lane, name, page)))
  if (parts.some(({ next }) => next !== null)) return null
  return parts.flatMap(({ rows }) => rows).filter((row) => !isKeptFrom(viewer, row))
}

/** The days from one to another, both included. */
const daysFrom = (fromOn: string, count: number): string[] =>
  Array.from({ length: count }, (_, day) => addDaysOn(fromOn, day))

/**
 * The counts of one viewer's lists, all or some of them, from counters and never capped. What is late is what the sweep has found late, today or on a day
 * before; what falls due is by its day. Null for an authority, from whom the cases of its own services are kept.
 */
export async function countLists(
  viewer: Viewer,
  { silentDays, lists: some }: { silentDays: number; lists?: readonly QueueName[] },
  needs: ListNeeds,
): Promise<ListCounts | null> {
  const { programme, figures, now } = needs
  const lists = some ?? allLists(viewer, needs)
  if (viewer.role === 'authority') return null
  const rows = await rowsAside(viewer, lists, needs)
  if (rows === null) return null
  const today = dayOf(programme.calendar, now)
  const movedOn = daysFrom(addDaysOn(today, -silentDays), silentDays + 1)
  // Early in March, February is shorter than the days looked back on: every day says its own month.
  const months = [...new Set(daysFrom(addDaysOn(today, -lookBackDays), lookBackDays + weekDays + 1).map(monthGroup))]
  const counted = lists.filter(({ lane }) => isCounted(lane))
  const groups = ['live', ...months]
  const found = await figures.counters(
    counted.flatMap((list) => groups.map((group) => ({ group, name: listCounter(list) }))),
  )
  const parts = counted.map((list, at) => {
    const [live = {}, ...byMonth] = found.slice(at * groups.length, (at + 1) * groups.length)
    const of = (on: string, field: string) => byMonth[months.indexOf(monthGroup(on))]?.[field] ?? 0
    const due = (days: readonly string[]) => days.reduce((sum, on) => sum + of(on, listFields.due(on)), 0)
    const moved = movedOn.reduce((sum, on) => sum + of(on, listFields.last(on)), 0)
    const all = live[listFields.all] ?? 0
    return {
      all,
      // A date that moved after it had passed once is not recorded late again: the day after, it is.
      late: (live[listFields.late] ?? 0) + due(daysFrom(addDaysOn(today, -lookBackDays), lookBackDays)),
      today: due([today]),
      week: due(daysFrom(today, weekDays + 1)),
      mine: mineIn(list, live, viewer),
      silent: all - moved,
      ...mapTraits((trait) => live[listFields.trait(trait)] ?? 0),
    }
  })
  return [...parts, ...rows.map(one)].reduce(plus, none)

  function one(row: Row): ListCounts {
    const { late, dueOn, lastOn } = listedRow(row, programme.calendar)
    const isLate = late || dueOn < today
    return {
      all: 1,
      late: Number(isLate),
      today: Number(!isLate && dueOn === today),
      week: Number(!isLate && dueOn <= addDaysOn(today, weekDays)),
      mine: Number(row.owner === ownQueue(viewer)),
      silent: Number(isSilent(lastOn, today, silentDays)),
      ...mapTraits((trait) => Number(rowTraits[trait](row))),
    }
  }
}

/** A list by owner is all its owner's; in a list by region the counter says whose turn it is. */
function mineIn(list: QueueName, live: Record<string, number>, viewer: Viewer): number {
  const own = ownQueue(viewer)
  if (own === null) return 0
  if (list.index === 'region') return live[listFields.owner(own)] ?? 0
  const isOwn = list.name === own || viewer.role === 'partner'
  return isOwn ? (live[listFields.all] ?? 0) : 0
}

const mapTraits = (of: (trait: RowTrait) => number): Record<RowTrait, number> =>
  Object.fromEntries((Object.keys(rowTraits) as RowTrait[]).map((trait) => [trait, of(trait)])) as Record<
    RowTrait,
    number
  >

const none: ListCounts = { all: 0, late: 0, today: 0, week: 0, mine: 0, silent: 0, ...mapTraits(() => 0) }
const plus = (sum: ListCounts, part: ListCounts): ListCounts =>
  Object.fromEntries(
    (Object.keys(none) as (keyof ListCounts)[]).map((name) => [name, sum[name] + part[name]]),
  ) as ListCounts
