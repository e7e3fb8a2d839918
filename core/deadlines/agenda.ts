import { system } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import { fold } from '../case/fold.ts'
import { type Entry, entry } from '../case/history.ts'
import { addHours } from './calendar.ts'
import { ownAnswerDueAt, runningClocks } from './clock.ts'
import { answerStandsOpen, erasureComes, optOutErases, verdictAsked, windowCloses } from './closing.ts'
import { caseEscalates, clockLapses, handOverWaits } from './ladder.ts'
import { callReminded, reminderComes } from './reminding.ts'
import { movedPromiseAt } from './promise.ts'
import type { Due, Rule } from './rule.ts'
import { policyOf, type Rulebook } from './rulebook.ts'

const sessionEnds: Rule = ({ caseFile, policy }) =>
  caseFile.inSession
    ? {
        at: addHours(caseFile.openedAt, policy.standards.sessionMinutes / 60),
        entries: (now) => [entry('session-ended', now, system, { cut: true })],
      }
    : null

/** A possible S nobody read, and later one nobody decided: protection hears of it, and again until it is decided. Never a region. */
const protectionHears: Rule = ({ caseFile: { lane, openedAt, readAt, alertedAt }, policy: { standards } }) => {
  if (lane !== 'P') return null
  const first = addHours(openedAt, readAt ? standards.protectionUndecidedHours : standards.protectionAlertHours)
  const again = alertedAt && addHours(alertedAt, standards.protectionAgainHours)
  return {
    at: again && again > first ? again : first,
    entries: (now) => [entry('protection-alerted', now, system, {})],
  }
}

/** The clock has passed the promise (a pause, a late-declared feast): the person hears of it a day before the promised date. */
const promiseMoves: Rule = ({ caseFile, policy }) => {
  const { promisedAt, promisedByRung, extended, pausedMs, waiting, history, status } = caseFile
  const own = ownAnswerDueAt(caseFile, policy)
  const paused = pausedMs > 0 || waiting?.until
  const moved = paused || history.some((past) => past.what === 'due-moved' && past.clock === 'answer')
  if (!promisedAt || !own || own <= promisedAt || promisedByRung || extended || !moved || status === 'answered')
    return null
  if (status === 'closed') return null
  return {
    at: addHours(promisedAt, -24),
    entries: (now) => {
      // A sweep that comes late promises no day that is over.
      const to = movedPromiseAt(caseFile, policy, now) ?? own
      return [entry('promise-moved', now, system, { from: promisedAt, to, reason: paused ? 'paused' : 'closed-days' })]
    },
  }
}

const pauseEnds: Rule = ({ caseFile: { waiting } }) =>
  waiting?.until ? { at: waiting.until, entries: (now) => [entry('resumed', now, system, {})] } : null

/** In order of what comes first when several fall on one instant. */
const rules: readonly Rule[] = [
  sessionEnds,
  protectionHears,
  pauseEnds,
  answerStandsOpen,
  promiseMoves,
  clockLapses,
  caseEscalates,
  handOverWaits,
  reminderComes,
  callReminded,
  verdictAsked,
  windowCloses,
  erasureComes,
  optOutErases,
]

function first(caseFile: CaseFile, rulebook: Rulebook): Due | null {
  const policy = policyOf(rulebook, caseFile)
  const view = { caseFile, rulebook, policy, clocks: runningClocks(caseFile, policy) }
  return rules
    .map((rule) => rule(view))
    .reduce<Due | null>((best, due) => (due && (!best || due.at < best.at) ? due : best), null)
}

/** When the sweep must look at the case again; null when nothing will ever be due (closed and erased). */
export const nextLookAt = (caseFile: CaseFile, rulebook: Rulebook): string | null =>
  first(caseFile, rulebook)?.at ?? null

/**
 * What is due on a case at `now`, in order, one rung at most: the next rung's time starts now, so that a case left alone for
 * weeks escalates one level per visit and every level has its own time (design §4). Asked again at the same `now`, nothing is.
 */
export function entriesDue(caseFile: CaseFile, rulebook: Rulebook, now: string): Entry[] {
  const due = first(caseFile, rulebook)
  if (!due || due.at > now) return []
  const entries = due.entries(now)
  return [...entries, ...entriesDue(entries.reduce(fold, caseFile), rulebook, now)]
}
