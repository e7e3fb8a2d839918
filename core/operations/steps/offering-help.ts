import * as z from 'zod/mini'
import { entry } from '../../case/history.ts'
import { answerLines } from '../../case/answer-lines.ts'
import { questions } from '../../channel/questions.ts'
import { staffStep } from './step.ts'

const Offer = z.object({
  taken: z.optional(z.enum(['yes', 'no'])),
  sought: z.optional(z.enum(questions.sought.lanes.S2)),
})

/** Care and support were offered, and what the person wants of us, where they said it: codes alone, which stay in the stub. */
export const offerHelp = staffStep(Offer, ({ taken, sought }, { caseFile, by, requestId, needs: { now } }) => {
  if (caseFile.lane !== 'S2') return { refused: 'not-protection' }
  const offered = entry('help-offered', now, by, { how: 'pair', ...(taken ? { taken } : {}) }, requestId)
  return { entries: [offered, ...(sought ? answerLines({ sought }, now) : [])] }
})
