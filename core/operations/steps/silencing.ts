import * as z from 'zod/mini'
import { entry } from '../../case/history.ts'
import { elsewhere } from '../silence.ts'
import { openContact } from '../sealed.ts'
import { MaybeReason, Reason, staffStep } from './step.ts'

const MaybeWhy = z.object({ reason: z.optional(MaybeReason) })
const Why = z.object({ reason: Reason })

/**
 * No more SMS to this person, who said so to somebody instead of sending STOP: for all their cases, as STOP is. Whoever notes it may have
 * misheard, so it can be taken back as long as it holds: the number stays, sealed, and is shown to nobody.
 */
export const silence = staffStep(
  MaybeWhy,
  async (_, { stored, caseFile, by, requestId, needs }) => {
    if (caseFile.optedOut) return { refused: 'silent-already' }
    const phone = await openContact(stored, needs)
    if (phone === null) return { refused: 'no-contact' }
    const also = await elsewhere(phone, { optedOut: true, of: caseFile }, needs)
    return { entries: [entry('opted-out', needs.now, by, { toStaff: true }, requestId)], also }
  },
  { ordinaryOnly: true },
)

/** SMS again, as START is; with a reason, since it goes against a word of the person. Where their phone said it, the number is gone after a day and only START brings it back. */
export const unsilence = staffStep(
  Why,
  async (_, { stored, caseFile, by, requestId, needs }) => {
    if (!caseFile.optedOut) return { refused: 'not-silent' }
    const phone = await openContact(stored, needs)
    if (phone === null) return { refused: 'no-contact' }
    const also = await elsewhere(phone, { optedOut: false, of: caseFile }, needs)
    return { entries: [entry('opted-in', needs.now, by, {}, requestId)], also }
  },
  { ordinaryOnly: true },
)
