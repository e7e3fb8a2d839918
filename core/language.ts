/** ISO 639: two letters, or three where there are no two. Which ones there are is data of the programme. */
export type LanguageCode = string

/** Where somebody meets a language: SMS and USSD, the public pages, the console. */
export type Surface = 'people' | 'public' | 'staff'

/** One language a programme speaks, and where. */
export interface SpokenLanguage {
  code: LanguageCode
  /** Whose texts stand where this one lacks any; null: the programme's first. */
  standIn: LanguageCode | null
  /** Offered there, in the order of the list. */
  on: readonly Surface[]
}

/** The first lacks nothing: what is missing anywhere ends there. */
export type Languages = readonly [SpokenLanguage, ...SpokenLanguage[]]

/** A language, then those that stand in for it, nearest first; the last is the programme's first. */
export type Chain = readonly [LanguageCode, ...LanguageCode[]]

export function chainOf(languages: Languages, code: LanguageCode): Chain {
  const first = languages[0].code
  const standInOf = (one: LanguageCode) => languages.find((row) => row.code === one)?.standIn ?? first
  const chain: [LanguageCode, ...LanguageCode[]] = [code]
  for (let at = standInOf(code); !chain.includes(at); at = standInOf(at)) chain.push(at)
  return chain.includes(first) ? chain : [...chain, first]
}

/** What texts are told of the language they are in. */
export interface InLanguage {
  language: LanguageCode
  chain: Chain
  /** All one may choose from, this one among them, as its speakers call each. */
  offered: readonly { code: LanguageCode; name: string; draft: boolean }[]
}

export const offeredOn = (languages: Languages, surface: Surface): readonly LanguageCode[] =>
  languages.filter(({ on }) => on.includes(surface)).map(({ code }) => code)

/** Words in the languages there are; in `First` they are never missing. A programme writes them, in its own first language at least. */
export type Label<First extends LanguageCode = never> = Readonly<
  Partial<Record<LanguageCode, string>> & Record<First, string>
>

/** The only place that picks a label. One that lacks even the programme's first language says nothing, rather than what nobody asked for. */
export const labelIn = (label: Label, chain: Chain): string =>
  chain.map((code) => label[code]).find((words) => words !== undefined) ?? ''
