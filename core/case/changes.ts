import { answersIn, type QuestionName, questionNames } from '../channel/questions.ts'
import type { CaseFile } from './case-file.ts'
import { erasedAnew, erasing } from './erasing.ts'
import type { Entry, EntryOf, What } from './history.ts'
import {
  again,
  assessedAs,
  byRung,
  freshAnswer,
  freshRun,
  judgesAgain,
  noCall,
  readAgain,
  readAnew,
  reminders,
  resume,
  sorted,
  spokenWith,
  toldBy,
  wroteAgain,
} from './runs.ts'

type Change<W extends What> = (caseFile: CaseFile, entry: EntryOf<W>, index: number) => Partial<CaseFile>

const nothing = (): Partial<CaseFile> => ({})
const unclosed = { closedAt: null, closedHow: null, dismissal: null } as const
const given: Change<`${QuestionName}-given`> = (_, e) => answersIn(e)
const answers = Object.fromEntries(questionNames.map((name) => [`${name}-given`, given])) as Record<
  `${QuestionName}-given`,
  typeof given
>

/** What each entry changes. The history is the truth; nothing else ever changes a case. */
const changes: { [W in What]: Change<W> } = {
  received: nothing,
  'session-ended': () => ({ inSession: false }),
  'consent-given': (_, e) => ({ consent: e.consent }),
  'place-given': (c, e) => (c.place ? {} : { place: e.place, village: e.village ?? null }),
  ...answers,
  continued: (c, e) => ({ ...readAgain(c, e), ...readAnew(c, e) }),
  corrected: readAgain,
  'message-added': wroteAgain,
  'split-off': (c, e) => ({ unjudged: c.unjudged.filter((index) => index !== e.index), ...sorted(c, e) }),
  'kept-together': sorted,
  judged: (c) => ({ unjudged: [], ...judgesAgain(c) }),
  repeated: nothing,
  flooded: (_, { group, from }) => ({ flood: { group, from } }),
  'flood-lifted': () => ({ flood: null }),
  read: (c, e) => ({ readAt: c.readAt ?? e.at }),
  'reader-asked': (_, e) => ({ readerAsked: e.language }),
  'meaning-said': (_, e, index) => ({ meaning: { index, at: e.at, by: e.by.person, language: e.language } }),
  assessed: assessedAs,
  'lower-proposed': (c, e) => ({ proposed: e, named: [...new Set([...c.named, ...(e.named ?? [])])] }),
  'dismissal-proposed': (_, e) => ({ dismissal: e }),
  acted: (c, e) => ({ actedAt: c.actedAt ?? e.actedAt }),
  evaluated: (_, e) => ({ evaluatedAt: e.at }),
  converted: (c, e) => ({ converted: { ...c.converted, [e.rules]: e.at } }),
  assigned: (_, e) => ({
    status: 'assigned',
    organisation: e.organisation,
    assignedPerson: e.person ?? null,
    handOver: e.handOver ? { organisation: e.organisation, offeredAt: e.at, resentAt: null } : null,
  }),
  accepted: () => ({ handOver: null }),
  refused: () => again,
  revoked: () => again,
  'hand-over-resent': (c, e) => ({ handOver: c.handOver && { ...c.handOver, resentAt: e.at } }),
  'hand-over-returned': () => again,
  reminded: (_, e) => reminders(e),
  lapsed: (c, e) => ({ lapsed: [...c.lapsed, e.clock] }),
  escalated: (_, e) => ({ escalationLevel: e.to, rungAt: e.at, ...byRung(e) }),
  'sent-back': (_, e) => ({ escalationLevel: e.to, rungAt: e.at }),
  nagged: (_, e) => ({ rungAt: e.at, ...byRung(e) }),
  'protection-alerted': (_, e) => ({ alertedAt: e.at }),
  'promise-moved': (_, e) => ({ promisedAt: e.to }),
  'promise-withdrawn': () => ({ promisedAt: null }),
  'due-moved': nothing,
  extended: (_, e) => ({ extended: true, promisedAt: e.to }),
  waiting: (_, e) => ({
    waiting: { waitingFor: e.waitingFor, sinceAt: e.at, until: e.until },
    ...(e.waitingFor === 'complainant' ? { pauseUsed: true } : {}),
  }),
  resumed: (c, e) => resume(c, e.at),
  asked: (_, e, index) => ({ asked: { index, at: e.at } }),
  answered: (c, e, index) => ({
    ...(c.waiting ? resume(c, e.at) : {}),
    status: 'answered',
    answer: { index, at: e.at, outcome: e.outcome },
    ...freshAnswer,
  }),
  heard: (c, e) => ({ ...spokenWith(c, e), ...noCall(c) }),
  called: (c, e) => ({ ...spokenWith(c, e), ...noCall(c) }),
  'call-tried': (c, e) => ({
    callTries: [...c.callTries, e.at],
    wrongNumber: c.wrongNumber || e.result === 'wrong-number',
    callMe: c.callMe && !e.over,
  }),
  // What runs from there (appeal, closing) never moves.
  told: (c, e) => ({ ...spokenWith(c, e), told: toldBy(c.told, e), unreachableAt: null }),
  unreachable: (_, e) => ({ unreachableAt: e.at }),
  'opted-out': (_, e) => ({ optedOut: true, optedOutAt: e.toStaff ? null : e.at }),
  'opted-in': (c) => ({ optedOut: false, optedOutAt: null, erased: c.erased.filter((part) => part !== 'contact') }),
  'satisfaction-asked': (_, e) => ({ satisfactionAskedAt: e.at }),
  satisfied: (_, e) => ({ satisfaction: e.score }),
  reopened: (c, e) => ({
    ...again,
    ...freshRun,
    ...erasedAnew(c),
    escalationLevel: e.to,
    reopenedAt: e.at,
    reopenings: c.reopenings + 1,
    unjudged: [],
    promisedAt: e.promisedAt,
    ...unclosed,
    proposed: null,
    told: null,
    unreachableAt: null,
  }),
  closed: (_, e) => ({
    status: 'closed',
    closedAt: e.at,
    closedHow: e.how,
    joinedTo: e.lead ?? null,
    waiting: null,
    proposed: null,
    unjudged: [],
    maybeOther: [],
  }),
  restored: (c) => ({ ...again, ...unclosed, status: 'received', joinedTo: null, ...erasedAnew(c) }),
  referred: (_, e) => ({ status: 'referred', referredTo: e.body, referredAt: e.at, proposed: null }),
  'receipt-entered': (_, e) => ({ receiptAt: e.at, receiptBy: e.by.person }),
  'receipt-confirmed': nothing,
  merged: (_, e) => ({ mergedInto: e.lead }),
  unmerged: () => ({ mergedInto: null }),
  followed: (c, e) => ({ followers: [...c.followers, e.follower] }),
  unfollowed: (c, e) => ({ followers: c.followers.filter((follower) => follower !== e.follower) }),
  noted: nothing,
  revealed: nothing,
  'help-offered': nothing,
  handled: nothing,
  erased: (c, e) => erasing(c, e.part),
}

/** What one entry changes. An entry stands here that any row can take: the type of the table says which. */
export function changeOf(caseFile: CaseFile, entry: Entry, index: number): Partial<CaseFile> {
  return (changes[entry.what] as Change<What>)(caseFile, entry, index)
}
