import { system } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import { type Entry, entry } from '../case/history.ts'
import { awaitsCall } from '../case/news.ts'
import { ladder, ownerOf, regionOf } from '../routing/owner.ts'
import { fraction } from './calendar.ts'
import { runningLevel } from './clock.ts'
import { possibleLevels } from './deciding.ts'
import { type Clock, endOf } from './policy.ts'
import { quietUntil } from './quiet-hours.ts'
import type { Rule, View } from './rule.ts'
import type { Rulebook } from './rulebook.ts'
import type { Span } from './service-standards.ts'

type Reminded = Exclude<Clock['name'], 'read' | 'call' | 'confirm' | 'erase'>

const afterAnswer: readonly Reminded[] = ['tell', 'judge', 'sort']

/** The clock people are reminded of: until somebody assesses, that one. */
const governing = ({ caseFile, clocks }: View): (Clock & { name: Reminded }) | undefined => {
  const named = (...names: Reminded[]) =>
    clocks.find((clock): clock is Clock & { name: Reminded } => names.some((name) => name === clock.name))
  const answered = caseFile.status === 'answered'
  return (
    named('assess') ??
    named('judge') ??
    (answered ? named('sort') : undefined) ??
    named('act', 'answer', 'refer', 'tell')
  )
}

interface Pace {
  /** At these shares of the clock, then every `thenEvery`. */
  shares: readonly number[]
  thenEvery: Span
  /** How many there were so far. */
  sent: number
}

function paceOf({ caseFile, policy: { standards } }: View, clock: Reminded): Pace {
  const { levels, promised } = standards
  const { reminders: sent, assessReminders } = caseFile
  if (clock === 'assess') {
    const [level = promised] = possibleLevels(caseFile, standards)
    return { shares: [1], thenEvery: levels[level].thenEvery, sent: assessReminders }
  }
  // Once it is answered nothing is as urgent as the level says: telling goes on at the ordinary pace.
  if (afterAnswer.includes(clock)) return { shares: [1], thenEvery: levels[promised].thenEvery, sent }
  const { reminders, thenEvery, afterAct } = levels[runningLevel(caseFile, standards)]
  return { shares: reminders, thenEvery: caseFile.actedAt && afterAct ? afterAct : thenEvery, sent }
}

/** Of a danger to life another human hears each time: one number that is called in vain day and night helps nobody. */
function whom(caseFile: CaseFile, { gazetteer }: Rulebook, sent: number): string {
  const owner = ownerOf(caseFile, gazetteer)
  if (caseFile.level !== 'N2') return owner
  const region = regionOf(caseFile, gazetteer)
  const all = [...new Set([owner, 'focal-point', ...(region ? [`region:${region}`] : []), 'coordination'])]
  return all[sent % all.length] ?? owner
}

/** A danger to life that is only possible wakes somebody once a night. */
const oncePerNight = ({ caseFile, rulebook }: View, clock: Reminded, at: string): string => {
  const { remindedAt, suggested } = caseFile
  if (clock !== 'assess' || suggested.level !== 'N2' || !remindedAt) return at
  const morning = quietUntil(rulebook.settings.quietHours, remindedAt, rulebook.calendar.utcOffsetMinutes)
  return morning > at ? morning : at
}

/** A call nobody makes is told to whoever has the case when it lapses, and again: each working day, where the person asked for it. */
export const callReminded: Rule = ({ caseFile, clocks, policy: { standards, calendar }, rulebook }) => {
  const clock = clocks.find(({ name }) => name === 'call')
  if (!clock || !caseFile.lapsed.includes('call')) return null
  const isOfCall = (line: Entry) => (line.what === 'lapsed' || line.what === 'reminded') && line.clock === 'call'
  const told = caseFile.history.filter((line) => isOfCall(line) && line.at >= clock.sinceAt)
  const every = awaitsCall(caseFile) ? standards.callWithin : standards.levels[standards.promised].thenEvery
  const next = endOf(told.at(-1)?.at ?? clock.sinceAt, every, calendar)
  const step = told.length
  const to = whom(caseFile, rulebook, step)
  return {
    at: next > clock.dueAt ? next : clock.dueAt,
    entries: (now) => [entry('reminded', now, system, { clock: 'call', step, to })],
  }
}

export const reminderComes: Rule = (view) => {
  const { caseFile, policy, rulebook } = view
  const clock = governing(view)
  if (!clock) return null
  const { name, sinceAt, dueAt } = clock
  const { shares, thenEvery, sent } = paceOf(view, name)
  const share = shares[sent]
  // At the top the re-nag takes over.
  const nagged = caseFile.rungAt && caseFile.escalationLevel >= ladder.coordination
  if (share === undefined && !afterAnswer.includes(name) && nagged) return null
  const shareAt = (one: number) => fraction(sinceAt, dueAt, one, 'hours' in thenEvery ? null : policy.calendar)
  const next = share === undefined ? endOf(caseFile.remindedAt ?? sinceAt, thenEvery, policy.calendar) : shareAt(share)
  const to = whom(caseFile, rulebook, sent)
  return {
    at: oncePerNight(view, name, next),
    entries: (now) => {
      // Late, the last one that is due stands for those before it.
      const passed = shares.filter((one) => shareAt(one) <= now).length
      return [entry('reminded', now, system, { clock: name, step: Math.max(sent + 1, passed), to })]
    },
  }
}
