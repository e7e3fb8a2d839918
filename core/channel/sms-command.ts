import { findReference } from './read-reference.ts'
import { meantBy } from './mistyped.ts'
import { type Command, commandNames, readWords, type SmsCommands, type Token, wordsOf } from './sms-words.ts'

/**
 * What an SMS asks for. Whatever is not plainly a command is somebody's voice: a long text that begins with AIDE or STOP
 * is a message. `reference` null: none was cited, or the digits were no reference.
 */
export type SmsIntent =
  /** AIDE, alone. */
  | { is: 'help' }
  /** SUIVI n, or n alone. */
  | { is: 'follow-up'; reference: string | null }
  /** APPEL n. */
  | { is: 'appeal'; reference: string | null }
  /** RAPPEL: somebody should call; `says`: when, how soon, a number stands beside it that must not be lost. */
  | { is: 'call-me'; reference: string | null; says: boolean }
  /** STOP, or STOP n for one case. */
  | { is: 'stop'; reference: string | null }
  | { is: 'start' }
  /** JE RETIRE n. */
  | { is: 'withdraw'; reference: string | null }
  /** LANGUE x, or the name alone; null where we do not know x or none was named. */
  | { is: 'language'; language: string | null }
  /** 1 solved, 2 in part, 3 not; for the cited case, else the last delivered question. */
  | { is: 'verdict'; verdict: Verdict; reference: string | null }
  /** Only thanks or OK. */
  | { is: 'thanks-only' }
  /** A text that belongs to the case it cites, if there is such a case. */
  | { is: 'cites'; reference: string }
  | { is: 'voice' }
export type Verdict = 1 | 2 | 3

/** No command is longer; anything above is read as a message without looking further. */
const longestCommand = 12
/** In a longer message no word is read as a command it is not quite. */
const longestMistyped = 4
/** « Changer de langue » and its name; « je parle bambara seulement, svp ». */
const longestAsked = 4
const longestSpoken = 6
/** ISO 639 has no longer one. */
const longestCode = 3

const digits: readonly Token[] = [1, 2, 3, 'number']
const polite: readonly Token[] = ['courtesy', 'thanks', 'picture']
/** What may stand beside each command without making it a message. */
const beside: Record<Command, readonly Token[]> = {
  help: digits,
  'follow-up': [...polite, 'filler', 'callable', 'ours', 'asks', ...digits],
  appeal: [...polite, 'filler', ...digits],
  'call-me': [...polite, 'filler', 'callable', ...digits],
  stop: [...polite, 'filler', 'callable', 'ours', ...digits],
  start: [...polite, 'filler', 'ours', ...digits],
  withdraw: [...polite, 'filler', ...digits],
  language: [...polite, 'filler', 'speaks'],
}
const verdicts: Partial<Record<Token, Verdict>> = { 1: 1, 2: 2, 3: 3, yes: 1, partly: 2, no: 3 }
const isDigits = (token: Token): boolean => digits.includes(token)
const saysMore = (token: Token): boolean => isDigits(token) || token === 'callable' || token === 'picture'

/** Reads one SMS. `openQuestion`: a question of ours was delivered to this sender and waits for its answer. */
export function parseSms(text: string, options: { commands: SmsCommands; openQuestion: boolean }): SmsIntent {
  const { commands, openQuestion } = options
  const cited = findReference(text)
  const reference = cited?.reference ?? null
  const message: SmsIntent = reference === null ? { is: 'voice' } : { is: 'cites', reference }
  const words = wordsOf(cited?.rest ?? text)
  if ((words.length === 0 && reference === null) || words.length > longestCommand) return message
  const said = readWords(words, commands)
  return (
    language(words, said, reference, commands) ??
    command(said, reference) ??
    asksAfter(words, said, reference) ??
    verdict(said, reference, openQuestion) ??
    thanks(said, reference) ??
    mistyped(words, reference, commands) ??
    message
  )
}

/**
 * LANGUE and a name or a code, or nothing but a name we have. No other word may stand there: « langue gonflée » is a sick child, and
 * « kan » is also « quand », as it is texted.
 */
function language(
  words: readonly string[],
  said: readonly Token[],
  reference: string | null,
  commands: SmsCommands,
  near = false,
) {
  const isAsked = said.find((token) => token !== 'courtesy' && token !== 'speaks') === 'language'
  if (reference !== null || words.length > (isAsked ? longestAsked : longestSpoken)) return null
  const isBeside = (token: Token) => token === 'language' || beside.language.includes(token)
  if (isAsked && said.every(isBeside)) return { is: 'language', language: null } as const
  const named = words.filter((word) => !readWords([word], commands, near).every(isBeside))
  const [name = ''] = named
  if (named.length > 1 || (name === '' && !isAsked)) return null
  const known = commands.languages.get(name) ?? meantBy([name], commands.meant.languages)
  const names = name === '' || name.length <= longestCode || commands.languages.has(name)
  return known !== null || (isAsked && names) ? ({ is: 'language', language: known } as const) : null
}

function command(spoken: readonly Token[], reference: string | null): SmsIntent | null {
  const said = spoken.includes('ours') ? spoken.map((token) => (token === 'refuses' ? 'stop' : token)) : spoken
  const [is, ...more] = new Set(said.filter((token) => commandNames.some((name) => name === token)) as Command[])
  if (is === undefined || is === 'language' || more.length > 0) return null
  if (said.some((token) => token !== is && !beside[is].includes(token))) return null
  if (is === 'follow-up' || is === 'appeal' || is === 'stop' || is === 'withdraw') return { is, reference }
  return is === 'call-me' ? { is, reference, says: said.some(saysMore) } : { is }
}

/** How a case stands, asked with its number, or with nothing but the number; one that is mistyped is still asked for. */
function asksAfter(words: readonly string[], said: readonly Token[], reference: string | null): SmsIntent | null {
  const silent: readonly Token[] = [...polite, 'filler', 'ours', 'asks']
  const others = said.filter((token) => !silent.includes(token))
  const asked = said.includes('asks') || (reference !== null && !said.includes('thanks') && !said.includes('picture'))
  if (others.length === 0) return asked ? { is: 'follow-up', reference } : null
  if (reference !== null || others.some((token) => token !== 'number')) return null
  const digits = words.filter((word) => /^[0-9]+$/.test(word)).join('').length
  return asked || (digits >= 9 && digits <= 10) ? { is: 'follow-up', reference } : null
}

function verdict(said: readonly Token[], reference: string | null, openQuestion: boolean): SmsIntent | null {
  const spoken = said.filter((token) => !polite.includes(token) && token !== 'filler')
  const [value, ...others] = new Set(spoken.map((token) => verdicts[token]))
  if (value === undefined || others.length > 0) return null
  // « 1 » with an angry face: somebody looks.
  if (value === 1 && said.includes('picture')) return null
  const isDigit = spoken.some((token) => typeof token === 'number')
  return isDigit || openQuestion || reference !== null ? { is: 'verdict', verdict: value, reference } : null
}

function thanks(said: readonly Token[], reference: string | null): SmsIntent | null {
  const only = said.includes('thanks') && said.every((token) => token === 'thanks' || token === 'courtesy')
  return only && reference === null ? { is: 'thanks-only' } : null
}

/** A command with a wrong letter in each word at most, where hardly anything but courtesy stands beside it. */
function mistyped(words: readonly string[], reference: string | null, commands: SmsCommands): SmsIntent | null {
  const said = readWords(words, commands, true)
  if (said.filter((token) => !polite.includes(token) && !isDigits(token)).length > longestMistyped) return null
  const chosen = language(words, said, reference, commands, true)
  return (chosen?.language ? chosen : null) ?? command(said, reference) ?? asksAfter(words, said, reference)
}
