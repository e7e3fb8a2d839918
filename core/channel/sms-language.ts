import { meantBy } from './mistyped.ts'
import { polite } from './sms-courtesy.ts'
import type { SmsIntent } from './sms-intent.ts'
import { readWords, type SmsCommands, type Token } from './sms-words.ts'

/** « Changer de langue » and its name; « je parle bambara seulement, svp ». */
const longestAsked = 4
const longestSpoken = 6
/** ISO 639 has no longer one. */
const longestCode = 3

export const besideLanguage: readonly Token[] = [...polite, 'filler', 'whom', 'speaks']

/**
 * LANGUE and a name or a code, or nothing but a name. No other word may stand there: « langue gonflée » is a sick child, and
 * « kan » is also « quand », as it is texted. `near`: words may have a wrong letter.
 */
export function language(
  words: readonly string[],
  said: readonly Token[],
  reference: string | null,
  commands: SmsCommands,
  near = false,
): SmsIntent | null {
  const isAsked = said.find((token) => !polite.includes(token) && token !== 'speaks') === 'language'
  if (reference !== null || words.length > (isAsked ? longestAsked : longestSpoken)) return null
  const isBeside = (token: Token) => token === 'language' || besideLanguage.includes(token)
  if (isAsked && said.every(isBeside)) return { is: 'language', language: null }
  const named = words.filter((word) => !readWords([word], commands, near).every(isBeside))
  const [name = ''] = named
  if (named.length > 1 || (name === '' && !isAsked)) return null
  const known = commands.languages.get(name) ?? meantBy([name], commands.meant.languages)
  const isName = commands.languages.has(name)
  if (isAsked)
    return known !== null || name === '' || name.length <= longestCode || isName
      ? { is: 'language', language: known }
      : null
  if (known !== null) return { is: 'language', language: known, bare: true }
  return isName ? { is: 'greeting', words: words.join(' '), names: true } : null
}
