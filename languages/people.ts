import { smsCommands } from '../core/channel/sms-command.ts'
import type { LanguageMessages, Messages } from '../core/notices/messages.ts'
import type { Settings } from '../core/notices/settings.ts'
import { bambara, bambaraWords } from './bm/people.ts'
import { french, frenchWords } from './fr/people.ts'

/** All texts people read, under given settings: French first, and where another language has no text of its own. */
export function messagesFor(given: Settings): Messages {
  const fallback: LanguageMessages = french(given)
  return { languages: [fallback, bambara(fallback)] }
}

export const commands = smsCommands([frenchWords, bambaraWords])
