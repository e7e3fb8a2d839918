import * as z from 'zod/mini'
import { Actor, Role } from '../../core/case/actor.ts'
import { Cost } from '../../core/case/codes.ts'
import { happenings } from '../../core/case/happenings.ts'
import { Lane, Level } from '../../core/case/level.ts'
import { PlaceRef } from '../../core/places/place-ref.ts'
import { VillageRef } from '../../core/places/village-ref.ts'
import { statuses, steps } from '../../core/case/status.ts'
import { whys } from '../../core/case/why.ts'
import { Channel, Consent, Kind } from '../../core/channel/message.ts'
import { answersTo, forEachOf, questionNames } from '../../core/channel/questions.ts'
import { suggestable } from '../../core/routing/suggestion.ts'
import { Row } from '../../core/lists/row.ts'
import { Notice, type Recipient } from '../../core/notices/notice.ts'

/*
 * What the staff routes answer: one schema per shape, published in the OpenAPI document and held against real answers by the tests
 * (tests/functions/staff-doors.ts parses every one of them).
 */

const code = z.nullable(z.string())
const at = z.string()
const soon = z.nullable(at)
/** Names beside codes, in the language staff work in; null where there is no code, or none the programme knows. */
const names = { placeName: code, categoryLabel: code }
const someNames = { placeName: z.optional(code), categoryLabel: z.optional(code) }

const Issues = z.array(z.object({ path: z.string(), code: z.string() }))

/** One line of a history: codes, the words sealed under it for whoever may open the case, and names. */
const lines = Object.entries(happenings).map(([what, codes]) =>
  z.object({ what: z.literal(what), at, by: Actor, ...codes, words: z.optional(z.string()), ...someNames }),
)
const [firstLine, ...otherLines] = lines
if (!firstLine) throw new Error('a history has lines')
const Line = z.discriminatedUnion('what', [firstLine, ...otherLines])

const Suggested = z.object({
  place: z.nullable(PlaceRef),
  category: code,
  kind: z.nullable(Kind),
  sensitive: z.boolean(),
  /** `N2` where the words may mean a danger to life; never another level. */
  level: z.nullable(z.literal('N2')),
  /** Too few of the words are known here to say anything, S or danger least of all. */
  unread: z.boolean(),
  /** Which words of the text led to what. */
  why: z.array(
    z.object({
      what: z.enum(suggestable),
      code: z.string(),
      words: z.array(z.string()),
      name: code,
    }),
  ),
  places: z.array(PlaceRef),
  ...names,
})

const recipients = ['complainant', 'sender', 'organisation', 'topic'] as const satisfies readonly Recipient['to'][]
const NoticeLine = z.object({
  template: z.string(),
  to: z.enum(recipients),
  ...z.pick(Notice, {
    state: true,
    sendAt: true,
    attempts: true,
    segments: true,
    endedAt: true,
    reason: true,
    resent: true,
  }).shape,
})

const Case = z.object({
  reference: z.string(),
  /** Number of history entries; send it back with a step to hear of what others did since. */
  version: z.int(),
  status: z.enum(statuses),
  level: z.nullable(Level),
  lane: Lane,
  kind: Kind,
  category: code,
  place: z.nullable(PlaceRef),
  /** In that place, where somebody said which; of ordinary cases alone. */
  village: z.nullable(VillageRef),
  channel: Channel,
  language: z.string(),
  owner: code,
  /** The clock that is due next, and when. */
  clock: code,
  dueAt: soon,
  nextAction: code,
  organisation: code,
  escalationLevel: z.int(),
  receivedAt: at,
  promisedAt: soon,
  informedAt: soon,
  informedHow: code,
  /** Counted as told: the SMS left, and the operator never said whether it arrived. */
  informedUnconfirmed: z.boolean(),
  satisfaction: z.nullable(z.union([z.literal(1), z.literal(2), z.literal(3)])),
  named: z.array(z.string()),
  waiting: z.nullable(z.object({ waitingFor: z.enum(['complainant', 'third-party']), sinceAt: at, until: soon })),
  handOver: z.nullable(z.object({ organisation: z.string(), offeredAt: at, resentAt: soon })),
  /** What the person concerned answered; null: not asked, or not answered. */
  ...forEachOf(questionNames, (name) => z.nullable(z.enum(answersTo(name)))),
  onBehalf: code,
  source: code,
  /** `phone` is masked; the number itself is shown by `reveal-contact` only, and never where the person wants no contact. */
  contact: z.object({ consent: Consent, phone: code, callMe: z.boolean() }),
  ...names,
  followers: z.array(z.string()),
  mergedInto: code,
  text: code,
  /** The language in which a reader is, or was, asked what the words mean; and what they mean, as that reader says. */
  readerAsked: code,
  meaning: z.nullable(z.object({ words: z.string(), language: z.string(), at, by: code })),
  readyAnswer: code,
  suggested: Suggested,
  clocks: z.array(z.object({ name: z.string(), sinceAt: at, dueAt: at })),
  history: z.array(Line),
  notices: z.array(NoticeLine),
  /** What these cost, by currency, `micros` in millionths of it. */
  costs: z.array(Cost),
  /** Cases whose question it may answer (`join`), and replies that may be split off (`split`), by where they stand in the whole history. */
  mayReplyTo: z.array(z.string()),
  replies: z.array(z.object({ index: z.int(), at, words: z.string() })),
  /** What this person could do now. */
  steps: z.array(z.enum(steps)),
  /** Who opened an S case or saw its number, or what a reader is asked about, the latest first; null for other cases. */
  reads: z.nullable(z.array(z.object({ at, person: z.string(), role: Role, what: z.enum(['case', 'contact']) }))),
})

/** Every shape by the name the document gives it. */
export const shapes = {
  Queue: z.object({ cases: z.array(z.object({ ...Row.shape, ...names })), next: code }),
  Case,
  /** A case after a step. */
  StepTaken: z.object({
    ...Case.shape,
    /** What was changed in a text to fit an SMS: from, to. */
    lint: z.optional(z.array(z.tuple([z.string(), z.string()]))),
    /** Shown once, in the answer to the request that asked for it. */
    reveals: z.optional(z.object({ phone: code })),
  }),
  /** The step was taken, and the case is no longer this person's to open. */
  StepTakenAway: z.object({ reference: z.string(), done: z.literal(true) }),
  /** What the person at the table is told; an S case promises no date. */
  Filed: z.object({
    reference: z.string(),
    promisedAt: soon,
    dueAt: soon,
    /** Where care is, nearest first, to be read out to the person: of a danger, and of what may be one. */
    care: z.optional(
      z.array(z.object({ place: code, name: z.string(), phone: z.string(), hours: z.string(), woman: z.boolean() })),
    ),
  }),
  Invalid: z.object({ error: z.literal('invalid'), issues: Issues }),
  SignIn: z.object({ error: z.literal('sign-in') }),
  Unknown: z.object({ error: z.literal('unknown') }),
  TooLarge: z.object({ error: z.literal('too-large') }),
  Refused: z.object({ error: z.literal('refused'), why: z.enum(whys) }),
  /** Somebody wrote since: the version now, and who did what. */
  Stale: z.object({ error: z.literal('stale'), version: z.int(), since: z.array(Line) }),
} as const satisfies Record<string, z.ZodMiniType>
export type Shape = keyof typeof shapes

const sent: Record<number, readonly Shape[]> = { 400: ['Invalid'], 413: ['TooLarge'] }
const everywhere: Record<number, readonly Shape[]> = { 401: ['SignIn'], 404: ['Unknown'] }

export type Route = 'queue' | 'case' | 'step' | 'filing'
/** What each route may answer, by status. */
export const answers: Record<Route, Readonly<Record<number, readonly Shape[]>>> = {
  queue: { 200: ['Queue'], 400: ['Invalid'], ...everywhere },
  case: { 200: ['Case'], ...everywhere },
  step: { 200: ['StepTaken', 'StepTakenAway'], 409: ['Refused', 'Stale'], ...sent, ...everywhere },
  filing: { 200: ['Filed'], 201: ['Filed'], ...sent, ...everywhere },
}
