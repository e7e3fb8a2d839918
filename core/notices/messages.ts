import type { SmsWords } from '../channel/sms-words.ts'
import type { VerdictWords } from '../channel/verdict-words.ts'
import type { UssdTexts } from '../channel/ussd/screen.ts'
import { chainOf, type LanguageCode, type Languages } from '../language.ts'
import type { Catalogue } from './template.ts'

/** What one language has for whoever writes or dials. */
export interface PeopleTexts {
  sms: Catalogue
  ussd: UssdTexts
  /** What people send as commands. */
  words: SmsWords
  /** How they say whether it is solved. */
  verdicts: VerdictWords
}

/** All a person reads in one language, complete: what it lacks reads as the next in its chain has it. */
export interface LanguageMessages {
  code: LanguageCode
  /** As its speakers call it. */
  name: string
  /** The same in the letters an SMS has. */
  smsName: string
  /** Not yet checked by speakers. */
  draft: boolean
  sms: Catalogue
  ussd: UssdTexts
}

export interface Messages {
  /** Those one may choose from; the first lacks nothing. */
  languages: readonly [LanguageMessages, ...LanguageMessages[]]
  /** What stands in for a language that is not among them. */
  declared: Languages
}

/** The texts in one language, or in the next of its chain where we have none in it. */
export function inLanguage({ languages, declared }: Messages, code: LanguageCode): LanguageMessages {
  const found = chainOf(declared, code).flatMap((one) => languages.find((language) => language.code === one) ?? [])
  return found[0] ?? languages[0]
}
