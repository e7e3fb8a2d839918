import { handOverQueue } from '../../routing/queue.ts'
import type { Needs } from '../needs.ts'

const counted = 100

/**
 * How many cases an organisation has, and how many are late: all a reminder may say. Counts up to a hundred of those that name nobody, which
 * is enough to worry.
 */
export async function organisationLoad(
  id: string,
  { cases, now }: Pick<Needs, 'cases' | 'now'>,
): Promise<{ open: number; late: number }> {
  const queues = [handOverQueue(id), `organisation:${id}`]
  const page = { after: null, limit: counted }
  const parts = await Promise.all(queues.map((name) => cases.queue('owner', 'N', name, page)))
  const rows = parts.flatMap((part) => part.rows)
  return { open: rows.length, late: rows.filter(({ dueAt }) => dueAt < now).length }
}
