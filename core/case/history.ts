import * as z from 'zod/mini'
import { Actor } from './actor.ts'
import { happenings } from './happenings.ts'

/** The schema of the entries written today. Older ones are read as they are: what came later is optional. */
export const historySchema = 1

const common = { schema: z.number(), at: z.string(), by: Actor, requestId: z.optional(z.string()) }
export type What = keyof typeof happenings
type Codes<W extends What> = z.infer<z.ZodMiniObject<(typeof happenings)[W]>>
type Entries = {
  [W in What]: { what: W; schema: number; at: string; by: Actor; requestId?: string | undefined } & Codes<W>
}
/** One line of the history of a case. */
export type Entry = Entries[What]
export type EntryOf<W extends What> = Entries[W]

const schemas = Object.fromEntries(
  Object.entries(happenings).map(([what, codes]) => [what, z.object({ what: z.literal(what), ...common, ...codes })]),
)

/** Parses one stored entry. Throws where the entry is of no known kind: a history we cannot read must not be folded. */
export function readEntry(stored: unknown): Entry {
  const { what } = z.parse(z.object({ what: z.string() }), stored)
  const schema = schemas[what]
  if (!schema) throw new Error(`unknown history entry ${what}`)
  return z.parse(schema, stored) as Entry
}

/** Makes an entry of today's schema. */
export function entry<W extends What>(what: W, at: string, by: Actor, codes: Codes<W>, requestId?: string): EntryOf<W> {
  return { what, schema: historySchema, at, by, ...(requestId ? { requestId } : {}), ...codes } as EntryOf<W>
}
