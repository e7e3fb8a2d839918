import { asks } from './verdict-words.ts'
import { findReference } from './read-reference.ts'
import { caller, callerWords, greeting, isDigits, isThanks, polite, thanks, whoMayCall } from './sms-courtesy.ts'
import type { SmsIntent, Verdict } from './sms-intent.ts'
import { besideLanguage, language } from './sms-language.ts'
import { wordsOf } from './sms-tokens.ts'
import { type Command, commandNames, digits, readWords, type SmsCommands, type Token } from './sms-words.ts'

/** No command is longer; anything above is read as a message without looking further. */
const longestCommand = 12
/** In a longer message no word is read as a command it is not quite. */
const longestMistyped = 4
const callable: readonly Token[] = ['callable', 'unlettered']
const fillers: readonly Token[] = ['filler', 'whom']
/** Beside a STOP that names none of our messages these are a cry for help: « arrêtez-la », « stop par pitié »; and how soon, beside a word for any ceasing. */
const cries: readonly Token[] = ['whom', 'plea']
/** What may stand beside each command without making it a message. */
const beside: Record<Command, readonly Token[]> = {
  help: digits,
  'follow-up': [...polite, ...fillers, ...callable, 'ours', 'asks', ...digits],
  appeal: [...polite, ...fillers, ...digits],
  'call-me': [...polite, ...fillers, ...callable, ...digits],
  stop: [...polite, ...fillers, ...callable, 'ours', ...digits],
  start: [...polite, ...fillers, 'ours', ...digits],
  withdraw: [...polite, ...fillers, ...digits],
  language: besideLanguage,
}
const verdicts: Partial<Record<Token, Verdict>> = { 1: 1, 2: 2, 3: 3, yes: 1, partly: 2, no: 3 }
const saysMore = (token: Token): boolean => isDigits(token) || callable.includes(token) || token === 'picture'

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
    command(words, said, reference) ??
    asksAfter(words, said, reference) ??
    verdict(said, reference, { openQuestion, asks: asks(text) }) ??
    (reference === null ? (caller(said) ?? thanks(words, said, asks(text)) ?? greeting(words, said)) : null) ??
    mistyped(words, reference, commands) ??
    message
  )
}

/** Digits that are no reference, and nearly as many as one has. */
const isNearlyOne = (words: readonly string[]): boolean => {
  const digits = words.filter((word) => /^[0-9]+$/.test(word)).join('').length
  return digits >= 9 && digits <= 10
}

function command(words: readonly string[], spoken: readonly Token[], reference: string | null): SmsIntent | null {
  const isStop = (token: Token) => token === 'ceases' || (token === 'refuses' && spoken.includes('ours'))
  const said = spoken.map((token) => (isStop(token) ? 'stop' : token))
  if (said.includes('unlettered') && said.every((token) => polite.includes(token) || callable.includes(token)))
    return reference === null ? { is: 'call-me', reference, says: true } : null
  const [is, ...more] = new Set(said.filter((token) => commandNames.some((name) => name === token)) as Command[])
  if (is === undefined || is === 'language' || more.length > 0) return null
  // « Rappelez ma femme » names nobody who may call.
  const caller = is === 'call-me' && !said.some((token) => fillers.includes(token)) ? whoMayCall(said) : null
  const besideIt = caller ? [...beside[is], ...callerWords] : beside[is]
  if (said.some((token) => token !== is && !besideIt.includes(token))) return null
  const isPlainly = said.includes('ours') || said.includes('unlettered')
  const isCry = (token: Token) => cries.includes(token) || (token === 'callable' && spoken.includes('ceases'))
  if (is === 'stop' && reference === null && !isPlainly && said.some(isCry)) return null
  if (is === 'stop' && reference === null && isNearlyOne(words)) return { is, reference, mistyped: true }
  if (is === 'follow-up' || is === 'appeal' || is === 'stop' || is === 'withdraw') return { is, reference }
  if (is !== 'call-me') return { is }
  return { is, reference, says: said.some(saysMore), ...(caller ? { caller } : {}) }
}

/** How a case stands, asked with its number, or with nothing but the number; one that is mistyped is still asked for. */
function asksAfter(words: readonly string[], said: readonly Token[], reference: string | null): SmsIntent | null {
  const silent: readonly Token[] = [...polite, ...fillers, 'ours', 'asks']
  const others = said.filter((token) => !silent.includes(token))
  const asked = said.includes('asks') || (reference !== null && !said.some(isThanks) && !said.includes('picture'))
  if (others.length === 0) return asked ? { is: 'follow-up', reference } : null
  if (reference !== null || others.some((token) => token !== 'number')) return null
  if (asked) return { is: 'follow-up', reference }
  return isNearlyOne(words) ? { is: 'follow-up', reference, bare: true } : null
}

function verdict(
  said: readonly Token[],
  reference: string | null,
  { openQuestion, asks }: { openQuestion: boolean; asks: boolean },
): SmsIntent | null {
  const spoken = said.filter((token) => !polite.includes(token) && !fillers.includes(token))
  const [value, ...others] = new Set(spoken.map((token) => verdicts[token]))
  if (value === undefined || others.length > 0) return null
  // « 1 » with an angry face, « 1 par pitié »: somebody looks.
  if (value === 1 && (said.includes('picture') || said.includes('plea'))) return null
  const isDigit = spoken.some((token) => typeof token === 'number')
  if (value === 1 && asks && !isDigit) return null
  return isDigit || openQuestion || reference !== null ? { is: 'verdict', verdict: value, reference } : null
}

/** A command with a wrong letter in each word at most, where hardly anything but courtesy stands beside it. */
function mistyped(words: readonly string[], reference: string | null, commands: SmsCommands): SmsIntent | null {
  const said = readWords(words, commands, true)
  if (said.filter((token) => !polite.includes(token) && !isDigits(token)).length > longestMistyped) return null
  const chosen = language(words, said, reference, commands, true)
  const isKnown = chosen?.is === 'language' && chosen.language !== null
  return (isKnown ? chosen : null) ?? command(words, said, reference) ?? asksAfter(words, said, reference)
}
