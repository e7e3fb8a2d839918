import * as z from 'zod/mini'
import type { Message } from './message.ts'
import { gsm7Units } from './gsm7-alphabet.ts'

/** How large one SMS is, in either alphabet; `wide`: its first character is one that no part may cut in two. */
export const PartSize = z.object({
  /** Septets; null where the alphabet lacks a character. */
  gsm7: z.nullable(z.number()),
  ucs2: z.number(),
  wide: z.object({ gsm7: z.boolean(), ucs2: z.boolean() }),
})
export type PartSize = z.infer<typeof PartSize>

/** The parts there are of a long SMS whose gateway marks them, in whatever order they came. */
export const MarkedParts = z.object({
  of: z.string(),
  parts: z.array(z.object({ at: z.number(), length: z.number() })),
})
type MarkedParts = z.infer<typeof MarkedParts>

/** Where among those that are there a part belongs, in characters; null where it is of another SMS. */
export function marksTo({ of, at }: NonNullable<Message['part']>, there: MarkedParts): number | null {
  if (there.of !== of) return null
  return there.parts.filter((one) => one.at < at).reduce((sum, { length }) => sum + length, 0)
}

/** What one SMS alone holds, and what each part of a longer one holds beside its header (3GPP TS 23.040). */
const full = { gsm7: [160, 153], ucs2: [70, 67] } as const

export function partSize(text: string): PartSize {
  const costs = Array.from(text, gsm7Units)
  const [first = ''] = text
  const known = costs.every((cost) => cost !== null)
  return {
    gsm7: known ? costs.reduce((sum, cost) => sum + cost, 0) : null,
    ucs2: text.length,
    wide: { gsm7: gsm7Units(first) === 2, ucs2: first.length === 2 },
  }
}

/**
 * Does one SMS break off where the other goes on? Only one that is exactly full does: one unit less where what follows could not be
 * cut. One character outside the alphabet puts every part of a text into the other one.
 */
function runsInto(one: PartSize, next: PartSize): boolean {
  const alphabet = one.gsm7 === null || next.gsm7 === null ? 'ucs2' : 'gsm7'
  const units = one[alphabet] ?? 0
  return full[alphabet].some((room) => units === room || (units === room - 1 && next.wide[alphabet]))
}

/** Where a text goes that came after another one from the same phone: behind it, before it, or it is a text of its own. */
export const placeOf = (size: PartSize, last: PartSize): 'behind' | 'before' | null =>
  runsInto(last, size) ? 'behind' : runsInto(size, last) ? 'before' : null
