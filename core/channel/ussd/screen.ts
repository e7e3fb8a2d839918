import { gsm7Units } from '../gsm7-alphabet.ts'
import type { KeypadScreen } from '../questions.ts'

/**
 * The USSD screens by name, with what each needs. Dates are `dd/mm` strings. Each fits 160 GSM-7 characters with its
 * `CON ` or `END `, and seven lines, hint included.
 */
export interface Screens extends Record<KeypadScreen, Record<string, never>> {
  /** `languages`: whether there is a second one to choose; `reply`: whether a question of ours is open to this phone. */
  home: { languages: boolean; reply: boolean }
  words: Record<string, never>
  /** After 4: what kind of danger. */
  sensitive: Record<string, never>
  /** After 0 at the words: who may call. */
  'call-who': Record<string, never>
  consent: Record<string, never>
  /** The same of a phone that said STOP: only the last key takes it back. */
  'consent-stopped': Record<string, never>
  /** `labels` from key 2 on; `more`: the last key leads to further places, else it says "elsewhere". */
  place: { labels: readonly string[]; more: boolean }
  /** Protection: may somebody trained call. */
  call: Record<string, never>
  'follow-up': Record<string, never>
  'follow-up-unknown': Record<string, never>
  'follow-up-too-many': Record<string, never>
  /** `date` null for S, or where nothing is promised. */
  stage: { reference: string; stage: Stage; received: string; date: string | null }
  /** One page of an answer as its SMS reads; `more`: key 1 leads on. */
  answer: { page: string; more: boolean }
  language: { names: readonly string[] }
  /** The three choices for the answer of that case; never what it is about, since a phone is shared. */
  verdict: { reference: string }
  /** After a verdict: what somebody wants to add. */
  why: Record<string, never>
  /** Words for a question staff put. */
  reply: { reference: string }
  /** Who may call, where a call was asked for. */
  caller: { reference: string }
  /** Ends. `date` null for S1. */
  receipt: { reference: string; date: string | null }
  /** The words may mean a danger to life: no emergency service is here, and where to go now. */
  'receipt-danger': { reference: string; date: string | null }
  'receipt-thanks': { reference: string }
  'receipt-call': { reference: string; date: string | null }
  /** S2: no emergency service, a trained person reads, no SMS; and where care is, by the place where that is another, as many as fit. */
  'receipt-protection': { reference: string; care: readonly CareShown[] }
  'receipt-reply': { reference: string }
  /** Something broke behind the screen. */
  trouble: Record<string, never>
  /** More was typed than one session can hold; nothing of it is noted. */
  'too-long': Record<string, never>
}
export interface CareShown {
  place: string | null
  phone: string
  hours: string
  woman: boolean
}
type ScreenName = keyof Screens
export type Screen<Among extends ScreenName = ScreenName> = {
  [Name in Among]: { name: Name; params: Screens[Name] }
}[Among]
/** The same three words at every level. */
export type Stage = 'received' | 'in-hand' | 'answered'

type ScreenTexts = { [Name in ScreenName]: (params: Screens[Name]) => string }
/** The texts of one language. `hint` goes before a screen shown again because the key meant nothing. */
export type UssdTexts = ScreenTexts & { hint: () => string }

const textOf = <Name extends ScreenName>(screen: Screen<Name>, texts: ScreenTexts): string =>
  texts[screen.name](screen.params)

/** The body of the answer to the gateway, which begins exactly with `CON ` or `END `. */
export function render(turn: { screen: Screen; end: boolean; hint: boolean }, texts: UssdTexts): string {
  const text = textOf(turn.screen, texts)
  return `${turn.end ? 'END' : 'CON'} ${turn.hint ? `${texts.hint()} ` : ''}${text}`
}

const screenUnits = 160
const screenLines = 7

/** Does a body, with what it begins with, fit one screen? What GSM-7 cannot write fits none. */
export function fitsScreen(body: string): boolean {
  const units = Array.from(body).reduce((sum, character) => sum + (gsm7Units(character) ?? Infinity), 0)
  return units <= screenUnits && body.split('\n').length <= screenLines
}
