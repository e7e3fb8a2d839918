import type { Languages } from '../core/language.ts'
import type { PublicSections } from '../web/public/texts.ts'
import { english } from './en/language.ts'
import { publicEn } from './en/public.ts'
import { french } from './fr/language.ts'
import { publicFr } from './fr/public.ts'
import { complete, offeredTexts, type Stock } from './stock.ts'

/** What there is of the public pages, one line a language. */
export const publicStock: readonly Stock<PublicSections>[] = [complete(french, publicFr), complete(english, publicEn)]

export const publicTextsFor = (languages: Languages, stock = publicStock) => offeredTexts(stock, languages, 'public')
