import type { Leftover, Leftovers } from '../../ports/leftovers.ts'
import type { Needs } from '../needs.ts'
import { nothingToDo, type Passed } from './agenda-pass.ts'
import { calendarInForce } from './refold-calendar.ts'

export interface LeftoverNeeds {
  leftovers: Leftovers
}

/** Raised when more kinds of item are found that were stored without an end. 2: what gateways say of the SMS of a case. */
export const endsInForce = 2

const done = 'ends'
const underWay = 'ends-pass'

/** Will its case take it along when its words go? */
async function goesWithItsCase({ reference, isLinked }: Leftover, { cases }: Pick<Needs, 'cases'>): Promise<boolean> {
  const stored = reference === null || !isLinked ? null : await cases.load(reference)
  return stored !== null && !stored.caseFile.history.some((line) => line.what === 'erased' && line.part !== 'contact')
}

/**
 * What was stored before it was given an end: what gateways say of SMS, and keys of messages that no case takes along, go thirty days from now. Once, page by page: goes on where it stopped, and passes over what cannot be read. Twice at once does no harm.
 */
export async function letGoOfOld(
  needs: Pick<Needs, 'cases' | 'memory'> & LeftoverNeeds,
  mayGoOn: () => boolean = () => true,
): Promise<Passed> {
  const { memory, leftovers } = needs
  const to = String(endsInForce)
  if ((await memory.remembered(done)) === to) return nothingToDo
  // A sweep that never looked at a calendar is this programme's first: all it has was stored with an end.
  if ((await memory.remembered(calendarInForce)) === null) {
    await memory.remember(done, to)
    return nothingToDo
  }
  const passed: Passed = { ...nothingToDo, done: false }
  let after = await memory.remembered(underWay)
  while (!passed.done && mayGoOn()) {
    const { found, next } = await leftovers.page(after === '' ? null : after)
    for (const leftover of found) {
      try {
        if (await goesWithItsCase(leftover, needs)) continue
        await leftovers.letGo(leftover)
        passed.moved++
      } catch {
        passed.failed++
      }
    }
    after = next
    passed.done = next === null
    await memory.remember(underWay, next ?? '')
  }
  if (passed.done) await memory.remember(done, to)
  return passed
}
