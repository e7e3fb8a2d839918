import * as z from 'zod/mini'
import { FloodSource } from '../case/codes.ts'
import { Channel, Kind } from '../channel/message.ts'
import { Level } from '../case/level.ts'
import { PlaceRef } from '../places/place-ref.ts'
import { statuses } from '../case/status.ts'

/** What a list shows of a case: the one map every index projects. */
export const Row = z.object({
  reference: z.string(),
  /** 0 for what comes first, late or not (`comesFirst`). Rows of before ranks stand among the others. */
  rank: z._default(z.union([z.literal(0), z.literal(1)]), 1),
  level: z.nullable(Level),
  kind: Kind,
  category: z.nullable(z.string()),
  place: z.nullable(PlaceRef),
  /** What the words of a case nobody has assessed suggest, where nothing else is known; never of a possible S. */
  suggested: z.optional(z.object({ category: z.nullable(z.string()), place: z.nullable(PlaceRef) })),
  status: z.enum(statuses),
  owner: z.string(),
  organisation: z.nullable(z.string()),
  /** Whom the words name: a list leaves the row out for them (`routing/may-see.ts`). */
  named: z.array(z.string()),
  clock: z.string(),
  dueAt: z.string(),
  escalationLevel: z.number(),
  channel: Channel,
  language: z.string(),
  receivedAt: z.string(),
  lastAt: z.string(),
  /** The last step by a person; a row written before this was kept has none. */
  movedAt: z.optional(z.string()),
  nextAction: z.string(),
  waitingFor: z.nullable(z.string()),
  unreachable: z.boolean(),
  /** Somebody must call the person, with news or with the answer. */
  toCall: z._default(z.boolean(), false),
  reopened: z.boolean(),
  /** It stands with the others of its flood: which, and by what it is known. */
  flood: z.optional(z.object({ group: z.string(), from: FloodSource })),
  /** Of a report of danger: names it shares with others of its phone or address. */
  sources: z.optional(z.array(z.string())),
  /** It is answered with another case. */
  follows: z.optional(z.boolean()),
})
export type Row = z.infer<typeof Row>

/** In this order in every list; within one, the earliest due stands first, and of those the one that came first. */
export const ranks = [0, 1] as const
export type Rank = (typeof ranks)[number]
/** Where the rows of a rank that are due at an instant begin. */
export const placeOf = (rank: Rank, dueAt: string): string => `${rank}#${dueAt}`
/** The sort key of a row in every list. */
export const sortKeyOf = ({
  rank,
  dueAt,
  receivedAt,
  reference,
}: Pick<Row, 'rank' | 'dueAt' | 'receivedAt' | 'reference'>): string =>
  `${placeOf(rank, dueAt)}#${receivedAt}#${reference}`

/** When a person last did something on the case of a row. */
export const rowMovedAt = ({ movedAt: at, lastAt }: Row): string => at ?? lastAt
