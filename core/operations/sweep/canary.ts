import { system } from '../../case/actor.ts'
import { type CaseFile, isOpen } from '../../case/case-file.ts'
import { caseFileOf } from '../../case/fold.ts'
import { entry } from '../../case/history.ts'
import { nextLookAt } from '../../deadlines/agenda.ts'
import { addHours } from '../../deadlines/calendar.ts'
import { addDaysOn } from '../../deadlines/instant.ts'
import { standardsOf } from '../../deadlines/rulebook.ts'
import type { Stores } from '../../ports/stores.ts'
import type { Needs } from '../needs.ts'

export interface CanaryNeeds extends Pick<Needs, 'programme' | 'now'> {
  /** The practice programme: its cases reach no figure, topic or phone. */
  practice: { id: string; stores: Pick<Stores, 'cases'> }
}

/** `none`: no canary was set the day before. */
export type Canary = 'visited' | 'missed' | 'none'

const referenceOn = (on: string): string => `canary-${on}`

/** What must still be done to it: a canary of before was left in the middle of a session. */
const waits = ({ inSession, status, erased }: CaseFile): boolean =>
  inSession || (status === 'closed' && erased.length === 0)

/** Was that of the day before visited? Takes it off the agenda where it was not. */
export async function lastCanary(on: string, { practice, programme, now }: CanaryNeeds): Promise<Canary> {
  const last = (await practice.stores.cases.load(referenceOn(addDaysOn(on, -1)), false))?.caseFile
  if (!last) return 'none'
  if (nextLookAt(last, programme) !== null) {
    const closed = isOpen(last) ? [entry('closed', now, system, { how: 'dismissed' })] : []
    const erased = entry('erased', now, system, { part: 'all' })
    await practice.stores.cases.commit({ append: [{ before: last, entries: [...closed, erased], erase: 'all' }] })
  }
  return waits(last) ? 'missed' : 'visited'
}

/**
 * The canary is a practice case whose words must be erased by now: the sweep does it within the hour, as to any other. It stands on the
 * agenda alone and leaves it by that one visit. False where this day's is set already.
 */
export async function setCanary(on: string, { practice, programme, now }: CanaryNeeds): Promise<boolean> {
  const { current } = programme.standards
  const at = addHours(now, -standardsOf(programme, current).eraseOptOutHours)
  const received = entry('received', at, system, {
    channel: 'ussd',
    kind: 'observation',
    language: 'und',
    receivedAt: at,
    lane: 'N',
    suggested: { place: null, category: null, sensitive: false },
    standards: current,
    promisedAt: null,
    consent: 'none',
    phone: false,
  })
  const caseFile = caseFileOf(practice.id, referenceOn(on), [
    received,
    entry('closed', at, system, { how: 'withdrawn' }),
  ])
  const open = { caseFile, sealed: { scope: 'general', contact: null, words: {} } } as const
  return (await practice.stores.cases.commit({ open })) === 'done'
}
