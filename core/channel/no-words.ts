import { parseSms } from './sms-command.ts'
import type { SmsCommands } from './sms-words.ts'

/**
 * What is typed where somebody is asked to say what happened, and does not say it: `nothing` beyond a greeting or thanks, or a reference whose case
 * they ask after. Null: these are their words. A keypad and a page ask again at once, where an SMS is answered by another one.
 */
export function noWords(typed: string, commands: SmsCommands): 'nothing' | { follows: string } | null {
  // Pictures alone may say what happened as well as thank.
  if (!/[\p{L}\p{N}]/u.test(typed)) return null
  const intent = parseSms(typed, { commands, openQuestion: false })
  if (intent.is === 'greeting' || intent.is === 'thanks-only') return 'nothing'
  return intent.is === 'follow-up' && intent.reference !== null ? { follows: intent.reference } : null
}
