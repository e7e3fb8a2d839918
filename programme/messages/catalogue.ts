import { smsCommands } from '../../core/channel/sms-command.ts'
import type { LanguageMessages, Messages } from '../../core/feedback/messages.ts'
import type { Settings } from '../../core/feedback/settings.ts'
import { settings } from '../settings.ts'
import { bambara, bambaraWords } from './bm.ts'
import { french, frenchWords } from './fr.ts'

/** All texts under given settings. */
export function messagesFor(given: Settings): Messages {
  const fallback: LanguageMessages = french(given)
  return { languages: [fallback, bambara(fallback)] }
}

/** All texts people read: French first, and where another language has no text of its own. */
export const messages = messagesFor(settings)

export const commands = smsCommands([frenchWords, bambaraWords])
