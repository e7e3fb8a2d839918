import * as z from 'zod/mini'
import { dueMoved } from '../../deadlines/due-moved.ts'
import { standardsOf } from '../../deadlines/rulebook.ts'
import { changedDays, type WorkingCalendar } from '../../deadlines/calendar.ts'
import { type Needs, retry, untilWritten } from '../needs.ts'

export interface Refolded {
  /** False while there is more to do at the next call. */
  done: boolean
  moved: number
  failed: number
}

/** How far a pass over the agenda has come, kept between calls. */
const Pass = z.object({ to: z.string(), after: z.nullable(z.string()), moved: z.number() })
type Pass = z.infer<typeof Pass>

const inForce = 'calendar'
const underWay = 'calendar-pass'
/** Everything on the agenda, however far away. */
const everAt = '9999-12-31T23:59:59.999Z'
const pageSize = 100

type RefoldNeeds = Pick<Needs, 'cases' | 'memory' | 'programme' | 'now'>

async function moveCase(reference: string, before: WorkingCalendar, needs: RefoldNeeds): Promise<number> {
  const { cases, programme, now } = needs
  return untilWritten(async () => {
    const stored = await cases.load(reference)
    if (!stored) return 0
    const { caseFile } = stored
    const standards = standardsOf(programme, caseFile.standards)
    const entries = dueMoved(caseFile, { standards, before, after: programme.calendar }, now)
    if (entries.length === 0) return 0
    return (await cases.commit({ append: [{ before: caseFile, entries }] })) === 'done' ? 1 : retry
  })
}

async function passOf({ memory, programme }: RefoldNeeds): Promise<Pass> {
  const to = programme.calendar.version
  const kept = await memory.remembered(underWay)
  const pass = kept === null ? null : z.parse(Pass, JSON.parse(kept))
  return pass?.to === to ? pass : { to, after: null, moved: 0 }
}

/**
 * Where the calendar in force is another one than at the last call, pages the agenda and records on every case what that moves;
 * a case that cannot be read is passed over. Goes on where it stopped, and again from the beginning until a whole pass finds
 * nothing: a case may have moved on the agenda meanwhile. Twice at once does no harm. Throws when the programme no longer has
 * the calendar that was in force.
 */
export async function refoldCalendar(needs: RefoldNeeds, mayGoOn: () => boolean = () => true): Promise<Refolded> {
  const { cases, memory, programme } = needs
  const current = programme.calendar.version
  const known = await memory.remembered(inForce)
  const refolded: Refolded = { done: known === current || known === null, moved: 0, failed: 0 }
  if (known === null) await memory.remember(inForce, current)
  if (refolded.done) return refolded
  const before = programme.calendars[known ?? '']
  if (!before) throw new Error(`calendar ${known ?? ''} is not in the programme`)
  // A feast confirmed where it was expected moves nothing.
  refolded.done = changedDays(before, programme.calendar).length === 0
  let { after, moved } = await passOf(needs)
  while (!refolded.done && mayGoOn()) {
    const page = await cases.due(everAt, { after, limit: pageSize })
    for (const item of page.due) {
      if (item.is !== 'case') continue
      const found = await moveCase(item.reference, before, needs).catch(() => null)
      if (found === null) refolded.failed++
      else refolded.moved += found
      moved += found ?? 0
    }
    refolded.done = page.next === null && moved === 0
    after = page.next
    if (after === null) moved = 0
    await memory.remember(underWay, JSON.stringify({ to: current, after, moved } satisfies Pass))
  }
  if (refolded.done) await memory.remember(inForce, current)
  return refolded
}
