import { type Caller, callersByDigit } from './message.ts'
import type { SmsIntent } from './sms-intent.ts'
import { digits, type Token } from './sms-words.ts'

/** What says nothing beside other words. */
export const polite: readonly Token[] = [
  ...(['courtesy', 'plea', 'greeting', 'address', 'thanks', 'agrees', 'greeting-or-thanks', 'picture'] as const),
]
const thanking: readonly Token[] = ['thanks', 'agrees', 'greeting-or-thanks']
const greets: readonly Token[] = ['greeting', 'greeting-or-thanks', 'address']
export const isThanks = (token: Token): boolean => thanking.includes(token)
export const isDigits = (token: Token): boolean => digits.includes(token)

/** `asks`: with a question mark it is none, and asks how a case stands: « c'est bon ? », « bien reçu ? ». */
export function thanks(words: readonly string[], said: readonly Token[], asks: boolean): SmsIntent | null {
  if (!said.some(isThanks) || !said.every((token) => isThanks(token) || greets.includes(token) || token === 'courtesy'))
    return null
  if (asks) return { is: 'follow-up', reference: null, wonders: true }
  return {
    is: 'thanks-only',
    ...(said.includes('agrees') ? { agrees: true } : {}),
    ...(said.every((token) => greets.includes(token)) ? { greets: words.join(' ') } : {}),
  }
}

/** Beside a greeting any other word, a plea too, is somebody's voice. */
export const greeting = (words: readonly string[], said: readonly Token[]): SmsIntent | null =>
  said.includes('greeting') && said.every((token) => token === 'greeting' || token === 'address')
    ? { is: 'greeting', words: words.join(' ') }
    : null

const callers: Partial<Record<Token, Caller>> = { anyone: 'call', 'a-woman': 'call-woman', 'a-man': 'call-man' }
export const callerWords = Object.keys(callers) as Token[]
const besideCaller: readonly Token[] = [...polite, ...callerWords, 'speaks', 'yes', 'callable', 'number']

/** Whom the words name; « un homme ou une femme » is anybody. Null where they name nobody, or leave it open. */
export function whoMayCall(said: readonly Token[]): Caller | null {
  const named = new Set(said.flatMap((token) => callers[token] ?? []))
  const [only = null] = named
  if (named.size <= 1) return only
  return named.has('call') ? null : 'call'
}

/** Who may call and nothing else but when. A digit beside it is that of the SMS that asked, or « 1 femme ». */
export function caller(said: readonly Token[]): SmsIntent | null {
  const named = whoMayCall(said)
  const fits = (token: Token) =>
    besideCaller.includes(token) || token === 1 || ((token === 2 || token === 3) && callersByDigit[token] === named)
  if (named === null || !said.every(fits)) return null
  return { is: 'caller', caller: named, says: said.some((token) => token === 'callable' || token === 'number') }
}
