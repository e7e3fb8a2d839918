import * as z from 'zod/mini'
import { Channel, Consent, Kind } from '../channel/message.ts'
import { PlaceRef } from '../places/place-ref.ts'
import { assessedAnswers, linesOfAnswers } from './answers.ts'
import { clock, Cost, Early, flooded, outcomes, received, score, suggested, where } from './codes.ts'
import { Level } from './level.ts'

/** What whoever reads a case finds, and what the person said when asked. */
const judged = {
  level: Level,
  category: z.optional(z.string()),
  ...where,
  kind: z.optional(Kind),
  /** Organisations, regions and people the words name: shut out from now on. */
  named: z.optional(z.array(z.string())),
  ...assessedAnswers,
} as const

/**
 * What can happen to a case, and the codes kept with it. Never words, names or numbers: those are sealed beside the
 * history under the index of their entry.
 */
export const happenings = {
  received,
  'session-ended': { cut: z.boolean() },
  'consent-given': { consent: Consent },
  'place-given': { ...where, place: PlaceRef },
  ...linesOfAnswers,
  'message-added': {
    channel: Channel,
    thanks: z.optional(z.boolean()),
    aside: z.optional(z.boolean()), // it answers nothing: what was asked stays asked
    /** The verdict heard in the words, or that somebody must judge what they say of the answer. */
    score: z.optional(score),
    judge: z.optional(z.boolean()),
    /** The words may be another complaint: they joined what was asked, and somebody splits them off, or keeps them. */
    other: z.optional(z.boolean()),
  },
  /** Words that were joined to this case (under `index`) are a case of their own now, and gone from here. */
  'split-off': { index: z.number(), apart: z.string() },
  'kept-together': { index: z.number() }, // words that might have been another complaint belong here
  judged: { score: z.optional(score) }, // none: they say nothing of it
  /**
   * The next part of a long SMS: it stands among the words of the entry `of`, and the whole is read anew. `judge`: whether somebody must say
   * what the whole says of the answer; absent where the answer was not spoken of.
   */
  continued: {
    channel: Channel,
    of: z.number(),
    lane: z.enum(['N', 'P']),
    suggested,
    judge: z.optional(z.boolean()),
    other: z.optional(z.boolean()),
  },
  /** Whoever wrote it down put the words right; they are read anew. */
  corrected: { lane: z.enum(['N', 'P']), suggested },
  repeated: { channel: Channel },
  flooded,
  /** They are people: a person said so, and each stands in the list again. */
  'flood-lifted': {},
  read: {},
  /** Nobody here can read the words: readers of this language are asked what they mean. The clocks run on. */
  'reader-asked': {
    language: z.string(),
    /** In whose queues those readers work: they hear that something waits. */
    hears: z.optional(z.array(z.string())),
  },
  /** What the words mean, as a reader of that language says; it is words itself. */
  'meaning-said': { language: z.string() },
  assessed: { ...judged, promisedAt: z.nullable(z.string()) },
  /** Who is named is shut out at once: only a lower level, and names taken off (`dropped`), wait for a second person, none of theirs. */
  'lower-proposed': { ...judged, dropped: z.optional(z.array(z.string())) },
  'dismissal-proposed': {},
  /** Something was done about a danger to life, at `actedAt`; what it was are words. */
  acted: { actedAt: z.string() },
  /** The short evaluation of a danger to life: seen by, found, done, left to do. All of it are words. */
  evaluated: {},
  /** The rules of this number hold from here on: a clock they bring and that would lie in the past starts now. */
  converted: { rules: z.number() },
  assigned: { organisation: z.string(), person: z.optional(z.string()), handOver: z.boolean() },
  accepted: { organisation: z.string() },
  refused: { organisation: z.string() },
  revoked: { organisation: z.string() },
  'hand-over-resent': { organisation: z.string() },
  'hand-over-returned': { organisation: z.string() },
  reminded: { clock, step: z.number(), to: z.string() },
  lapsed: { clock, dueAt: z.string() },
  /** `nextAt`, when the next rung comes, is also promised to the person, unless an earlier promise stands (`early`). */
  escalated: {
    from: z.number(),
    to: z.number(),
    region: z.nullable(z.string()),
    nextAt: z.string(),
    early: z.optional(Early),
  },
  /** From the level it had escalated to, back to where it is first to be answered. */
  'sent-back': { from: z.number(), to: z.number() },
  nagged: { level: z.number(), nextAt: z.string(), early: z.optional(Early) },
  'protection-alerted': {},
  'promise-moved': { from: z.nullable(z.string()), to: z.string(), reason: z.string() },
  'promise-withdrawn': { reason: z.string() },
  'due-moved': { clock, from: z.string(), to: z.string(), calendar: z.string() },
  extended: { to: z.string() },
  waiting: { waitingFor: z.enum(['complainant', 'third-party']), until: z.nullable(z.string()) },
  resumed: {},
  asked: {},
  answered: { outcome: z.enum(outcomes), lead: z.optional(z.string()) },
  /** News that is no answer (`case/news.ts`), of the entry at this index and all before it, reached the person; `gotAt` where that was earlier. */
  heard: {
    about: z.number(),
    how: z.enum(['sms', 'follow-up', 'call', 'face', 'relay']),
    gotAt: z.optional(z.string()),
  },
  /** Nobody answered, somebody else did, or the person wants no call; `over`: the call they asked for is given up. */
  'call-tried': { result: z.optional(z.enum(['nobody', 'wrong-number', 'unwanted'])), over: z.optional(z.boolean()) },
  /** Somebody spoke with whoever had asked for a call. */
  called: { how: z.enum(['call', 'face', 'relay']) },
  told: {
    how: z.enum(['sms', 'follow-up', 'call', 'face', 'relay', 'open-answer', 'receipt']),
    unconfirmed: z.optional(z.boolean()),
  },
  unreachable: {},
  /** `toStaff`: told to somebody, not sent by the phone; the number stays sealed and unseen, so that it can be taken back. */
  'opted-out': { toStaff: z.optional(z.boolean()) },
  'opted-in': {},
  'satisfaction-asked': {},
  satisfied: { score },
  reopened: { to: z.number(), promisedAt: z.nullable(z.string()) },
  closed: {
    how: z.enum(['window-over', 'disagreed', 'thanks', 'receipt', 'dismissed', 'withdrawn', 'joined']),
    outcome: z.optional(z.string()),
    lead: z.optional(z.string()),
    cost: z.optional(Cost), // of its SMS until then, paid in one currency
  },
  restored: {}, // to be looked at anew by who triages, whoever had it before
  /** It settles a lower level that was proposed: what is confirmed next is the receipt. */
  referred: { body: z.string() },
  'receipt-entered': { body: z.string() },
  'receipt-confirmed': {},
  merged: { lead: z.string() },
  followed: { follower: z.string() },
  unfollowed: { follower: z.string() },
  unmerged: { lead: z.string() },
  noted: {},
  revealed: {},
  'help-offered': { how: z.enum(['read-out', 'filer', 'pair']), taken: z.optional(z.enum(['yes', 'no'])) },
  /** Never written: what somebody is shown instead of lines that are not theirs to read (`casework/shown-history.ts`). */
  handled: {},
  erased: { part: z.enum(['contact', 'words', 'all']), cost: z.optional(Cost) },
} as const
