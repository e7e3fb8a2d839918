import { findReference } from '../../../channel/read-reference.ts'
import { keptApart } from '../../../notices/by-entry.ts'
import type { CaseFile } from '../../../case/case-file.ts'
import { isRefusal } from '../../../notices/verdict.ts'
import type { StoredCase } from '../../../ports/cases.ts'
import type { Suggestion } from '../../../routing/suggestion.ts'
import type { Needs, ReadingNeeds } from '../../needs.ts'
import { repliedBefore } from '../repeats.ts'
import { withReply } from '../../sender-memory.ts'
import { mayBeOther, staysApart } from './apart.ts'
import { joins, type MessagePlan, opens, repeats, type Said, saysAgain } from './joining.ts'
import { openQuestions } from './open-questions.ts'
import { answersByNumber, judges } from './verdicts.ts'

/**
 * Words that are no command. While a question of ours is open to their phone they are its answer, and join its case; where questions
 * of several cases are open, a person says which they answer. What must not join is a case of its own, and so is everything else.
 */
export async function replies(said: Said, needs: ReadingNeeds): Promise<MessagePlan> {
  const open = await openQuestions(said.sender, needs)
  // Of a case we have asked about since, the same words are the answer.
  const isAsked = ({ reference }: CaseFile) => open.some(({ stored }) => stored.caseFile.reference === reference)
  const again = await repeats(said, needs, (caseFile) => !isAsked(caseFile))
  if (again) return again
  const heard = needs.programme.hearsVerdict(said.message.text)
  if (heard?.bare && heard.number) {
    const answered = await answersByNumber(said, heard.score, needs)
    if (answered) return answered
  }
  // Who may call is asked for a digit.
  const free = open.filter(({ question }) => question.is !== 'caller')
  const asked = free.length > 0 ? free : open
  const [only, ...others] = asked
  if (!only) return (await answersAgain(said, needs)) ?? opens(said, needs)
  const files = asked.map(({ stored }) => stored.caseFile)
  const mayReplyTo = files.map(({ reference }) => reference)
  const { text } = said.message
  const suggestion = suggested(text, needs)
  if (suggestion && staysApart(text, suggestion, files, needs))
    return opens(said, needs, { mayReplyTo, suggestion, flags: [keptApart] })
  if (others.length > 0) return opens(said, needs, { mayReplyTo, suggestion })
  const plan = await saidOf(only.stored, said, suggestion, needs)
  const { reference } = only.stored.caseFile
  return { ...plan, sender: withReply(plan.sender ?? said.sender, reference, said.digest, needs.now) }
}

/** The same answer sent twice, where the first has ended the question. */
async function answersAgain(said: Said, needs: ReadingNeeds): Promise<MessagePlan | null> {
  const same = repliedBefore(said.sender, said.digest, needs.now)
  return same ? saysAgain(same.reference, said, needs) : null
}

/** What words suggest; null where they are only what a verdict is said with, and nothing in them is left to be read. */
export const suggested = (text: string, { programme, suggest }: ReadingNeeds): Suggestion | null =>
  programme.hearsVerdict(text)?.more === false ? null : suggest(text)

/** Words for one case: its verdict where they plainly are one; else words that join it, and on an answered case somebody judges them. */
async function saidOf(
  stored: StoredCase,
  said: Said,
  suggestion: Suggestion | null,
  needs: Needs,
  text = said.message.text,
): Promise<MessagePlan> {
  const { status, satisfaction, reference } = stored.caseFile
  const asks = said.sender.live.find((live) => live.reference === reference)?.question?.is === 'verdict'
  const awaits = status === 'answered' && satisfaction === null && (asks || !isRefusal(stored.caseFile))
  const heard = awaits ? needs.programme.hearsVerdict(text) : null
  const isOther = suggestion !== null && mayBeOther(text, suggestion, stored.caseFile, needs)
  const about = isOther ? { other: true } : {}
  return heard ? judges(stored, said, heard, needs, about) : joins(stored, said, needs, about)
}

/** Words that cite an open case join it, from whatever phone; what must not join an ordinary one is a case of its own. */
export async function cites(stored: StoredCase, said: Said, needs: ReadingNeeds): Promise<MessagePlan> {
  const { caseFile } = stored
  const text = without(caseFile.reference, said.message.text)
  const suggestion = caseFile.lane === 'N' ? suggested(text, needs) : null
  if (suggestion && staysApart(text, suggestion, [caseFile], needs)) {
    const opening = { mayReplyTo: [caseFile.reference], suggestion, flags: [keptApart] }
    return (await repeats(said, needs)) ?? opens(said, needs, opening)
  }
  return saidOf(stored, said, suggestion, needs, text)
}

/** A text without the number it cites, however that is written. */
export function without(reference: string, text: string): string {
  const found = findReference(text)
  return found?.reference === reference ? found.rest : text
}
