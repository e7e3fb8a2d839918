import * as z from 'zod/mini'
import { inParallel } from '../in-parallel.ts'
import type { Needs } from '../needs.ts'

export interface Passed {
  /** False while there is more to do at the next call. */
  done: boolean
  moved: number
  failed: number
}

/** Where there was nothing to pass over. */
export const nothingToDo: Passed = { done: true, moved: 0, failed: 0 }

/** How far a pass over the agenda has come, kept between calls. */
const Pass = z.object({ to: z.string(), after: z.nullable(z.string()), moved: z.number() })
type Pass = z.infer<typeof Pass>

/** Everything on the agenda, however far away. */
const everAt = '9999-12-31T23:59:59.999Z'
const pageSize = 100
const atOnce = 8

export type PassNeeds = Pick<Needs, 'cases' | 'memory' | 'programme' | 'now'>

interface Over {
  /** Under which name its progress is kept, and towards which version. */
  name: string
  to: string
  /** How many entries it wrote on one case; 0 where there was nothing to do. */
  visit: (reference: string) => Promise<number>
}

/**
 * Visits every live case. Goes on where it stopped, and again from the beginning until a whole pass changes nothing: a case may have
 * moved on the agenda meanwhile. A case that cannot be read is passed over. Twice at once does no harm.
 */
export async function passOver(
  { name, to, visit }: Over,
  { cases, memory }: PassNeeds,
  mayGoOn: () => boolean,
): Promise<Passed> {
  const passed: Passed = { done: false, moved: 0, failed: 0 }
  const kept = await memory.remembered(name)
  const before = kept === null ? null : z.parse(Pass, JSON.parse(kept))
  let { after, moved }: Pass = before?.to === to ? before : { to, after: null, moved: 0 }
  while (!passed.done && mayGoOn()) {
    const page = await cases.due(everAt, { after, limit: pageSize })
    await inParallel(page.due, atOnce, async (item) => {
      if (item.is !== 'case') return
      const found = await visit(item.reference).catch(() => null)
      if (found === null) passed.failed++
      else passed.moved += found
      moved += found ?? 0
    })
    passed.done = page.next === null && moved === 0
    after = page.next
    if (after === null) moved = 0
    await memory.remember(name, JSON.stringify({ to, after, moved } satisfies Pass))
  }
  return passed
}
