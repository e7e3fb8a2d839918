import { isOpen } from '../../../case/case-file.ts'
import { awaitsCall } from '../../../case/news.ts'
import type { Caller } from '../../../channel/message.ts'
import type { SmsIntent } from '../../../channel/sms-intent.ts'
import { keptApart } from '../../../notices/by-entry.ts'
import type { StoredCase } from '../../../ports/cases.ts'
import type { ReadingNeeds } from '../../needs.ts'
import { added, joins, type MessagePlan, opens, repeats, type Said, saysAgain } from './joining.ts'
import { openQuestions } from './open-questions.ts'
import { cited } from './replies.ts'
import { agreesToCaller } from './verdicts.ts'

/**
 * Who may call in words, where one of ours asked; when to call is kept with it. All of it are words of our lists, so what it suggests counts
 * only where it names men: « par des hommes ce matin » may tell who did it. Then it is a case of its own, and the question stays open. Null
 * when nobody asked.
 */
export async function answersCaller(
  said: Said,
  { caller, says }: { caller: Caller; says: boolean },
  needs: ReadingNeeds,
): Promise<MessagePlan | null> {
  const open = (await openQuestions(said.sender, needs)).find(({ question }) => question.is === 'caller')
  if (!open) return null
  const { caseFile } = open.stored
  const plan = agreesToCaller(caseFile, caller, said.sender, needs)
  if (!says) return plan
  const suggestion = caller === 'call-man' ? needs.suggest(said.message.text) : null
  if (suggestion?.sensitive) {
    const opening = { mayReplyTo: [caseFile.reference], suggestion, flags: [keptApart] }
    return (await repeats(said, needs)) ?? opens(said, needs, opening)
  }
  const { line, sealed } = await added(open.stored, said, needs, {})
  const append = (plan.commit.append ?? []).map((one) => ({ ...one, entries: [line, ...one.entries], sealed }))
  return { ...plan, commit: { append } }
}

/** The call this phone waits for, in whichever of its cases. */
async function awaitedCall({ sender }: Said, { cases }: ReadingNeeds): Promise<StoredCase | null> {
  const live = await Promise.all(sender.live.map(({ reference }) => cases.load(reference)))
  return live.findLast((one) => one !== null && awaitsCall(one.caseFile)) ?? null
}

/** RAPPEL: a case of its own, unless this phone waits for a call already, or one of ours asked who may call. */
export async function asksForCall(
  asked: Said,
  { reference, says, caller }: Extract<SmsIntent, { is: 'call-me' }>,
  needs: ReadingNeeds,
): Promise<MessagePlan> {
  const answered = caller && (await answersCaller(asked, { caller, says }, needs))
  if (answered) return answered
  const { stored, said } = await cited(asked, reference, needs)
  if (stored && isOpen(stored.caseFile)) return joins(stored, said, needs)
  // Who waits for a call and asks for it once more waits for the same one; once they were called, they ask for another.
  const again = await repeats(said, needs, awaitsCall)
  const waits = again || reference ? null : await awaitedCall(said, needs)
  const once = waits && !says ? await saysAgain(waits.caseFile.reference, said, needs, awaitsCall) : null
  const joined = again ?? once ?? (waits && (await joins(waits, said, needs)))
  const words = says || reference ? said.message.text : null
  // They say when and how soon, and nothing of what it is about.
  return joined ?? opens(said, needs, { words, suggestion: null, consent: caller ?? 'call', callMe: true })
}
