import type { Lane } from '../../case/level.ts'
import type { Needs } from '../needs.ts'

const counted = 100

/** The pairs that work S cases, with the lanes each has; a number may be kept for either as for an organisation. */
const lanesOf: Readonly<Record<string, readonly Lane[]>> = { protection: ['S2', 'P'], integrity: ['S1'] }

export const isPair = (id: string): boolean => id in lanesOf

/** How many cases wait for a pair, and how many are late: all that an SMS to its phone may say. */
export async function pairLoad(
  pair: string,
  { cases, now }: Pick<Needs, 'cases' | 'now'>,
): Promise<{ open: number; late: number }> {
  const page = { after: null, limit: counted }
  const parts = await Promise.all((lanesOf[pair] ?? []).map((lane) => cases.queue('owner', lane, pair, page)))
  const rows = parts.flatMap((part) => part.rows)
  return { open: rows.length, late: rows.filter(({ dueAt }) => dueAt < now).length }
}
