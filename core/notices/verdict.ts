import type { Question } from '../channel/sender-record.ts'
import { addHours } from '../deadlines/calendar.ts'
import { complainant } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import { type Entry, entry } from '../case/history.ts'
import { fold } from '../case/fold.ts'
import { reopenedPromiseAt } from '../deadlines/promise.ts'
import { policyOf, type Rulebook } from '../deadlines/rulebook.ts'
import { levelAbove } from '../routing/owner.ts'
import { answerTemplate } from './staff-sms.ts'

/**
 * What "1", "2" or "3" does to an answered case: "3" reopens it one level up by itself; at the top a further "3" closes it as
 * *en désaccord* and says so (design §4). Empty when no answer is waiting for a verdict.
 */
export function afterVerdict(caseFile: CaseFile, score: 1 | 2 | 3, rulebook: Rulebook, now: string): Entry[] {
  if (caseFile.status !== 'answered') return []
  // Whoever judges an answer has read it, whether or not its arrival was ever reported.
  const known = caseFile.told && !caseFile.told.unconfirmed
  const told: Entry[] = known ? [] : [entry('told', now, complainant, { how: 'sms' })]
  const said = [...told, entry('satisfied', now, complainant, { score })]
  return score === 3 ? [...said, ...reopening(said.reduce(fold, caseFile), rulebook, now)] : said
}

/**
 * An appeal within the window: the same as "not solved". Empty at the top where it would change nothing: the case is closed
 * already, or the answer has not reached the person yet.
 */
export function reopening(caseFile: CaseFile, rulebook: Rulebook, now: string): Entry[] {
  const to = levelAbove(caseFile, rulebook.gazetteer)
  if (to !== null) {
    const promisedAt = reopenedPromiseAt(caseFile, policyOf(rulebook, caseFile), now)
    return [entry('reopened', now, complainant, { to, promisedAt })]
  }
  const ends = caseFile.told && caseFile.status === 'answered'
  return ends ? [entry('closed', now, complainant, { how: 'disagreed', outcome: caseFile.answer?.outcome })] : []
}

/** What a template asks of the person. */
export const asks: Readonly<Record<string, Question['is']>> = {
  answer: 'verdict',
  // « Pas d'accord? »
  refused: 'why',
  satisfactionReminder: 'verdict',
  question: 'question',
  callWho: 'caller',
  reopened: 'why',
}

/** A reason is sent after the verdict, not weeks later: what comes then is another matter. */
const reasonHours = 72

/** Is a question of ours on this case still open? What is over, or S, asks nothing any more. */
export function isAwaited({ is, askedAt }: Question, caseFile: CaseFile, now: string): boolean {
  const { lane, status, satisfaction, asked, history } = caseFile
  const refused = isRefusal(caseFile) && satisfaction === null
  if (lane !== 'N' || status === 'closed') return false
  const soon = now <= addHours(askedAt, reasonHours)
  const still: Record<Question['is'], () => boolean> = {
    verdict: () => status === 'answered' && satisfaction === null,
    question: () => asked !== null,
    caller: () => !history.some(({ what }) => what === 'consent-given'),
    why: () => (status === 'answered' ? soon || refused : asksWhy(caseFile)),
  }
  return still[is]()
}

/** A « no » asks whether the person agrees: to that « oui » is no verdict. */
export const isRefusal = ({ answer }: Pick<CaseFile, 'answer'>): boolean =>
  answer !== null && answerTemplate(answer.outcome) === 'refused'

/** Reopened, and nothing has come since that says why. */
function asksWhy({ history }: CaseFile): boolean {
  const reopened = history.findLastIndex(({ what }) => what === 'reopened')
  return reopened > history.findLastIndex((line) => line.what === 'message-added' && !line.thanks)
}
