import type { SmsIntent } from '../../../channel/sms-intent.ts'
import type { Needs } from '../../needs.ts'
import type { Said } from './joining.ts'
import { openQuestions } from './open-questions.ts'

type MayAnswer = { [Is in SmsIntent['is']]?: (intent: Extract<SmsIntent, { is: Is }>) => boolean }

/**
 * What is a command only as long as nobody asked: to « quelle langue ? » the name of one is the answer, to « quel numéro ? » its digits,
 * to « SMS ou appel ? » « appel », to « jeudi, ça va ? » « ok ». With LANGUE or SUIVI before it, it stays the command.
 */
const mayAnswer: MayAnswer = {
  language: ({ bare }) => bare === true,
  greeting: ({ names }) => names === true,
  'follow-up': ({ bare }) => bare === true,
  appeal: ({ reference }) => reference === null,
  'thanks-only': ({ agrees }) => agrees === true,
}

/** Is it the answer to words one of ours asked for? */
export async function answersWords(
  { intent, sender }: Pick<Said, 'intent' | 'sender'>,
  needs: Needs,
): Promise<boolean> {
  const may = mayAnswer[intent.is] as ((intent: SmsIntent) => boolean) | undefined
  if (!may?.(intent)) return false
  return (await openQuestions(sender, needs)).some(({ question }) => question.is === 'question')
}
