import { system } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import { type Entry, entry } from '../case/history.ts'
import type { WorkingCalendar } from './calendar.ts'
import { ownAnswerDueAt, runningClocks } from './clock.ts'
import { type Policy } from './policy.ts'

type Counted = 'assess' | 'answer'

/** The clocks counted in working days, and when each is due; the answer by the standard alone, whatever was promised. */
const dues: Record<Counted, (caseFile: CaseFile, policy: Policy) => string | null> = {
  assess: (caseFile, policy) => runningClocks(caseFile, policy).find(({ name }) => name === 'assess')?.dueAt ?? null,
  answer: (caseFile, policy) => (caseFile.extended ? null : ownAnswerDueAt(caseFile, policy)),
}

const isSettled = ({ status, lapsed, history }: CaseFile, clock: Counted, calendar: string): boolean =>
  status === 'answered' ||
  status === 'closed' ||
  lapsed.includes(clock) ||
  history.some((past) => past.what === 'due-moved' && past.clock === clock && past.calendar === calendar)

/**
 * What a change of calendar moves on a case that nobody has answered, once per version. The promise itself stays: where the
 * clock now ends after it, `promise-moved` tells the person in time (design §4).
 */
export function dueMoved(
  caseFile: CaseFile,
  { standards, before, after }: { standards: Policy['standards']; before: WorkingCalendar; after: WorkingCalendar },
  now: string,
): Entry[] {
  return (['assess', 'answer'] as const).flatMap((clock) => {
    if (isSettled(caseFile, clock, after.version)) return []
    const from = dues[clock](caseFile, { standards, calendar: before })
    const to = dues[clock](caseFile, { standards, calendar: after })
    if (!from || !to || from === to) return []
    // Promised beyond the old date: the case was opened under the new calendar already.
    if (clock === 'answer' && caseFile.promisedAt && from < caseFile.promisedAt && caseFile.promisedAt <= to) return []
    return [entry('due-moved', now, system, { clock, from, to, calendar: after.version })]
  })
}
