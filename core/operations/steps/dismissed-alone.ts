import * as z from 'zod/mini'
import type { Viewer } from '../../case/actor.ts'
import { addHours } from '../../deadlines/calendar.ts'
import { mostAlone } from '../../routing/together.ts'
import { changeMemory } from '../change-memory.ts'
import type { Needs } from '../needs.ts'

/** As long as what somebody dismissed counts with what they dismiss next. */
const countedHours = 24

/** What one person dismissed alone: gone from here after a day. */
const Dismissals = z.array(z.object({ at: z.string(), reference: z.string() }))
type Dismissals = z.infer<typeof Dismissals>

type DayNeeds = Pick<Needs, 'memory' | 'now'>

const nameOf = ({ person }: Pick<Viewer, 'person'>): string => `dismissed:${person}`

function ofTheDay(kept: string | null, now: string): Dismissals {
  const since = addHours(now, -countedHours)
  // What was noted before cases were noted one by one is not read: it is gone within a day.
  const all = z.safeParse(Dismissals, JSON.parse(kept ?? '[]')).data ?? []
  return all.filter(({ at }) => at > since)
}

/** Would so many more be too many for one person? Whoever sent them, together or one by one: ten and ten are twenty. */
export const needsSecond = async (
  by: Pick<Viewer, 'person'>,
  more: number,
  { memory, now }: DayNeeds,
): Promise<boolean> => ofTheDay(await memory.remembered(nameOf(by)), now).length + more > mostAlone

/**
 * Counts one case with this person's day, before it is dismissed, so that what breaks off in between counts too; of several sent at once each
 * counts. False: it is one too many.
 */
export async function countsAlone(by: Pick<Viewer, 'person'>, reference: string, needs: DayNeeds): Promise<boolean> {
  const { memory, now } = needs
  let counts = false
  await changeMemory(memory, nameOf(by), (kept) => {
    const before = ofTheDay(kept, now)
    const isCounted = before.some((one) => one.reference === reference)
    counts = isCounted || before.length < mostAlone
    return counts && !isCounted ? JSON.stringify([...before, { at: now, reference }]) : null
  })
  return counts
}
