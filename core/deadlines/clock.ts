import type { CaseFile } from '../case/case-file.ts'
import { promisedApart } from '../case/news.ts'
import { type Level, laneOf } from '../case/level.ts'
import { addDays, addHours, addWorkingDays, capCalendarDays, type WorkingCalendar } from './calendar.ts'
import { calling } from './calling.ts'
import { acting, assessing } from './deciding.ts'
import { epochMs, isoAt } from './instant.ts'
import { type Clock, endOf, type Policy } from './policy.ts'
import type { ServiceStandards, Span, Standard } from './service-standards.ts'

const earlier = (a: string, b: string): string => (a < b ? a : b)
const halved = (span: Span): Span =>
  'hours' in span ? { hours: span.hours / 2 } : { workingDays: Math.ceil(span.workingDays / 2) }

/** The level whose clocks run: before assessment, the one the receipt promises. */
export const runningLevel = (caseFile: CaseFile, standards: ServiceStandards): Level =>
  caseFile.level ?? (caseFile.lane === 'S1' || caseFile.lane === 'S2' ? caseFile.lane : standards.promised)

function answerSpan(standard: Standard, caseFile: Pick<CaseFile, 'kind'>): Span | null {
  return standard.answerByKind?.[caseFile.kind] ?? standard.answer
}

/** When the answer is due at a level, from `receivedAt`: the date a receipt or an assessment promises; null for S. */
export function answerDueAt(
  level: Level,
  caseFile: Pick<CaseFile, 'kind' | 'receivedAt'>,
  { standards, calendar }: Policy,
): string | null {
  const standard = standards.levels[level]
  const span = answerSpan(standard, caseFile)
  if (!span) return null
  const dueAt = endOf(caseFile.receivedAt, span, calendar)
  return standard.capDays ? capCalendarDays(caseFile.receivedAt, dueAt, standard.capDays) : dueAt
}

/** How long the answer clock stands still. A pause that still runs counts up to its end: it may end earlier, never later. */
function stoodMs({ pausedMs, waiting }: CaseFile): number {
  return pausedMs + (waiting?.until ? epochMs(waiting.until) - epochMs(waiting.sinceAt) : 0)
}

/** Later by a pause; what falls due in working days still does so in office hours (design §11, rule 6). */
function shifted(dueAt: string, ms: number, span: Span, calendar: WorkingCalendar): string {
  if (ms === 0) return dueAt
  const at = isoAt(epochMs(dueAt) + ms)
  return 'hours' in span ? at : addWorkingDays(calendar, addDays(at, -1), 1)
}

/** When the answer is due by the standard and the calendar alone, pauses counted, whatever was promised. */
export function ownAnswerDueAt(caseFile: CaseFile, policy: Policy): string | null {
  const { standards, calendar } = policy
  const level = runningLevel(caseFile, standards)
  const span = answerSpan(standards.levels[level], caseFile)
  if (!span) return null
  const { reopenedAt } = caseFile
  // Reopening restores the clock with half the time (design §11, rule 4).
  const dueAt = reopenedAt ? endOf(reopenedAt, halved(span), calendar) : answerDueAt(level, caseFile, policy)
  return dueAt && shifted(dueAt, stoodMs(caseFile), span, calendar)
}

/** The date an extension set, which stands in the place of the clock's own until a more urgent level takes it back. */
const extendedTo = ({ extended, history }: CaseFile): string | null =>
  (extended && history.findLast((line) => line.what === 'extended')?.to) || null

function answerClock(caseFile: CaseFile, policy: Policy): Clock | null {
  const own = ownAnswerDueAt(caseFile, policy)
  if (!own) return null
  const { reopenedAt, receivedAt } = caseFile
  const promisedAt = promisedApart(caseFile)
  const clock = { name: 'answer', sinceAt: reopenedAt ?? receivedAt } as const
  if (promisedAt && promisedAt === extendedTo(caseFile)) return { ...clock, dueAt: promisedAt }
  // The earlier of promise and clock governs (design §4); the date of a rung is news, not the answer.
  return { ...clock, dueAt: promisedAt ? earlier(promisedAt, own) : own }
}

/** The clocks that run on a case now, earliest due first. An open case always has at least one (design §10, invariant 5). */
export function runningClocks(caseFile: CaseFile, policy: Policy): Clock[] {
  const { standards, calendar } = policy
  const level = runningLevel(caseFile, standards)
  const standard = standards.levels[level]
  const since = caseFile.receivedAt
  const clocks: (Clock | null)[] = []
  if (caseFile.status === 'closed') clocks.push(...erasures(caseFile, standards))
  else if (caseFile.status === 'answered') clocks.push(...afterAnswer(caseFile, policy))
  else {
    clocks.push(assessing(caseFile, policy), acting(caseFile, standard, calendar))
    if (standard.refer) {
      const sinceAt = caseFile.referredAt ?? since
      clocks.push({ name: 'refer', sinceAt, dueAt: endOf(sinceAt, standard.refer, calendar) })
    }
    clocks.push(answerClock(caseFile, policy), calling(caseFile, policy), sorting(caseFile, policy))
  }
  return clocks.filter((clock) => clock !== null).sort((a, b) => epochMs(a.dueAt) - epochMs(b.dueAt))
}

/** Words that joined a case and may be another complaint: until somebody splits them off or keeps them, the span of reading. */
function sorting(caseFile: CaseFile, { standards, calendar }: Policy): Clock | null {
  const sinceAt = caseFile.history[caseFile.maybeOther[0] ?? -1]?.at
  const { read } = standards.levels[runningLevel(caseFile, standards)]
  return sinceAt ? { name: 'sort', sinceAt, dueAt: endOf(sinceAt, read, calendar) } : null
}

/** What the person writes about an answer has a clock of its own, the span of reading, and no window closes over it. */
function afterAnswer(caseFile: CaseFile, policy: Policy): Clock[] {
  const { standards, calendar } = policy
  const { answer, told, history, unjudged, lastAt } = caseFile
  const answeredAt = answer?.at ?? lastAt
  const wroteAt = history[unjudged[0] ?? -1]?.at
  const { read } = standards.levels[runningLevel(caseFile, standards)]
  const sort = sorting(caseFile, policy)
  return [
    ...(sort ? [sort] : []),
    ...(wroteAt ? [{ name: 'judge', sinceAt: wroteAt, dueAt: endOf(wroteAt, read, calendar) } as const] : []),
    ...(told ? [] : [{ name: 'tell', sinceAt: answeredAt, dueAt: addDays(answeredAt, standards.tellDays) } as const]),
    ...(told && !wroteAt && !sort
      ? [{ name: 'confirm', sinceAt: told.at, dueAt: addDays(told.at, standards.appealDays) } as const]
      : []),
  ]
}

function erasures(caseFile: CaseFile, standards: ServiceStandards): Clock[] {
  const { closedAt, closedHow, erased } = caseFile
  if (!closedAt || erased.includes('all')) return []
  const soon = closedHow === 'withdrawn' ? addHours(closedAt, standards.eraseOptOutHours) : null
  const words = laneOf(caseFile.level ?? 'N1') === 'N' ? standards.eraseWordsDays : standards.eraseIntegrityDays
  const parts = [
    { part: 'contact', days: standards.eraseContactDays },
    { part: 'words', days: words },
  ]
  return parts
    .filter(({ part }) => !erased.includes(part))
    .map(({ days }) => ({ name: 'erase', sinceAt: closedAt, dueAt: soon ?? addDays(closedAt, days) }) as const)
}
