import type { CaseFile } from '../case/case-file.ts'

/**
 * What a reference shows to anybody who holds it: the stage in the same three words at every level, the dates (none
 * promised for S), and at N levels, once answered, which answer. Never what was said.
 */
export interface FollowUpView {
  stage: 'received' | 'in-hand' | 'answered'
  receivedAt: string
  promisedAt: string | null
  answeredAt: string | null
  /** History index of the answer, whose words are sealed under it, and how it reads. */
  answer: { index: number; template: 'answer' | 'refused' } | null
}

/** What ended without an answer was noted, and nobody works on it: neither of the other two stages is true of it. */
const unanswered: readonly CaseFile['closedHow'][] = ['withdrawn', 'dismissed', 'joined', 'thanks']
const endedUnanswered = ({ status, closedHow }: CaseFile): boolean =>
  status === 'closed' && unanswered.includes(closedHow)
const isAnswered = (caseFile: CaseFile): boolean =>
  caseFile.status === 'answered' || (caseFile.status === 'closed' && !endedUnanswered(caseFile))

export function followUpView(caseFile: CaseFile): FollowUpView {
  const { lane, answer, erased } = caseFile
  const answered = isAnswered(caseFile)
  const shows = lane === 'N' && answered && answer && !erased.includes('words')
  const refused = answer?.outcome === 'refused' || answer?.outcome === 'out-of-scope'
  return {
    stage: answered ? 'answered' : caseFile.readAt && !endedUnanswered(caseFile) ? 'in-hand' : 'received',
    receivedAt: caseFile.receivedAt,
    answeredAt: answered ? (answer?.at ?? null) : null,
    promisedAt: answered || lane !== 'N' || caseFile.status === 'closed' ? null : caseFile.promisedAt,
    answer: shows ? { index: answer.index, template: refused ? 'refused' : 'answer' } : null,
  }
}
