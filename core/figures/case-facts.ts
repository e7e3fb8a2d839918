import { countedNames, forEachOf } from '../channel/questions.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { Cost } from '../case/codes.ts'
import type { Entry } from '../case/history.ts'
import { dayOf } from '../deadlines/calendar.ts'
import { readDueAt } from '../deadlines/deciding.ts'
import type { Policy } from '../deadlines/policy.ts'
import { policyOf, type Rulebook } from '../deadlines/rulebook.ts'
import { listedOf } from '../lists/listed.ts'
import { movedAt } from '../lists/silence.ts'
import { standing, suggestedOf } from '../lists/standing.ts'
import { promisesOf } from './promises.ts'
import { cercleOf } from '../places/cercle.ts'
import { listedRegion } from '../routing/owner.ts'
import { isOneOfMany } from './waves.ts'
import { type Dismissed, type Facts, type Ordinary, unknown } from './facts.ts'

/**
 * The facts of a case, from its history alone. A message not yet read for what it may be (lane P) counts nowhere, a
 * dismissed case only as dismissed; practice never comes here, its keys are another programme's.
 */
export function factsOf(caseFile: CaseFile, rulebook: Rulebook): Facts {
  const { lane, receivedAt, closedHow } = caseFile
  // What was joined to another case as its reply was no complaint of its own.
  const counts = lane === 'N' && closedHow !== 'dismissed' && closedHow !== 'joined'
  const year = dayOf(rulebook.calendar, receivedAt).slice(0, 4)
  const stands = standing(caseFile, rulebook)
  return {
    live: stands !== null,
    listed: stands && listedOf(stands, rulebook.calendar),
    ordinary: counts ? ordinaryOf(caseFile, rulebook) : null,
    dismissed: lane === 'N' && closedHow === 'dismissed' ? dismissedOf(caseFile, rulebook) : null,
    stub: lane === 'S1' || lane === 'S2' ? { lane, year } : null,
  }
}

function dismissedOf(caseFile: CaseFile, { calendar, gazetteer }: Rulebook): Dismissed {
  return {
    receivedOn: dayOf(calendar, caseFile.receivedAt),
    region: listedRegion(caseFile, gazetteer),
    organisation: ownOf(caseFile),
    named: [...caseFile.named],
  }
}

/** Whose figures a case is in; a body its words name does not find it in its own. */
const ownOf = ({ named, organisation }: CaseFile): string | null =>
  named.includes(`organisation:${organisation ?? ''}`) ? null : organisation

/** As the end of the case says, or the end of its number after that. */
function costOf({ status, history }: CaseFile): Ordinary['cost'] {
  if (status !== 'closed') return null
  const cost = history.reduce<Cost | null>((last, line) => ('cost' in line ? (line.cost ?? last) : last), null)
  return cost && { currency: cost.currency, micros: cost.micros }
}

const isLapse = (entry: Entry): boolean => entry.what === 'lapsed' && entry.clock === 'answer'

function ordinaryOf(caseFile: CaseFile, rulebook: Rulebook): Ordinary {
  const { calendar, gazetteer } = rulebook
  const { history, named, told, satisfaction, status } = caseFile
  const on = (at: string) => dayOf(calendar, at)
  const answered = history.findIndex(({ what }) => what === 'answered')
  const firstAnswer = history[answered]
  const beforeAnswer = firstAnswer ? history.slice(0, answered) : history
  const firstEscalation = history.findIndex(({ what }) => what === 'escalated')
  const promises = promisesOf(caseFile, on)
  const receivedOn = on(caseFile.receivedAt)
  return {
    receivedOn,
    region: listedRegion(caseFile, gazetteer),
    organisation: ownOf(caseFile),
    category: caseFile.category ?? unknown,
    cercle: cercleOf(caseFile.place, gazetteer) ?? unknown,
    channel: caseFile.channel,
    kind: caseFile.kind,
    language: caseFile.language,
    ...forEachOf(countedNames, (name) => caseFile[name] ?? unknown),
    level: caseFile.level ?? 'unassessed',
    status: status === 'closed' || status === 'answered' ? status : 'open',
    read: readOf(caseFile, policyOf(rulebook, caseFile)),
    answerDays: firstAnswer ? daysBetween(receivedOn, on(firstAnswer.at)) : null,
    late: beforeAnswer.some(isLapse),
    overdue: status !== 'closed' && status !== 'answered' && caseFile.lapsed.includes('answer'),
    movedOn: on(movedAt(caseFile)),
    promises: promises.fallen,
    promisesKept: promises.kept,
    available: promises.open.fallen,
    availableKept: promises.open.kept,
    told: told !== null && told.how !== 'open-answer',
    loopClosed: status === 'closed' && told !== null && told.how !== 'open-answer',
    satisfaction,
    climbedTo: Math.max(0, ...history.map((entry) => (entry.what === 'escalated' ? entry.to : 0))),
    answeredAfterClimb:
      firstEscalation !== -1 && history.slice(firstEscalation).some(({ what }) => what === 'answered'),
    reopened: caseFile.reopenings > 0,
    merged: caseFile.mergedInto !== null,
    cost: costOf(caseFile),
    place: caseFile.place,
    village: caseFile.village && { system: caseFile.village.system, code: caseFile.village.code },
    suggested: suggestedOf(caseFile) ?? null,
    oneOfMany: isOneOfMany(caseFile),
    escalationLevel: caseFile.escalationLevel,
    named: [...named],
  }
}

/** K03: the first reading against the span of what the receipt promises, whether or not the sweep fell between; what nobody read yet is late when its history goes beyond that. */
function readOf(caseFile: CaseFile, policy: Policy): Ordinary['read'] {
  const { lastAt, readAt } = caseFile
  const dueAt = readDueAt(caseFile, policy)
  if (readAt !== null) return readAt <= dueAt ? 'in-time' : 'late'
  return lastAt >= dueAt ? 'late' : 'not-yet'
}

const dayMs = 86_400_000
const daysBetween = (fromOn: string, toOn: string): number =>
  Math.max(0, Math.round((Date.parse(toOn) - Date.parse(fromOn)) / dayMs))
