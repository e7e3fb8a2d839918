import type { CaseFile } from '../case/case-file.ts'
import { type Lane, type Level, laneOf } from '../case/level.ts'
import type { Kind } from '../channel/message.ts'
import { answerDueAt, ownAnswerDueAt } from './clock.ts'
import { type Policy } from './policy.ts'

/*
 * A promise never lies in the past when it is made. Clocks run from `receivedAt`, whatever is promised; where they have run out
 * before anything could be promised (paper that took weeks, an S case lowered to N), the person is promised the same span from now.
 * The case is late at once and escalates: the earlier of promise and clock governs (`docs/decisions/007-no-promise-in-the-past.md`).
 */

/** What the standard gives when it is counted from now: the whole span, or half of it once reopened; pauses that ended do not count. */
function fromNow(caseFile: CaseFile, policy: Policy, now: string): string | null {
  const start = caseFile.reopenedAt ? { reopenedAt: now } : { receivedAt: now }
  return ownAnswerDueAt({ ...caseFile, ...start, pausedMs: 0, waiting: null }, policy)
}

/** The date a person is promised when a case is opened at `now`, the same at every level; S, possible S and thanks promise none. */
export function openingPromiseAt(
  { lane, kind, receivedAt }: { lane: Lane; kind: Kind; receivedAt: string },
  policy: Policy,
  now: string,
): string | null {
  if (lane !== 'N' || kind === 'thanks') return null
  const promised = (fromAt: string) =>
    answerDueAt(policy.standards.promised, { kind: 'complaint', receivedAt: fromAt }, policy)
  const dueAt = promised(receivedAt)
  return dueAt && dueAt <= now ? promised(now) : dueAt
}

/**
 * The date a person is promised once a case is assessed at `now`: the earlier of what was promised and what the level promises; S
 * promises none. An escalation or an extension has promised a date of its own, which stays: only a more urgent level may come before an
 * extension. What was promised before and has passed stays too: a promise is not made again to hide that it was broken.
 * Thanks promise nothing until they are read as something else.
 */
export function assessedPromiseAt(
  caseFile: CaseFile,
  { level, kind = caseFile.kind }: { level: Level; kind?: Kind | undefined },
  policy: Policy,
  now: string,
): string | null {
  if (laneOf(level) !== 'N') return null
  const { promisedAt, promisedByRung, extended } = caseFile
  const changed = { ...caseFile, level, kind }
  const dueAt = ownAnswerDueAt(changed, policy)
  if (kind === 'thanks' || !dueAt) return promisedAt
  if (promisedAt && (promisedByRung || (extended && level === caseFile.level))) return promisedAt
  if (promisedAt && promisedAt <= dueAt) return promisedAt
  const ahead = dueAt > now ? dueAt : fromNow(changed, policy, now)
  return promisedAt && ahead && promisedAt < ahead ? promisedAt : ahead
}

/** The date a person is promised whose case is reopened at `now`: half the time, from now. */
export const reopenedPromiseAt = (caseFile: CaseFile, policy: Policy, now: string): string | null =>
  fromNow({ ...caseFile, reopenedAt: now }, policy, now)

/** The later date a person hears of at `now`, when the clock has passed what was promised. */
export const movedPromiseAt = (caseFile: CaseFile, policy: Policy, now: string): string | null => {
  const dueAt = ownAnswerDueAt(caseFile, policy)
  return dueAt && dueAt <= now ? fromNow(caseFile, policy, now) : dueAt
}
