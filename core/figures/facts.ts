import * as z from 'zod/mini'
import { Channel, Kind } from '../channel/message.ts'
import { countedNames, forEachOf } from '../channel/questions.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { Entry } from '../case/history.ts'
import { Level } from '../case/level.ts'
import { PlaceRef } from '../places/place-ref.ts'
import { dayOf } from '../deadlines/calendar.ts'
import { readDueAt } from '../deadlines/deciding.ts'
import type { Policy } from '../deadlines/policy.ts'
import { standing } from '../lists/row.ts'
import { policyOf, type Rulebook } from '../deadlines/rulebook.ts'
import { movedAt } from '../lists/silence.ts'
import { cercleOf } from '../places/cercle.ts'
import { listedRegion } from '../routing/owner.ts'
import { Listed, listedOf } from '../lists/listed.ts'
import { promisesOf } from '../notices/promises.ts'

/** Shown and kept where nobody said: a default never invents anybody. */
export const unknown = 'unknown'

/** What is counted of one case of lane N. Codes and numbers only: it is also the row that search and exports read. */
export const Ordinary = z.object({
  /** Day of receipt where the programme is. */
  receivedOn: z.iso.date(),
  /** The regional cluster, `national` where none serves the place or it is named, `triage` until somebody assessed the case. */
  region: z.string(),
  /** Null until assigned, and where the words name it: a body named does not see the case in its figures. */
  organisation: z.nullable(z.string()),
  category: z.string(),
  /** The cercle, as `system:code`; the region where nothing closer is known. */
  cercle: z._default(z.string(), unknown),
  channel: Channel,
  kind: Kind,
  language: z.string(),
  /** What the person said of each question that is counted; `unknown` where nobody asked or answered. */
  ...forEachOf(countedNames, () => z._default(z.string(), unknown)),
  level: z.union([Level, z.literal('unassessed')]),
  status: z.enum(['open', 'answered', 'closed']),
  read: z.enum(['not-yet', 'in-time', 'late']),
  /** Calendar days from receipt to the first answer. */
  answerDays: z.nullable(z.number()),
  /** The answer clock ran out before the first answer, by what the sweep recorded. */
  late: z.boolean(),
  /** It has run out now, in this run, and nobody has answered yet. */
  overdue: z.boolean(),
  /** Day of the last step by a person: what the machine writes of its own accord is no follow-up. */
  movedOn: z._default(z.iso.date(), '1970-01-01'),
  promises: z.number(),
  promisesKept: z.number(),
  told: z.boolean(),
  /** Told in a way that asks for the verdict, then closed. */
  loopClosed: z.boolean(),
  satisfaction: z.nullable(z.number()),
  /** Highest level it ever escalated to; 0 when it never did. And whether an answer came after the first time. Stored under these words. */
  climbedTo: z.number(),
  answeredAfterClimb: z._default(z.boolean(), false),
  reopened: z.boolean(),
  merged: z.boolean(),
  /** Not counted, for search: where, the level it stands at now, and whom the words name, so that a search leaves it out for them. */
  place: z._default(z.nullable(PlaceRef), null),
  escalationLevel: z._default(z.number(), 0),
  named: z._default(z.array(z.string()), []),
})
export type Ordinary = z.infer<typeof Ordinary>

/** What one case adds to the figures. */
export const Facts = z.object({
  /** Something will be due on it: it stands on the index the sweep reads, whatever its lane. */
  live: z.boolean(),
  ordinary: z.nullable(Ordinary),
  /** S: one in a national year, and nothing else (design §4). */
  stub: z.nullable(z.object({ lane: z.enum(['S1', 'S2']), year: z.string() })),
  /** How it stands in the lists people work from; null once closed, and for S. */
  listed: z._default(z.nullable(Listed), null),
})
export type Facts = z.infer<typeof Facts>

/**
 * The facts of a case, from its history alone. A message not yet read for what it may be (lane P) and a dismissed case count
 * nowhere; practice never comes here, its keys are another programme's.
 */
export function factsOf(caseFile: CaseFile, rulebook: Rulebook): Facts {
  const { lane, receivedAt, closedHow } = caseFile
  const counts = lane === 'N' && closedHow !== 'dismissed'
  const year = dayOf(rulebook.calendar, receivedAt).slice(0, 4)
  const stands = standing(caseFile, rulebook)
  return {
    live: stands !== null,
    listed: stands && listedOf(stands, rulebook.calendar),
    ordinary: counts ? ordinaryOf(caseFile, rulebook) : null,
    stub: lane === 'S1' || lane === 'S2' ? { lane, year } : null,
  }
}

const isLapse =
  (clock: 'read' | 'assess' | 'answer') =>
  (entry: Entry): boolean =>
    entry.what === 'lapsed' && entry.clock === clock

function ordinaryOf(caseFile: CaseFile, rulebook: Rulebook): Ordinary {
  const { calendar, gazetteer } = rulebook
  const { history, named, organisation, told, satisfaction, status } = caseFile
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
    organisation: named.includes(`organisation:${organisation ?? ''}`) ? null : organisation,
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
    late: beforeAnswer.some(isLapse('answer')),
    overdue: status !== 'closed' && status !== 'answered' && caseFile.lapsed.includes('answer'),
    movedOn: on(movedAt(caseFile)),
    promises: promises.fallen,
    promisesKept: promises.kept,
    told: told !== null,
    loopClosed: status === 'closed' && told !== null && told.how !== 'open-answer',
    satisfaction,
    climbedTo: Math.max(0, ...history.map((entry) => (entry.what === 'escalated' ? entry.to : 0))),
    answeredAfterClimb:
      firstEscalation !== -1 && history.slice(firstEscalation).some(({ what }) => what === 'answered'),
    reopened: caseFile.reopenings > 0,
    merged: caseFile.mergedInto !== null,
    place: caseFile.place,
    escalationLevel: caseFile.escalationLevel,
    named: [...named],
  }
}

/** K03: the first reading against the span of what the receipt promises, whether or not the sweep fell between; `lapsed` for what nobody read yet. */
function readOf(caseFile: CaseFile, policy: Policy): Ordinary['read'] {
  const { history, readAt } = caseFile
  if (readAt !== null) return readAt <= readDueAt(caseFile, policy) ? 'in-time' : 'late'
  return history.some((entry) => isLapse('read')(entry) || isLapse('assess')(entry)) ? 'late' : 'not-yet'
}

const dayMs = 86_400_000
const daysBetween = (fromOn: string, toOn: string): number =>
  Math.max(0, Math.round((Date.parse(toOn) - Date.parse(fromOn)) / dayMs))
