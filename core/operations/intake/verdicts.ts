import { complainant } from '../../case/actor.ts'
import { type CaseFile, isOpen } from '../../case/case-file.ts'
import { entry } from '../../case/history.ts'
import { asciiDigits } from '../../channel/digits.ts'
import type { Verdict } from '../../channel/sms-command.ts'
import { noticeKey } from '../../notices/notice.ts'
import { answerTemplate } from '../../notices/staff-sms.ts'
import { afterVerdict } from '../../notices/verdict.ts'
import type { StoredCase } from '../../ports/cases.ts'
import { joins, type MessagePlan, type Said } from './joining.ts'
import { callersByDigit } from './replies.ts'
import type { Needs } from '../needs.ts'
import { lastCase, openQuestion, withQuestion } from '../sender-memory.ts'

/** A digit or yes/no for one case: a verdict where one is awaited, else words that join it. */
export async function judges(stored: StoredCase, said: Said, score: Verdict, needs: Needs): Promise<MessagePlan> {
  const { caseFile } = stored
  const entries = afterVerdict(caseFile, score, needs.programme, needs.now)
  const { reference } = caseFile
  if (entries.length === 0) return joins(stored, said, needs)
  const sender = withQuestion(said.sender, reference, null)
  return { outcome: 'verdict', reference, sender, commit: { append: [{ before: caseFile, entries }] } }
}

export const hasDigit = ({ message }: Said): boolean => /[0-9]/.test(asciiDigits(message.text))

/**
 * An answer whose SMS left and of which no report has come: whoever says « 3 » to it has evidently read it. Only the template
 * that asks for a verdict.
 */
export async function wasRead(
  { reference, status, answer, satisfaction }: CaseFile,
  { notices }: Needs,
): Promise<boolean> {
  if (status !== 'answered' || !answer || satisfaction !== null || answerTemplate(answer.outcome) !== 'answer')
    return false
  const key = noticeKey(reference, answer.index, 'answer', { to: 'complainant' })
  return (await notices.get(reference, key))?.notice.state === 'sent'
}

/** The answer to the question delivered last; null when none is open. */
export async function answersQuestion(said: Said, score: Verdict, needs: Needs): Promise<MessagePlan | null> {
  const asked = openQuestion(said.sender)
  const stored = asked && (await needs.cases.load(asked.reference))
  if (!stored) return null
  const { reference } = asked
  const sender = withQuestion(said.sender, reference, null)
  if (asked.question.is === 'verdict') return judges(stored, said, score, needs)
  // « Oui » or « non » says nothing of who may call: it stays words, and the question open.
  if (asked.question.is === 'caller' && !hasDigit(said)) return joins(stored, said, needs)
  if (asked.question.is === 'question') return { ...(await joins(stored, said, needs)), sender }
  const given = entry('consent-given', needs.now, complainant, { consent: callersByDigit[score] })
  return { outcome: 'caller', reference, sender, commit: { append: [{ before: stored.caseFile, entries: [given] }] } }
}

/** The open N case a bare digit or a thank-you still belongs to. */
export async function lastOpenCase({ sender }: Said, needs: Needs): Promise<StoredCase | null> {
  const last = lastCase(sender, needs.now)
  const stored = last && (await needs.cases.load(last.reference))
  return stored && stored.caseFile.lane === 'N' && isOpen(stored.caseFile) ? stored : null
}
