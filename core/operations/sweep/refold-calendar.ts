import { dueMoved } from '../../deadlines/due-moved.ts'
import { standardsOf } from '../../deadlines/rulebook.ts'
import { changedDays, type WorkingCalendar } from '../../deadlines/calendar.ts'
import { retry, untilWritten } from '../needs.ts'
import { nothingToDo, passOver, type Passed, type PassNeeds } from './agenda-pass.ts'

/** Under what the calendar of the last sweep is remembered; nothing is until a programme was swept once. */
export const calendarInForce = 'calendar'
const underWay = 'calendar-pass'

async function moveCase(reference: string, before: WorkingCalendar, needs: PassNeeds): Promise<number> {
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

/**
 * Where the calendar in force is another one than at the last call, pages the agenda and records on every case what that moves. Throws
 * when the programme no longer has the calendar that was in force.
 */
export async function refoldCalendar(needs: PassNeeds, mayGoOn: () => boolean = () => true): Promise<Passed> {
  const { memory, programme } = needs
  const current = programme.calendar.version
  const known = await memory.remembered(calendarInForce)
  if (known === null) await memory.remember(calendarInForce, current)
  if (known === current || known === null) return nothingToDo
  const before = programme.calendars[known]
  if (!before) throw new Error(`calendar ${known} is not in the programme`)
  // A feast confirmed where it was expected moves nothing.
  const same = changedDays(before, programme.calendar).length === 0
  const visit = (reference: string) => moveCase(reference, before, needs)
  const passed = same ? nothingToDo : await passOver({ name: underWay, to: current, visit }, needs, mayGoOn)
  if (passed.done) await memory.remember(calendarInForce, current)
  return passed
}
