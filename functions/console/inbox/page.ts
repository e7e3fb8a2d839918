import type { Viewer } from '../../../core/case/actor.ts'
import { dayOf } from '../../../core/deadlines/working-calendar.ts'
import { addDaysOn, epochMs, isoAt, offsetMs } from '../../../core/deadlines/instant.ts'
import { type Row, rowMovedAt } from '../../../core/lists/row.ts'
import { isSilent } from '../../../core/lists/silence.ts'
import type { Needs } from '../../../core/operations/needs.ts'
import { allLists, listQueue, sortOf } from '../../../core/operations/lists/list-queue.ts'
import { type RowTrait, rowTraits } from '../../../core/lists/listed.ts'
import { ownQueue } from '../../../core/routing/queue.ts'
import type { Range, Trait } from '../../../web/console/inbox/texts.ts'
import type { Choice } from '../../../web/console/inbox/view.ts'

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

/** Places in the order of due instants. `$` follows `#`: everything of that instant is before it. */
const until = (at: string): string => `${at}$`

/** Where a range begins and ends in the list; rows of it stand together, since the list is in due order. */
function bounds(
  range: Range | null,
  { now, programme: { calendar } }: Needs,
): { from: string | null; to: string | null } {
  if (range === null) return { from: null, to: null }
  if (range === 'late') return { from: null, to: until(now) }
  const lastDay = addDaysOn(dayOf(calendar, now), range === 'today' ? 0 : 7)
  const midnight = isoAt(epochMs(addDaysOn(lastDay, 1)) - offsetMs(calendar.utcOffsetMinutes))
  return { from: until(now), to: midnight }
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
  { choice, after }: { choice: Choice; after: string | null },
  needs: Needs,
  lists = allLists(viewer, needs),
): Promise<InboxPage> {
  const { from, to } = bounds(choice.range, needs)
  const fits = fitsAll(choice, ownQueue(viewer), needs)
  const limit = choice.traits.length > 0 ? examinedAtOnce : pageSize
  const rows: Row[] = []
  let at = after !== null && (from === null || after > from) ? after : from
  let examined = 0
  while (examined < mostExamined) {
    const part = await listQueue(viewer, { after: at, limit }, needs, lists)
    for (const [index, row] of part.rows.entries()) {
      if (to !== null && sortOf(row) >= to) return { rows, next: null, examined }
      examined += 1
      at = sortOf(row)
      if (fits(row)) rows.push(row)
      const atEnd = index === part.rows.length - 1 && part.next === null
      if (rows.length === pageSize) return { rows, next: atEnd ? null : at, examined }
    }
    if (part.next === null) return { rows, next: null, examined }
  }
  return { rows, next: at, examined }
}
