import * as z from 'zod/mini'
import { entry } from '../../case/history.ts'
import type { Verdict } from '../../channel/sms-intent.ts'
import { afterVerdict } from '../../notices/verdict.ts'
import { staffStep } from './step.ts'

const Judgement = z.object({ verdict: z.union([z.enum(['1', '2', '3', 'none']), z.literal([1, 2, 3])]) })
const scores: Readonly<Record<string, Verdict>> = { '1': 1, '2': 2, '3': 3 }

/**
 * What the person wrote about an answer, read by somebody: the verdict it is, or none. Whoever answered does not hear their own « solved ».
 * « 3 » that only waited to be read ends the case at the top, as it would have without words.
 */
export const judge = staffStep(
  Judgement,
  ({ verdict }, { caseFile, viewer, by, requestId, needs }) => {
    if (caseFile.unjudged.length === 0) return { refused: 'nothing-to-judge' }
    const score = scores[verdict]
    if (score === 1 && viewer.role === 'partner') return { refused: 'own-answer' }
    const judged = entry('judged', needs.now, by, score ? { score } : {}, requestId)
    const said = score ?? caseFile.satisfaction
    const known = said === caseFile.satisfaction && said !== 3
    const after = said === null || known ? [] : afterVerdict(caseFile, said, needs.programme, needs.now)
    return { entries: [judged, ...after.filter(({ what }) => what !== 'satisfied' || said !== caseFile.satisfaction)] }
  },
  { ordinaryOnly: true },
)
