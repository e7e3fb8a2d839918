import { type Lint, lint } from './gsm7.ts'
import { inLanguage, type Messages } from './messages.ts'

/** An answer that says no also says how to appeal. */
export const answerTemplate = (outcome: string): 'answer' | 'refused' =>
  outcome === 'refused' || outcome === 'out-of-scope' ? 'refused' : 'answer'

/** What staff wrote, as its SMS will read in the language of the case: shown before it is sent, and checked when it is. */
export const staffSms = (
  messages: Messages,
  { language, reference }: { language: string; reference: string },
  template: 'answer' | 'refused' | 'question',
  text: string,
): Lint => lint(inLanguage(messages, language).sms[template]({ reference, text }))
