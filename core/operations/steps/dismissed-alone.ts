import * as z from 'zod/mini'
import type { Viewer } from '../../case/actor.ts'
import { addHours } from '../../deadlines/calendar.ts'
import { mostAlone } from '../../routing/together.ts'
import type { Needs } from '../needs.ts'

/** As long as what somebody dismissed counts with what they dismiss next. */
const countedHours = 24

/** What one person dismissed alone: gone from here after a day. */
const Dismissals = z.array(z.object({ at: z.string(), reference: z.string() }))
type Dismissals = z.infer<typeof Dismissals>

type DayNeeds = Pick<Needs, 'memory' | 'now'>

const nameOf = ({ person }: Pick<Viewer, 'person'>): string => `dismissed:${person}`

async function ofTheDay(by: Pick<Viewer, 'person'>, { memory, now }: DayNeeds): Promise<Dismissals> {
  const since = addHours(now, -countedHours)
  // What was noted before cases were noted one by one is not read: it is gone within a day.
  const all = z.safeParse(Dismissals, JSON.parse((await memory.remembered(nameOf(by))) ?? '[]')).data ?? []
  return all.filter(({ at }) => at > since)
}

/** Would so many more be too many for one person? Whoever sent them, together or one by one: ten and ten are twenty. */
export const needsSecond = async (by: Pick<Viewer, 'person'>, more: number, needs: DayNeeds): Promise<boolean> =>
  (await ofTheDay(by, needs)).length + more > mostAlone

/** Counts one case with this person's day, before it is dismissed, so that what breaks off in between counts too. False: it is one too many. */
export async function countsAlone(by: Pick<Viewer, 'person'>, reference: string, needs: DayNeeds): Promise<boolean> {
  const before = await ofTheDay(by, needs)
  if (before.some((one) => one.reference === reference)) return true
  if (before.length >= mostAlone) return false
  await needs.memory.remember(nameOf(by), JSON.stringify([...before, { at: needs.now, reference }]))
  return true
}
