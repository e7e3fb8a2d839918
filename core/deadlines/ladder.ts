import { system } from '../case/actor.ts'
import { type Entry, entry } from '../case/history.ts'
import { ladder, ownerOf, regionOf } from '../routing/owner.ts'
import { fraction } from './calendar.ts'
import { type Clock, endOf, runningLevel } from './clock.ts'
import { isWorking, type Rule, type View } from './rule.ts'

/** The clock whose lapse makes a case climb. */
const governing = ({ clocks }: View): Clock | undefined =>
  clocks.find(({ name }) => name === 'act' || name === 'answer' || name === 'refer' || name === 'tell')

export const clockLapses: Rule = ({ caseFile, clocks }) => {
  const next = clocks.find(({ name }) => name !== 'confirm' && name !== 'erase' && !caseFile.lapsed.includes(name))
  if (!next || next.name === 'confirm' || next.name === 'erase') return null
  const { name, dueAt } = next
  return { at: dueAt, entries: (now) => [entry('lapsed', now, system, { clock: name, dueAt })] }
}

export const reminderComes: Rule = (view) => {
  const { caseFile, policy, rulebook } = view
  const clock = governing(view)
  if (!clock || clock.name === 'confirm' || clock.name === 'erase') return null
  const standard = policy.standards.levels[runningLevel(caseFile, policy.standards)]
  const share = clock.name === 'tell' ? [1][caseFile.reminders] : standard.reminders[caseFile.reminders]
  const at =
    share === undefined
      ? endOf(caseFile.remindedAt ?? clock.sinceAt, standard.thenEvery, policy.calendar)
      : fraction(clock.sinceAt, clock.dueAt, share, policy.calendar)
  const { name } = clock
  const to = ownerOf(caseFile, rulebook.gazetteer)
  return {
    at,
    entries: (now) => [entry('reminded', now, system, { clock: name, step: caseFile.reminders + 1, to })],
  }
}

/** One rung up, or at the top the weekly re-nag; the region is skipped where no cluster serves the place. */
function rung(view: View, now: string): Entry[] {
  const { caseFile, rulebook, policy } = view
  const { climbs } = policy.standards.levels[runningLevel(caseFile, policy.standards)]
  if (!climbs) return []
  const nextAt = endOf(now, climbs.next, policy.calendar)
  const from = caseFile.escalationLevel
  if (from >= ladder.coordination) return [entry('nagged', now, system, { level: from, nextAt })]
  const region = regionOf(caseFile, rulebook.gazetteer)
  const to = from === ladder.organisation && !region ? ladder.national : from + 1
  return [entry('escalated', now, system, { from, to, region, nextAt })]
}

export const caseClimbs: Rule = (view) => {
  const { caseFile, policy } = view
  const clock = view.clocks.find(({ name }) => name === 'act' || name === 'answer')
  const { climbs } = policy.standards.levels[runningLevel(caseFile, policy.standards)]
  if (!clock || !climbs || caseFile.lane !== 'N' || !isWorking(view)) return null
  const at = caseFile.rungAt
    ? endOf(caseFile.rungAt, climbs.next, policy.calendar)
    : endOf(clock.dueAt, climbs.first, policy.calendar)
  return { at, entries: (now) => rung(view, now) }
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
    entries: (now) => [entry('hand-over-returned', now, system, { organisation }), ...rung(view, now)],
  }
}
