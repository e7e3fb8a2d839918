import { system } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { Early } from '../case/codes.ts'
import { type Entry, entry } from '../case/history.ts'
import { awaitsCall } from '../case/news.ts'
import { ladder, levelAbove, regionOf } from '../routing/owner.ts'
import { runningLevel } from './clock.ts'
import { endOf, type Policy } from './policy.ts'
import { isWorking, type Rule, type View } from './rule.ts'
import type { Span, Standard } from './service-standards.ts'

export const clockLapses: Rule = ({ caseFile, clocks }) => {
  const next = clocks.find(({ name }) => name !== 'confirm' && name !== 'erase' && !caseFile.lapsed.includes(name))
  if (!next || next.name === 'confirm' || next.name === 'erase') return null
  const { name, dueAt } = next
  return { at: dueAt, entries: (now) => [entry('lapsed', now, system, { clock: name, dueAt })] }
}

/** How long a case stays on a rung. */
const spanFrom = (level: number, escalation: NonNullable<Standard['escalation']>): Span =>
  level >= ladder.coordination ? escalation.atTop : escalation.next

/** One rung up, or at the top the weekly re-nag; the region is skipped where no cluster serves the place. */
function rung(view: View, now: string, cause: Early): Entry[] {
  const { caseFile, rulebook, policy } = view
  const { escalation } = policy.standards.levels[runningLevel(caseFile, policy.standards)]
  if (!escalation) return []
  const from = caseFile.escalationLevel
  const to = levelAbove(caseFile, rulebook.gazetteer)
  const nextAt = endOf(now, spanFrom(to ?? from, escalation), policy.calendar)
  // Before the day that was promised nothing is late for the person: that date stands.
  const early = caseFile.promisedAt && caseFile.promisedAt > now ? { early: cause } : {}
  if (to === null) return [entry('nagged', now, system, { level: from, nextAt, ...early })]
  const region = regionOf(caseFile, rulebook.gazetteer)
  return [entry('escalated', now, system, { from, to, region, nextAt, ...early })]
}

/** When a case sent back now to the first level would escalate again; null where its level never does. */
export function escalatesAgainAt(caseFile: CaseFile, { standards, calendar }: Policy, now: string): string | null {
  const { escalation } = standards.levels[runningLevel(caseFile, standards)]
  return escalation && endOf(now, spanFrom(ladder.organisation, escalation), calendar)
}

/** What makes a case go up, and when at the earliest: nothing done, no answer, or a call somebody asked for that nobody makes for as long as a rung lasts. */
function causes({ caseFile, clocks, policy }: View, { first, next }: NonNullable<Standard['escalation']>) {
  const after = { act: first, answer: first, call: awaitsCall(caseFile) ? next : null }
  return clocks
    .flatMap(({ name, dueAt }) => {
      const span = name === 'act' || name === 'answer' || name === 'call' ? after[name] : null
      return span ? [{ cause: name as keyof typeof after, at: endOf(dueAt, span, policy.calendar) }] : []
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** It went up for a call, and somebody has made it since: its ladder begins anew. */
const wasForCall = ({ history }: CaseFile, cause: Early): boolean => {
  const last = history.findLast((line) => line.what === 'escalated' || line.what === 'nagged')
  return cause !== 'call' && last?.early === 'call'
}

export const caseEscalates: Rule = (view) => {
  const { caseFile, policy } = view
  const { escalation } = policy.standards.levels[runningLevel(caseFile, policy.standards)]
  const [first] = escalation ? causes(view, escalation) : []
  if (!first || !escalation || caseFile.lane !== 'N' || !isWorking(view)) return null
  const { rungAt, promisedAt, escalationLevel } = caseFile
  const { cause } = first
  const next = rungAt && endOf(rungAt, spanFrom(escalationLevel, escalation), policy.calendar)
  // A promise that stood when the case went up is not passed over in silence.
  const stood =
    rungAt && promisedAt && promisedAt > rungAt ? endOf(promisedAt, escalation.first, policy.calendar) : null
  const anew = next === null || wasForCall(caseFile, cause)
  return { at: anew ? first.at : stood && stood < next ? stood : next, entries: (now) => rung(view, now, cause) }
}

export const handOverWaits: Rule = (view) => {
  const { handOver } = view.caseFile
  if (!handOver || !isWorking(view)) return null
  const { resend, return: back } = view.policy.standards.handOver
  const { organisation, offeredAt } = handOver
  const end = (span: typeof resend) => endOf(offeredAt, span, view.policy.calendar)
  if (!handOver.resentAt)
    return { at: end(resend), entries: (now) => [entry('hand-over-resent', now, system, { organisation })] }
  return {
    at: end(back),
    entries: (now) => [
      entry('hand-over-returned', now, system, { organisation }),
      ...(view.caseFile.rungAt === now ? [] : rung(view, now, 'hand-over')),
    ],
  }
}
