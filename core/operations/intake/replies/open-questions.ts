import type { Question, SenderRecord } from '../../../channel/sender-record.ts'
import { isAwaited } from '../../../notices/verdict.ts'
import type { StoredCase } from '../../../ports/cases.ts'
import type { Needs } from '../../needs.ts'
import { questionsOf } from '../../sender-memory.ts'

/** A question of ours that is still open, on its case as it is now. */
export interface Asked {
  stored: StoredCase
  question: Question
}

/** What a phone may be answering, what was delivered last first. No case is read where nothing was asked. */
export async function openQuestions(sender: SenderRecord, { cases, now }: Needs): Promise<Asked[]> {
  const found = await Promise.all(
    questionsOf(sender).map(async ({ reference, question }) => {
      const stored = await cases.load(reference)
      return stored && isAwaited(question, stored.caseFile, now) ? { stored, question } : null
    }),
  )
  return found.filter((one) => one !== null)
}
