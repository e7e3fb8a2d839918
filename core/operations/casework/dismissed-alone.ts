import * as z from 'zod/mini'
import type { Viewer } from '../../case/actor.ts'
import { addHours } from '../../deadlines/calendar.ts'
import type { Needs } from '../needs.ts'

/** As long as what was dismissed of a sender counts with what is dismissed next. */
const countedHours = 24

/** What one person dismissed together, by sender: no number, and gone from here after a day. */
const Dismissals = z.array(z.object({ at: z.string(), sender: z.string(), count: z.number() }))
type Dismissals = z.infer<typeof Dismissals>

const nameOf = ({ person }: Viewer): string => `dismissed:${person}`

async function ofTheDay(by: Viewer, { memory, now }: Needs): Promise<Dismissals> {
  const since = addHours(now, -countedHours)
  const all = z.parse(Dismissals, JSON.parse((await memory.remembered(nameOf(by))) ?? '[]'))
  return all.filter(({ at }) => at > since)
}

/** How many this person dismissed alone, of this number and within a day: ten and ten more are twenty. */
export async function dismissedAlone(by: Viewer, phone: string, needs: Needs): Promise<number> {
  const own = await needs.vault.fingerprints(`phone:${phone}`)
  const found = (await ofTheDay(by, needs)).filter(({ sender }) => own.includes(sender))
  return found.reduce((sum, { count }) => sum + count, 0)
}

/** Before they are dismissed, so that what breaks off in between counts too. */
export async function noteDismissals(by: Viewer, phone: string, count: number, needs: Needs): Promise<void> {
  const [sender] = await needs.vault.fingerprints(`phone:${phone}`)
  if (sender === undefined) return
  const after = [...(await ofTheDay(by, needs)), { at: needs.now, sender, count }]
  await needs.memory.remember(nameOf(by), JSON.stringify(after))
}
