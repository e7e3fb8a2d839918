import { system } from '../../case/actor.ts'
import { isOpen } from '../../case/case-file.ts'
import { caseFileOf } from '../../case/fold.ts'
import { entry } from '../../case/history.ts'
import type { Stores } from '../../ports/stores.ts'
import type { Needs } from '../needs.ts'

export interface CanaryNeeds extends Pick<Needs, 'programme' | 'now'> {
  /** The practice programme: its cases reach no figure, topic or phone. */
  practice: { id: string; stores: Pick<Stores, 'cases'> }
}

/** `none`: no canary was set the day before. */
export type Canary = 'visited' | 'missed' | 'none'

const referenceOn = (on: string): string => `canary-${on}`

/**
 * The canary is a practice case left in the middle of a session: the sweep must complete it minutes later, like any other. Says
 * whether the last one was visited, takes it off the agenda, and sets today's.
 */
export async function changeCanary(on: string, lastOn: string | null, needs: CanaryNeeds): Promise<Canary> {
  const last = lastOn === null ? null : await needs.practice.stores.cases.load(referenceOn(lastOn))
  if (last && isOpen(last.caseFile)) {
    const closed = entry('closed', needs.now, system, { how: 'dismissed' })
    const erased = entry('erased', needs.now, system, { part: 'all' })
    await needs.practice.stores.cases.commit({
      append: [{ before: last.caseFile, entries: [closed, erased], erase: 'all' }],
    })
  }
  await setCanary(referenceOn(on), needs)
  if (!last) return 'none'
  return last.caseFile.inSession ? 'missed' : 'visited'
}

async function setCanary(reference: string, { practice, programme, now }: CanaryNeeds): Promise<void> {
  const received = entry('received', now, system, {
    channel: 'ussd',
    kind: 'observation',
    language: 'und',
    receivedAt: now,
    lane: 'N',
    suggested: { place: null, category: null, sensitive: false },
    standards: programme.standards.current,
    promisedAt: null,
    consent: 'none',
    phone: false,
    inSession: true,
  })
  const caseFile = caseFileOf(practice.id, reference, [received])
  await practice.stores.cases.commit({ open: { caseFile, sealed: { scope: 'general', contact: null, words: {} } } })
}
