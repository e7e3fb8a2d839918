import type { CaseFile } from '../case/case-file.ts'
import type { Early } from '../case/codes.ts'
import type { EntryOf, What } from '../case/history.ts'
import { laneOf } from '../case/level.ts'
import type { Rulebook } from '../deadlines/rulebook.ts'
import { ownerOf, regionOf } from '../routing/owner.ts'
import type { Settings } from './settings.ts'
import { answerTemplate } from './staff-sms.ts'
import type { TemplateName } from './template.ts'
import {
  attention,
  bySms,
  dated,
  levelTopic,
  newDate,
  toOwner,
  toPair,
  topic,
  toPerson,
  type Wanted,
} from './wanted.ts'

/** What the plans need to know of the programme. */
export interface PlanRules extends Rulebook {
  settings: Pick<Settings, 'ussdCode' | 'quietHours'>
}

export type Want<W extends What> = (caseFile: CaseFile, entry: EntryOf<W>, rules: PlanRules) => Wanted[]

/** The first word back. It says nothing where the words may mean S, and goes by SMS only where SMS was agreed to. */
function acknowledgement(caseFile: CaseFile, flags: readonly string[]): Wanted[] {
  const { lane, phone, consent, callMe, kind, promisedAt, optedOut, level, suggested } = caseFile
  if (!phone || optedOut || lane === 'S2' || caseFile.inSession) return []
  // Who said already who may call is not asked.
  if (callMe && consent !== 'none')
    return [toPerson(consent === 'call' ? 'callWho' : 'acknowledgementCall', { values: { date: promisedAt }, atOnce: true })] // prettier-ignore
  if (consent !== 'sms') return []
  const danger = level === null && suggested.level === 'N2'
  // Where to go now is said whatever was asked before.
  const short = flags.includes(citesClosed) || (flags.includes(keptApart) && !danger)
  if (short || lane !== 'N' || (!promisedAt && kind !== 'thanks'))
    return [toPerson('acknowledgementShort', { atOnce: true })]
  if (kind === 'thanks') return [toPerson('acknowledgementThanks', { atOnce: true })]
  return [
    toPerson(danger ? 'acknowledgementDanger' : 'acknowledgement', {
      values: { date: promisedAt },
      atOnce: true,
      weighty: true,
    }),
  ]
}

/** Why a date moves without anybody being late: a feast declared meanwhile, or waiting for the person's own reply. */
const becauseOf: Readonly<Record<string, TemplateName>> = { paused: 'paused', 'closed-days': 'closedDays' }

/** Before the promised day: what happened, and that the day stands. */
const raised = ({ promisedAt }: CaseFile, because: Early): Wanted =>
  toPerson('raised', { values: { date: promisedAt, because }, weighty: true })

/** Flags of a case whose receipt says nothing, at every level: its words cite one that is closed, or answer a question they must not join. */
export const citesClosed = 'cites-closed'
export const keptApart = 'kept-apart'

/** Flags of a case whose first word back is not an SMS of its own. */
export const unacknowledged = { none: 'too-often', listed: 'listed', stopped: 'stopped' } as const
const hasNone = (flags: readonly string[] = []): boolean =>
  Object.values<string>(unacknowledged).some((flag) => flags.includes(flag))

/** Who reads what may be S hears once that something waits, from the first word or part that says so. */
const perhaps = ({ lane }: CaseFile): Wanted[] => (lane === 'P' ? [{ ...attention('national'), index: 'perhaps' }] : [])

/** Readers hear where they work, in the words of any other attention: how many cases, and nothing of which. */
const readersHear = (queues: readonly string[] = []): Wanted[] => queues.map(toOwner)

/** Until they said what the words mean, they are reminded with whoever asked them. */
function readersStillAsked({ lane, readerAsked, meaning, history }: CaseFile): Wanted[] {
  const asked = history.findLast((line) => line.what === 'reader-asked')
  return lane === 'P' && readerAsked !== null && meaning === null ? readersHear(asked?.hears) : []
}

export const wants: { [W in What]?: Want<W> } = {
  received: (c, e) => [
    // On USSD who may call was asked on the keypad; RAPPEL and a missed call are asked by SMS.
    ...((c.callMe && c.channel === 'ussd') || hasNone(e.flags) ? [] : acknowledgement(c, e.flags ?? [])),
    ...perhaps(c),
    ...(c.lane === 'S1' ? [attention('integrity')] : []),
    ...(c.lane === 'S2' ? [attention('protection')] : []),
  ],
  'consent-given': (c) =>
    c.channel === 'ussd' && !c.callMe ? acknowledgement({ ...c, inSession: false }, [citesClosed]) : [],
  'message-added': (c, e) =>
    // A verdict has an answer of its own.
    e.channel === 'sms' && !e.thanks && !e.score && bySms(c)
      ? // One acknowledgement an hour at most: two robots must not talk to each other for ever.
        [toPerson('acknowledgementShort', { atOnce: true, index: `hour-${e.at.slice(0, 13)}` })]
      : [],
  continued: perhaps,
  corrected: perhaps,
  'reader-asked': (_, e) => readersHear(e.hears),
  assessed: (c, e) => {
    const lane = laneOf(e.level)
    return lane === 'S1' ? [attention('integrity')] : lane === 'S2' ? [attention('protection')] : newDate(c, e)
  },
  assigned: (c, e) => [
    { template: 'reminder', recipient: { to: 'organisation', id: e.organisation } },
    // Another organisation is a change the person hears of; the promised date stays.
    ...(e.handOver && bySms(c) && c.promisedAt
      ? [toPerson('transferred', { values: { date: c.promisedAt }, weighty: true })]
      : []),
  ],
  'hand-over-resent': (_, e) => [{ template: 'reminder', recipient: { to: 'organisation', id: e.organisation } }],
  'hand-over-returned': () => [attention('national')],
  // Back with whoever sent it: they hear of it.
  refused: (c, _, { gazetteer }) => [toOwner(ownerOf(c, gazetteer))],
  // A call that nobody made in time, words that nobody sorted.
  lapsed: (c, e, { gazetteer }) => (e.clock === 'call' || e.clock === 'sort' ? [toOwner(ownerOf(c, gazetteer))] : []),
  reminded: (c, e) => (c.lane === 'N' || c.lane === 'P' ? [toOwner(e.to), ...readersStillAsked(c)] : toPair(e.to)),
  escalated: (c, e) => [
    { template: 'escalated', recipient: topic(levelTopic(e.to, e.region)) },
    ...(bySms(c) ? [e.early ? raised(c, e.early) : toPerson('escalated', dated(e.nextAt))] : []),
  ],
  'sent-back': (c, _, { gazetteer }) => [toOwner(ownerOf(c, gazetteer))],
  nagged: (c, e) => [
    attention(levelTopic(e.level, null)),
    ...(bySms(c) && !e.early ? [toPerson('late', dated(e.nextAt))] : []),
  ],
  'protection-alerted': () => toPair('protection'),
  'promise-moved': (c, e) => (bySms(c) ? [toPerson(becauseOf[e.reason] ?? 'delay', dated(e.to))] : []),
  extended: (c, e) => (bySms(c) ? [toPerson('delay', dated(e.to))] : []),
  asked: (c) => (bySms(c) ? [toPerson('question')] : []),
  answered: (c, e) => (bySms(c) ? [toPerson(answerTemplate(e.outcome), { weighty: true })] : []),
  // START: the answer that only stood open meanwhile goes out after all.
  'opted-in': (c) =>
    bySms(c) && c.status === 'answered' && c.answer && c.told?.how === 'open-answer'
      ? [toPerson(answerTemplate(c.answer.outcome), { weighty: true, about: c.answer.index })]
      : [],
  unreachable: () => [attention('national')],
  'satisfaction-asked': (c) => (bySms(c) ? [toPerson('satisfactionReminder')] : []),
  satisfied: (c, e) => (bySms(c) && e.score !== 3 ? [toPerson('thanksForVerdict', { atOnce: true })] : []),
  reopened: (c, e, { gazetteer }) => [
    attention(levelTopic(e.to, regionOf(c, gazetteer))),
    ...(bySms(c) ? [toPerson('reopened', { values: { date: e.promisedAt }, weighty: true, atOnce: true })] : []),
  ],
  closed: (c, e) => {
    // Who withdrew by SMS is answered at once.
    if (e.how === 'withdrawn' && e.by.role !== 'complainant' && bySms(c)) return [toPerson('withdrawn')]
    if (!bySms(c) || (e.how !== 'window-over' && e.how !== 'disagreed')) return []
    return [toPerson(e.how === 'disagreed' ? 'closedDisagreed' : 'closed', { values: { date: e.at } })]
  },
}
