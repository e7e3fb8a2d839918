import { asks } from './verdict-words.ts'
import { findReference } from './read-reference.ts'
import { caller, callerWords, greeting, isDigits, isThanks, polite, thanks, whoMayCall } from './sms-courtesy.ts'
import type { SmsIntent, Verdict } from './sms-intent.ts'
import { besideLanguage, language } from './sms-language.ts'
import { type Command, commandNames, digits, readWords, type SmsCommands, type Token, wordsOf } from './sms-words.ts'

/** No command is longer; anything above is read as a message without looking further. */
const longestCommand = 12
/** In a longer message no word is read as a command it is not quite. */
const longestMistyped = 4
const callable: readonly Token[] = ['callable', 'unlettered']
const fillers: readonly Token[] = ['filler', 'whom']
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
    command(said, reference) ??
    asksAfter(words, said, reference) ??
    verdict(said, reference, { openQuestion, asks: asks(text) }) ??
    (reference === null ? (caller(said) ?? thanks(words, said) ?? greeting(words, said)) : null) ??
    mistyped(words, reference, commands) ??
    message
  )
}

function command(spoken: readonly Token[], reference: string | null): SmsIntent | null {
  const said = spoken.includes('ours') ? spoken.map((token) => (token === 'refuses' ? 'stop' : token)) : spoken
  if (said.includes('unlettered') && said.every((token) => polite.includes(token) || callable.includes(token)))
    return reference === null ? { is: 'call-me', reference, says: true } : null
  const [is, ...more] = new Set(said.filter((token) => commandNames.some((name) => name === token)) as Command[])
  if (is === undefined || is === 'language' || more.length > 0) return null
  // « Rappelez ma femme » names nobody who may call.
  const caller = is === 'call-me' && !said.some((token) => fillers.includes(token)) ? whoMayCall(said) : null
  const besideIt = caller ? [...beside[is], ...callerWords] : beside[is]
  if (said.some((token) => token !== is && !besideIt.includes(token))) return null
  // « Arrêtez-les » is a cry for help.
  if (is === 'stop' && reference === null && said.includes('whom') && !said.includes('ours')) return null
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
  const digits = words.filter((word) => /^[0-9]+$/.test(word)).join('').length
  if (asked) return { is: 'follow-up', reference }
  return digits >= 9 && digits <= 10 ? { is: 'follow-up', reference, bare: true } : null
}

function verdict(
  said: readonly Token[],
  reference: string | null,
  { openQuestion, asks }: { openQuestion: boolean; asks: boolean },
): SmsIntent | null {
  const spoken = said.filter((token) => !polite.includes(token) && !fillers.includes(token))
  const [value, ...others] = new Set(spoken.map((token) => verdicts[token]))
  if (value === undefined || others.length > 0) return null
  // « 1 » with an angry face: somebody looks.
  if (value === 1 && said.includes('picture')) return null
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
  return (isKnown ? chosen : null) ?? command(said, reference) ?? asksAfter(words, said, reference)
}
