import * as z from 'zod/mini'
import { Channel, Kind } from '../channel/message.ts'
import { countedNames, forEachOf } from '../channel/questions.ts'
import { Level } from '../case/level.ts'
import { Listed } from '../lists/listed.ts'
import { PlaceRef } from '../places/place-ref.ts'

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
  /** The same to people who left no way to be reached. */
  available: z._default(z.number(), 0),
  availableKept: z._default(z.number(), 0),
  told: z.boolean(),
  /** Told in a way that asks for the verdict, then closed. */
  loopClosed: z.boolean(),
  satisfaction: z.nullable(z.number()),
  /** Highest level it ever escalated to; 0 when it never did. And whether an answer came after the first time. Stored under these words. */
  climbedTo: z.number(),
  answeredAfterClimb: z._default(z.boolean(), false),
  reopened: z.boolean(),
  merged: z.boolean(),
  /** What the SMS of a case that ended cost, in millionths of the currency; null while it is open, where nothing was sent, and of what ended before this was counted. */
  cost: z._default(z.nullable(z.object({ currency: z.string(), micros: z.number() })), null),
  /** Not counted, for search: where and in which village, the level it stands at now, and whom the words name, so that a search leaves it out for them. */
  place: z._default(z.nullable(PlaceRef), null),
  village: z._default(z.nullable(PlaceRef), null),
  /** What its words suggest, until somebody assesses it: a search by what is half remembered finds it too. */
  suggested: z._default(z.nullable(z.object({ category: z.nullable(z.string()), place: z.nullable(PlaceRef) })), null),
  /** It may be one of many about the same (`waves.ts`). */
  oneOfMany: z._default(z.boolean(), false),
  escalationLevel: z._default(z.number(), 0),
  named: z._default(z.array(z.string()), []),
})
export type Ordinary = z.infer<typeof Ordinary>

/** A case that was dismissed: whose it would have been, so that each sees how many were put away. */
export type Dismissed = Pick<Ordinary, 'receivedOn' | 'region' | 'organisation' | 'named'>

/** What one case adds to the figures. */
export const Facts = z.object({
  /** Something will be due on it: it stands on the index the sweep reads, whatever its lane. */
  live: z.boolean(),
  ordinary: z.nullable(Ordinary),
  /** S: one in a national year, and nothing else (design §4). */
  stub: z.nullable(z.object({ lane: z.enum(['S1', 'S2']), year: z.string() })),
  /** Null for what was counted before these were, until it changes or is counted anew. */
  dismissed: z._default(
    z.nullable(z.pick(Ordinary, { receivedOn: true, region: true, organisation: true, named: true })),
    null,
  ),
  /** How it stands in the lists people work from; null once closed, and for S. */
  listed: z._default(z.nullable(Listed), null),
})
export type Facts = z.infer<typeof Facts>
