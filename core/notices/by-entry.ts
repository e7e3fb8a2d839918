import type { CaseFile } from '../case/case-file.ts'
import { caseFileOf, fold } from '../case/fold.ts'
import type { Entry, EntryOf, What } from '../case/history.ts'
import { laneOf } from '../case/level.ts'
import { addDays } from '../deadlines/calendar.ts'
import type { Rulebook } from '../deadlines/rulebook.ts'
import { ownerOf, regionOf } from '../routing/owner.ts'
import { noticeKey, type Plan } from './notice.ts'
import type { Settings } from './settings.ts'
import { answerTemplate } from './staff-sms.ts'
import { attention, bySms, levelTopic, newDate, toOwner, toPair, topic, toPerson, type Wanted } from './wanted.ts'

/** What the plans need to know of the programme. */
export interface PlanRules extends Rulebook {
  settings: Pick<Settings, 'ussdCode' | 'quietHours'>
}

type Want<W extends What> = (caseFile: CaseFile, entry: EntryOf<W>, rules: PlanRules) => Wanted[]

/** The first word back. It says nothing where the words may mean S, and goes by SMS only where SMS was agreed to. */
function acknowledgement(caseFile: CaseFile, short: boolean): Wanted[] {
  const { lane, phone, consent, callMe, kind, promisedAt, optedOut, level, suggested } = caseFile
  if (!phone || optedOut || lane === 'S2' || caseFile.inSession) return []
  if (callMe) return consent === 'none' ? [] : [toPerson('callWho', { values: { date: promisedAt }, atOnce: true })]
  if (consent !== 'sms') return []
  if (short || lane !== 'N' || (!promisedAt && kind !== 'thanks'))
    return [toPerson('acknowledgementShort', { atOnce: true })]
  if (kind === 'thanks') return [toPerson('acknowledgementThanks', { atOnce: true })]
  const danger = level === null && suggested.level === 'N2'
  return [
    toPerson(danger ? 'acknowledgementDanger' : 'acknowledgement', {
      values: { date: promisedAt },
      atOnce: true,
      weighty: true,
    }),
  ]
}

/** Flag of a case whose words cite one that is closed: its receipt says nothing, at every level. */
export const citesClosed = 'cites-closed'

const wants: { [W in What]?: Want<W> } = {
  received: (c, e) => [
    // A call asked for on USSD is answered by call, never by SMS; RAPPEL came by SMS and is asked who may call.
    ...((c.callMe && c.channel !== 'sms') || e.flags?.includes('too-often')
      ? []
      : acknowledgement(c, e.flags?.includes(citesClosed) ?? false)),
    ...(c.lane === 'S1' ? [attention('integrity')] : []),
    ...(c.lane === 'S2' ? [attention('protection')] : []),
  ],
  'consent-given': (c) => (c.channel === 'ussd' && !c.callMe ? acknowledgement({ ...c, inSession: false }, true) : []),
  'message-added': (c, e) =>
    e.channel === 'sms' && !e.thanks && bySms(c)
      ? // One acknowledgement an hour at most: two robots must not talk to each other for ever.
        [toPerson('acknowledgementShort', { atOnce: true, index: `hour-${e.at.slice(0, 13)}` })]
      : [],
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
  reminded: (c, e) => (c.lane === 'N' || c.lane === 'P' ? [toOwner(e.to)] : toPair(e.to)),
  escalated: (c, e) => [
    { template: 'escalated', recipient: topic(levelTopic(e.to, e.region)) },
    ...(bySms(c) ? [toPerson('escalated', { values: { date: e.nextAt }, weighty: true })] : []),
  ],
  'sent-back': (c, _, { gazetteer }) => [toOwner(ownerOf(c, gazetteer))],
  nagged: (c, e) => [
    attention(levelTopic(e.level, null)),
    ...(bySms(c) ? [toPerson('late', { values: { date: e.nextAt }, weighty: true })] : []),
  ],
  'protection-alerted': () => toPair('protection'),
  'promise-moved': (c, e) => (bySms(c) ? [toPerson('delay', { values: { date: e.to }, weighty: true })] : []),
  extended: (c, e) => (bySms(c) ? [toPerson('delay', { values: { date: e.to }, weighty: true })] : []),
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
    if (!bySms(c) || (e.how !== 'window-over' && e.how !== 'disagreed')) return []
    return [toPerson(e.how === 'disagreed' ? 'closedDisagreed' : 'closed', { values: { date: e.at } })]
  },
}

const useByDays = 14

function planned(caseFile: CaseFile, entry: Entry, index: number, rules: PlanRules): Plan[] {
  const want = wants[entry.what] as Want<What> | undefined
  return (want?.(caseFile, entry, rules) ?? []).map((wanted) => ({
    key: noticeKey(caseFile.reference, wanted.index ?? index, wanted.template, wanted.recipient),
    reference: caseFile.reference,
    index: wanted.about ?? index,
    template: wanted.template,
    recipient: wanted.recipient,
    language: caseFile.language,
    values: wanted.values ?? {},
    // Life and care do not wait for the morning.
    atOnce: (wanted.atOnce ?? false) || caseFile.level === 'N2' || wanted.recipient.to === 'topic',
    weighty: wanted.weighty ?? false,
    notBefore: entry.at,
    useBy: addDays(entry.at, useByDays),
  }))
}

/**
 * What the history from entry `from` on calls for, in order. Deterministic: a replay plans the same keys, and a second
 * answer plans another one.
 */
export function noticesFor(caseFile: CaseFile, from: number, rules: PlanRules): Plan[] {
  const plans: Plan[] = []
  const [first, ...rest] = caseFile.history
  if (!first) return plans
  let state = caseFileOf(caseFile.programme, caseFile.reference, [first])
  if (from === 0) plans.push(...planned(state, first, 0, rules))
  for (const [position, entry] of rest.entries()) {
    state = fold(state, entry)
    if (position + 1 >= from) plans.push(...planned(state, entry, position + 1, rules))
  }
  return plans
}
