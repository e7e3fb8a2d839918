import { answerLines } from '../../case/answer-lines.ts'
import { complainant } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { caseFileOf } from '../../case/fold.ts'
import { entry } from '../../case/history.ts'
import { answersFor, type Given, type QuestionName } from '../../channel/questions.ts'
import type { PlaceRef } from '../../places/place-ref.ts'
import type { VillageRef } from '../../places/village-ref.ts'
import { type Needs, retry, untilWritten } from '../needs.ts'

export interface ToldAfterwards {
  answers: Given
  place: PlaceRef | undefined
  village: VillageRef | undefined
}

/**
 * Adds what the page with the number asks to the case it was drawn for, each once: nothing known is ever changed from there. What has
 * become sensitive since then takes no more, and the caller is told the same: the case as it was when it was filed.
 */
export async function tellAfterwards(
  reference: string,
  { answers, place, village }: ToldAfterwards,
  { cases, now }: Needs,
): Promise<CaseFile | null> {
  return untilWritten(async () => {
    const caseFile = (await cases.load(reference))?.caseFile
    if (!caseFile) return null
    const filed = caseFileOf(caseFile.programme, reference, caseFile.history.slice(0, 1))
    if (caseFile.lane !== 'N' || caseFile.status === 'closed') return filed
    const unknown = Object.entries(answersFor(answers, 'N')).filter(([name]) => caseFile[name as QuestionName] === null)
    const entries = [
      ...(place && caseFile.place === null
        ? [entry('place-given', now, complainant, { place, ...(village ? { village } : {}) })]
        : []),
      ...answerLines(Object.fromEntries(unknown), now),
    ]
    if (entries.length === 0) return filed
    return (await cases.commit({ append: [{ before: caseFile, entries }] })) === 'done' ? filed : retry
  })
}
