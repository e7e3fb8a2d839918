import type { Needs } from './needs.ts'

const counted = 100

/** How many cases an organisation has, and how many are late: all a nudge may say. Counts up to a hundred, which is enough to worry. */
export async function organisationLoad(
  id: string,
  { cases, now }: Pick<Needs, 'cases' | 'now'>,
): Promise<{ open: number; late: number }> {
  const { rows } = await cases.queue('owner', 'N', `organisation:${id}`, { after: null, limit: counted })
  return { open: rows.length, late: rows.filter(({ dueAt }) => dueAt < now).length }
}
