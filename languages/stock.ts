import type { Chain, InLanguage, LanguageCode, Languages, Surface } from '../core/language.ts'
import { chainOf, offeredOn } from '../core/language.ts'

/** A language as its speakers call it. */
export interface Language {
  code: LanguageCode
  name: string
  /** The same in the letters an SMS has. */
  smsName: string
}

/** Texts of which some may be missing. A list is there as a whole or not at all. */
export type Partly<T> = T extends string | boolean | readonly unknown[] | ((...given: never[]) => unknown)
  ? T
  : { readonly [Name in keyof T]?: Partly<T[Name]> }

/**
 * What there is of some texts in one language. A draft has not been checked by its speakers, or is not all there; only of what is
 * complete does the compiler ask for everything.
 */
export type Stock<T> = { language: Language } & ({ state: 'complete'; texts: T } | { state: 'draft'; texts: Partly<T> })

/** What is not pieced together from several languages, whether checked or not. */
export interface Whole<T> {
  language: Language
  state: Stock<T>['state']
  texts: T
}

export const complete = <T>(language: Language, texts: T) => ({ language, state: 'complete' as const, texts })
export const draft = <T>(language: Language, texts: T) => ({ language, state: 'draft' as const, texts })

/** The texts of a language: each that it lacks is that of the next in its chain, down to a complete one. */
export function textsIn<T extends object>(stocks: readonly Stock<T>[], chain: Chain): T {
  const own = chain.flatMap((code) => stocks.find(({ language }) => language.code === code) ?? [])
  const whole = own.findIndex(({ state }) => state === 'complete')
  const found = own[whole]
  if (found?.state !== 'complete') throw new Error(`no complete texts in ${chain.join(', ')}`)
  return own.slice(0, whole).reduceRight<object>((under, { texts }) => laidOver(under, texts), found.texts) as T
}

/** Objects meet name by name; of everything else, what lies above counts. */
function laidOver(under: object, over: object): object {
  const met = Object.entries(over).map(([name, own]: [string, unknown]) => {
    const below = (under as Readonly<Record<string, unknown>>)[name]
    return [name, isNamed(own) && isNamed(below) ? laidOver(below, own) : own] as const
  })
  return { ...under, ...Object.fromEntries(met) }
}

const isNamed = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Some<T> = readonly [T, ...T[]]

/** What a programme offers on a surface, in its order: of a language, what is there, and the texts that come of it. */
export function offeredStock<T extends object>(
  stocks: readonly Stock<T>[],
  languages: Languages,
  surface: Surface,
): Some<{ stock: Stock<T>; chain: Chain; texts: T }> {
  const [first, ...others] = offeredOn(languages, surface)
    .flatMap((code) => stocks.find(({ language }) => language.code === code) ?? [])
    .map((stock) => {
      const chain = chainOf(languages, stock.language.code)
      return { stock, chain, texts: textsIn(stocks, chain) }
    })
  if (!first) throw new Error(`no language is offered: ${surface}`)
  return [first, ...others]
}

/** The same for pages, which say what else there is to choose; the first is what people get who have not chosen. */
export function offeredTexts<T extends object>(...given: Parameters<typeof offeredStock<T>>): Some<T & InLanguage> {
  const [first, ...others] = offeredStock(...given)
  const offered = [first, ...others].map(({ stock }) => {
    return { code: stock.language.code, name: stock.language.name, draft: stock.state === 'draft' }
  })
  const told = ({ stock, chain, texts }: typeof first) => ({ ...texts, language: stock.language.code, chain, offered })
  return [told(first), ...others.map(told)]
}
