import type { Languages } from '../core/language.ts'
import type { ConsoleSections } from '../web/console/texts.ts'
import { consoleEn } from './en/console.ts'
import { english } from './en/language.ts'
import { consoleFr } from './fr/console.ts'
import { french } from './fr/language.ts'
import { complete, offeredTexts, type Stock } from './stock.ts'

/** What there is of the console, one line a language. */
export const consoleStock: readonly Stock<ConsoleSections>[] = [
  complete(french, consoleFr),
  complete(english, consoleEn),
]

export const consoleTextsFor = (languages: Languages, stock = consoleStock) => offeredTexts(stock, languages, 'staff')
