import type { Viewer } from '../../../core/case/actor.ts'
import { dayOf } from '../../../core/deadlines/working-calendar.ts'
import { addDaysOn, epochMs, isoAt, offsetMs } from '../../../core/deadlines/instant.ts'
import { placeOf, ranks, type Row, rowMovedAt, sortKeyOf } from '../../../core/lists/row.ts'
import { isSilent } from '../../../core/lists/silence.ts'
import type { Needs } from '../../../core/operations/needs.ts'
import { allLists, listQueue } from '../../../core/operations/lists/list-queue.ts'
import { type RowTrait, rowTraits } from '../../../core/lists/listed.ts'
import { isFloodList, ownQueue, type QueueName } from '../../../core/routing/queue.ts'
import type { Choice, Range, Trait } from '../../../web/console/frame/inbox-choice.ts'

/** Cases on one page, and how many rows it may look at to fill it. */
export const pageSize = 50
export const mostExamined = 500
const examinedAtOnce = 100

/** Does a row fit all that is asked? Silence is counted in whole days, as the counters do. */
function fitsAll({ traits, silentDays }: Choice, own: string | null, { now, programme: { calendar } }: Needs) {
  const today = dayOf(calendar, now)
  const holds: Record<Exclude<Trait, RowTrait>, (row: Row) => boolean> = {
    mine: ({ owner }) => owner === own,
    silent: (row) => isSilent(dayOf(calendar, rowMovedAt(row)), today, silentDays),
  }
  const all: Record<Trait, (row: Row) => boolean> = { ...rowTraits, ...holds }
  return (row: Row): boolean => traits.every((trait) => all[trait](row))
}

/** `$` follows `#`: everything of that instant is before it. */
const until = (at: string): string => `${at}$`

interface Stretch {
  from: string | null
  to: string | null
}

/** Between which instants a range lies. */
function bounds(range: Range | null, { now, programme: { calendar } }: Needs): Stretch {
  if (range === 'late') return { from: null, to: until(now) }
  const lastDay = addDaysOn(dayOf(calendar, now), range === 'today' ? 0 : 7)
  const midnight = isoAt(epochMs(addDaysOn(lastDay, 1)) - offsetMs(calendar.utcOffsetMinutes))
  return { from: until(now), to: midnight }
}

/** Where a range stands in the list: one stretch of it in each rank, since within a rank the list is in due order. */
function stretches(range: Range | null, needs: Needs): Stretch[] {
  if (range === null) return [{ from: null, to: null }]
  const { from, to } = bounds(range, needs)
  return ranks.map((rank) => ({ from: placeOf(rank, from ?? ''), to: to === null ? null : placeOf(rank, to) }))
}

/** Of everything, what came as floods stands before the list, one line each; whatever is chosen is found row by row. */
export function listsShown(viewer: Viewer, { range, traits }: Choice, needs: Needs): QueueName[] {
  const isWhole = range === null && traits.length === 0
  return allLists(viewer, needs).filter((list) => !isWhole || !isFloodList(list))
}

interface InboxPage {
  rows: Row[]
  /** The last row looked at, when the list goes on after it. */
  next: string | null
  examined: number
}

/**
 * One page of a viewer's lists that fits a choice. It looks at 500 rows at most, whatever there is, and stops where the range ends:
 * a page may hold fewer than fit, and then says where to go on.
 */
export async function inboxPage(
  viewer: Viewer,
  { choice, after, without }: { choice: Choice; after: string | null; without?: ReadonlySet<string> },
  needs: Needs,
  lists = listsShown(viewer, choice, needs),
): Promise<InboxPage> {
  const fits = fitsAll(choice, ownQueue(viewer), needs)
  const limit = choice.traits.length > 0 ? examinedAtOnce : pageSize
  const rows: Row[] = []
  let examined = 0
  const all = stretches(choice.range, needs)
  for (const [which, { from, to }] of all.entries()) {
    if (after !== null && to !== null && after >= to) continue
    let at = after !== null && (from === null || after > from) ? after : from
    for (let ended = false; !ended;) {
      if (examined >= mostExamined) return { rows, next: at, examined }
      const part = await listQueue(viewer, { after: at, limit }, needs, lists)
      const own = to === null ? part.rows : part.rows.filter((row) => sortKeyOf(row) < to)
      ended = part.next === null || own.length < part.rows.length
      for (const [index, row] of own.entries()) {
        examined += 1
        at = sortKeyOf(row)
        if (fits(row) && !without?.has(row.reference)) rows.push(row)
        const atEnd = ended && index === own.length - 1 && which === all.length - 1
        if (rows.length === pageSize) return { rows, next: atEnd ? null : at, examined }
      }
    }
  }
  return { rows, next: null, examined }
}
