import type { Viewer } from '../../case/actor.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import { mayNoteTraining } from '../../directory/bound.ts'
import type { Member } from '../../directory/member.ts'
import { isKeptOut } from '../../directory/pair.ts'
import { isPair } from '../../directory/seat.ts'
import type { DirectoryNeeds } from './change.ts'
import { asThemselves, changeSeat, type PairOutcome, readPair, withChanged } from './pair-change.ts'
import { mayInDirectory } from './rights.ts'

/**
 * Somebody of a pair must leave at once, the last woman too. Where somebody else trained is there their access ends with this; where nobody
 * is, they keep the door until somebody is, no longer count, and confirm nobody.
 */
export async function leaveAtOnce(
  viewer: Viewer,
  { id, version }: { id: string; version: number },
  needs: DirectoryNeeds,
): Promise<PairOutcome> {
  const { directory, programme, now } = needs
  const found = mayInDirectory(viewer, 'edit') ? await directory.member(id) : null
  if (!found?.active || !isPair(found.role)) return { is: 'unknown' }
  const decided = await readPair(found.role, needs)
  const before = decided.members.find((one) => one.id === id)
  if (!before?.inPair || before.role !== found.role) return { is: 'unknown' }
  if (before.version !== version) return { is: 'stale' }
  const marked: Member = {
    ...before,
    inPair: { ...before.inPair, leavingAt: before.inPair.leavingAt ?? now },
    version: version + 1,
  }
  const ends = isKeptOut(marked, withChanged(decided.members, marked), dayOf(programme.calendar, now))
  const after: Member = ends ? { ...marked, active: false, inPair: null } : marked
  const outcome = await changeSeat(viewer, decided, { before, after }, needs)
  return outcome.is === 'done' ? { ...outcome, ends } : outcome
}

/**
 * Somebody of a pair was trained again, on a day (`2027-06-01`): a later one than was noted and not one to come, so that nobody's training is
 * taken back by a date.
 */
export async function noteTraining(
  viewer: Viewer,
  { id, version, pseaOn }: { id: string; version: number; pseaOn: string },
  needs: DirectoryNeeds,
): Promise<PairOutcome> {
  const { directory, programme, now } = needs
  const found = await directory.member(id)
  if (!found || !isPair(found.role)) return { is: 'unknown' }
  const decided = await readPair(found.role, needs)
  const before = decided.members.find((one) => one.id === id)
  if (before?.role !== found.role || !mayNoteTraining(asThemselves(viewer), before, decided.members))
    return { is: 'unknown' }
  if (before.version !== version) return { is: 'stale' }
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(pseaOn) && !Number.isNaN(Date.parse(pseaOn))
  if (!isDay || pseaOn > dayOf(programme.calendar, now) || pseaOn <= (before.pseaOn ?? ''))
    return { is: 'refused', why: 'training-day' }
  return changeSeat(viewer, decided, { before, after: { ...before, pseaOn, version: version + 1 } }, needs)
}
