import type { UssdTexts } from '../channel/ussd/screen.ts'
import type { Catalogue } from './template.ts'

/** All a person reads in one language, complete: what is not translated reads in the fallback language. */
export interface LanguageMessages {
  code: string
  /** As its speakers call it. */
  name: string
  /** Not yet checked by speakers. */
  draft: boolean
  sms: Catalogue
  ussd: UssdTexts
}

export interface Messages {
  /** The first is the fallback. */
  languages: readonly [LanguageMessages, ...LanguageMessages[]]
}

/** The texts in one language, or in the fallback where we have none in it. */
export const inLanguage = (messages: Messages, code: string): LanguageMessages =>
  messages.languages.find((language) => language.code === code) ?? messages.languages[0]
