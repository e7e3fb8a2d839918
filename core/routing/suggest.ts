import type { Gazetteer } from './place.ts'
import type { Sounds } from './spelling.ts'
import type { Suggestion } from './suggestion.ts'
import { termFinder } from './term-finder.ts'
import type { TermGroups, TermHit } from './term-finder.ts'

/** What words mean, as data of the programme. */
export interface Lexicon {
  sounds: Sounds
  terms: TermGroups
  rules: readonly Rule[]
  /** Codes that a narrow circle reads first, whatever else the message says. */
  sensitive: readonly string[]
}

/** The code gains the weight when a term of every group of `all` stands close together and none of `none` in the text. */
export interface Rule {
  code: string
  weight: number
  all: readonly string[]
  none?: readonly string[]
}

/** Less than this is a guess not worth showing. */
const threshold = 2
/** Words apart at most for terms to be about one thing: one long sentence. */
const reach = 14

const finders = new WeakMap<Lexicon, ReturnType<typeof termFinder>>()

/** What the words of a message suggest, with the reasons; never a decision (`domain.md` C1 rule 2). */
export function suggest(text: string, { gazetteer, lexicon }: { gazetteer: Gazetteer; lexicon: Lexicon }): Suggestion {
  const found = gazetteer.suggest(text)
  const places = found.map(({ place }) => place.ref)
  const codes = weigh(text, lexicon)
  const sensitive = codes.filter(({ code }) => lexicon.sensitive.includes(code))
  const best = sensitive[0] ?? codes[0]
  return {
    place: places.length === 1 ? (places[0] ?? null) : null,
    places,
    category: best?.code ?? null,
    sensitive: sensitive.length > 0,
    why: [
      ...found.map(({ place, words }) => ({ what: 'place' as const, code: place.ref.code, words })),
      ...(best ? [{ what: 'category' as const, code: best.code, words: best.words }] : []),
      ...sensitive.map(({ code, words }) => ({ what: 'sensitive' as const, code, words })),
    ],
  }
}

/** Codes with enough weight, heaviest first; of equals, the one whose rule stands first. */
function weigh(text: string, lexicon: Lexicon): { code: string; weight: number; words: string[] }[] {
  const finder = finders.get(lexicon) ?? termFinder(lexicon.terms, lexicon.sounds)
  finders.set(lexicon, finder)
  const hits = finder(text)
  const codes = new Map<string, { weight: number; words: string[] }>()
  for (const { code, weight, all, none = [] } of lexicon.rules) {
    const words = none.some((group) => hits.has(group)) ? null : together(all.map((group) => hits.get(group) ?? []))
    if (words === null) continue
    const before = codes.get(code) ?? { weight: 0, words: [] }
    codes.set(code, { weight: before.weight + weight, words: [...new Set([...before.words, ...words])] })
  }
  return [...codes]
    .map(([code, sum]) => ({ code, ...sum }))
    .filter(({ weight }) => weight >= threshold)
    .sort((a, b) => b.weight - a.weight)
}

/** The words of one hit of each group, near the first group's and sharing no word; null when there is no such set. */
function together([first = [], ...others]: TermHit[][]): string[] | null {
  for (const start of first) {
    const chosen = [start]
    for (const group of others) {
      const next = group.find(
        (hit) => Math.abs(hit.from - start.from) <= reach && chosen.every((one) => apart(one, hit)),
      )
      if (next) chosen.push(next)
    }
    if (chosen.length === others.length + 1) return chosen.flatMap((hit) => hit.words)
  }
  return null
}

const apart = (a: TermHit, b: TermHit) => a.to <= b.from || b.to <= a.from
