import type { Needs } from '../needs.ts'
import { healNotices } from '../notices/prepare-notices.ts'
import { nothingToDo, passOver, type Passed } from './agenda-pass.ts'
import { healTelling } from './sweep.ts'

const healed = 'healed-table'
const underWay = 'healing-pass'

/**
 * A table restored from a copy lost what was still on its way when the copy was taken: notices that were decided and not yet written. Where this is
 * another table than the last sweep saw, every live case is visited once, and what its history calls for is written under the same keys.
 */
export async function healTable(table: string, needs: Needs, mayGoOn: () => boolean = () => true): Promise<Passed> {
  const { cases, memory } = needs
  const known = await memory.remembered(healed)
  // The first sweep of a programme: nothing was restored.
  if (known === null) await memory.remember(healed, table)
  if (known === null || known === table) return nothingToDo
  let made = 0
  const visit = async (reference: string) => {
    const stored = await cases.load(reference)
    if (stored) {
      made += await healNotices(stored.caseFile, await needs.notices.list(reference), needs)
      await healTelling(reference, needs)
    }
    // Once is enough: whatever moves on the agenda meanwhile is visited when it is due.
    return 0
  }
  const passed = await passOver({ name: underWay, to: table, visit }, needs, mayGoOn)
  if (passed.done) await memory.remember(healed, table)
  return { ...passed, moved: made }
}
