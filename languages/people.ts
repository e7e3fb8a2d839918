import { type SmsCommands, smsCommands, type SmsWords } from '../core/channel/sms-words.ts'
import { type HearsVerdict, verdictHearer, type VerdictWords } from '../core/channel/verdict-words.ts'
import type { Languages } from '../core/language.ts'
import type { LanguageMessages, Messages, PeopleTexts } from '../core/notices/messages.ts'
import type { Settings } from '../core/notices/settings.ts'
import { bambara } from './bm/language.ts'
import { peopleBm } from './bm/people.ts'
import { french } from './fr/language.ts'
import { peopleFr } from './fr/people.ts'
import { complete, draft, offeredStock, type Stock } from './stock.ts'

/** What there is for whoever writes or dials, one line a language. */
export const peopleStock = (settings: Settings): readonly Stock<PeopleTexts>[] => [
  complete(french, peopleFr(settings)),
  draft(bambara, peopleBm),
]

/** All that people read who write or dial, and the words they send, in the languages a programme offers them. */
export function peopleTextsFor(
  settings: Settings,
  declared: Languages,
  stocks = peopleStock(settings),
): { messages: Messages; commands: SmsCommands; hearsVerdict: HearsVerdict } {
  const [first, ...others] = offeredStock(stocks, declared, 'people')
  const messagesOf = ({ stock, texts: { sms, ussd } }: typeof first): LanguageMessages => {
    return { ...stock.language, draft: stock.state === 'draft', sms, ussd }
  }
  return {
    messages: { languages: [messagesOf(first), ...others.map(messagesOf)], declared },
    commands: commandsWhenAsked([first, ...others].map(({ stock }) => stock.texts.words ?? {})),
    hearsVerdict: hearsWhenAsked([first, ...others].map(({ stock }) => stock.texts.verdicts ?? {})),
  }
}

/** Thousands of phrases, put in order at the first message: what starts pays nothing for them. */
function commandsWhenAsked(lists: readonly SmsWords[]): SmsCommands {
  let made: SmsCommands | null = null
  const commands = () => (made ??= smsCommands(lists))
  return {
    get meanings() {
      return commands().meanings
    },
    get longest() {
      return commands().longest
    },
    get languages() {
      return commands().languages
    },
    get meant() {
      return commands().meant
    },
  }
}

function hearsWhenAsked(lists: readonly Partial<VerdictWords>[]): HearsVerdict {
  let made: HearsVerdict | null = null
  return (text) => (made ??= verdictHearer(lists))(text)
}
