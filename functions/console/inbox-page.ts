import type { Viewer } from '../../core/case/actor.ts'
import { dayOf } from '../../core/deadlines/working-calendar.ts'
import { addDaysOn, epochMs, isoAt, offsetMs } from '../../core/deadlines/instant.ts'
import type { Row } from '../../core/deadlines/row.ts'
import type { Needs } from '../../core/operations/needs.ts'
import { listQueue, sortOf } from '../../core/operations/list-queue.ts'
import type { Range, Trait } from '../../web/console/inbox-texts.ts'
import type { Choice } from '../../web/console/inbox-view.ts'

/** Cases on one page, and how many rows it may look at to fill it. */
export const pageSize = 50
export const mostExamined = 500
const examinedAtOnce = 100

/** The queue in which it is a viewer's own turn; null for those who have none. */
export function ownQueue({ role, region, organisation }: Viewer): string | null {
  if (role === 'focal-point' || role === 'deputy') return 'focal-point'
  if (role === 'regional-cluster') return region && `region:${region}`
  if (role === 'partner') return organisation && `organisation:${organisation}`
  if (role === 'coordinator') return 'coordination'
  return role === 'protection' || role === 'integrity' ? role : null
}

interface Asked {
  row: Row
  own: string | null
  /** No event since. */
  silentSince: string
}

const holds: Record<Trait, (asked: Asked) => boolean> = {
  mine: ({ row, own }) => row.owner === own,
  new: ({ row }) => row.status === 'received',
  unassigned: ({ row: { status, organisation, level } }) =>
    status === 'assessed' && organisation === null && level !== 'S1' && level !== 'S2',
  waiting: ({ row }) => row.waitingFor === 'complainant',
  'third-party': ({ row }) => row.waitingFor === 'third-party',
  reopened: ({ row }) => row.reopened,
  silent: ({ row, silentSince }) => row.lastAt <= silentSince,
  visit: ({ row }) => row.unreachable,
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
): Promise<InboxPage> {
  const { from, to } = bounds(choice.range, needs)
  const own = ownQueue(viewer)
  const silentSince = isoAt(epochMs(needs.now) - choice.silentDays * 86_400_000)
  const fits = (row: Row) => choice.traits.every((trait) => holds[trait]({ row, own, silentSince }))
  const limit = choice.traits.length > 0 ? examinedAtOnce : pageSize
  const rows: Row[] = []
  let at = after !== null && (from === null || after > from) ? after : from
  let examined = 0
  while (examined < mostExamined) {
    const part = await listQueue(viewer, { after: at, limit }, needs)
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
