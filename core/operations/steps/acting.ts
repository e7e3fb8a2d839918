import * as z from 'zod/mini'
import { mayBeDanger } from '../../case/case-file.ts'
import { entry } from '../../case/history.ts'
import { sealedUnder } from './handling.ts'
import { staffStep } from './step.ts'

const Act = z.object({
  done: z.string().check(z.minLength(1), z.maxLength(2000)),
  /** When it was done, where that was not just now. */
  at: z.optional(z.string().check(z.iso.datetime())),
})

/**
 * Something was done about a danger to life: what, and when. Only that ends the clock to act; handing the case over ends it for nobody
 * (`docs/decisions/023-opening-is-not-deciding.md`).
 */
export const act = staffStep(
  Act,
  async ({ done, at }, context) => {
    const { caseFile, by, requestId, needs } = context
    if (!mayBeDanger(caseFile)) return { refused: 'no-danger' }
    if (caseFile.actedAt) return { refused: 'acted-already' }
    if (at !== undefined && at > needs.now) return { refused: 'in-the-future' }
    return {
      entries: [entry('acted', needs.now, by, { actedAt: at ?? needs.now }, requestId)],
      sealed: await sealedUnder(context, done),
    }
  },
  { ordinaryOnly: true },
)
