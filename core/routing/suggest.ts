import type { Kind } from '../channel/message.ts'
import type { Gazetteer } from '../places/place.ts'
import type { Sounds } from '../places/spelling.ts'
import { wordReader } from './known-words.ts'
import type { Suggestion, Reason } from './suggestion.ts'
import { termFinder } from './term-finder.ts'
import type { TermGroups, TermHit } from './term-finder.ts'

/** What words mean, as data of the programme. */
export interface Lexicon {
  sounds: Sounds
  terms: TermGroups
  /** Towards a category. */
  rules: readonly Rule[]
  /** Towards a danger to life now. */
  dangers: readonly Rule<'N2'>[]
  kinds: readonly Rule<Kind>[]
  /** Codes that a narrow circle reads first, whatever else the message says. */
  sensitive: readonly string[]
  /** Words of the languages we can read, besides those of the terms. */
  common: readonly string[]
}

/** The code gains the weight when a term of every group of `all` stands close together and none of `none` in the text. */
export interface Rule<Code extends string = string> {
  code: Code
  weight: number
  all: readonly string[]
  none?: readonly string[]
}

interface Weighed<Code extends string> {
  code: Code
  weight: number
  words: string[]
}

/** Less than this is a guess not worth showing. */
const threshold = 2
/** Words apart at most for terms to be about one thing: one long sentence. */
const reach = 14

interface Reader {
  find: ReturnType<typeof termFinder>
  isUnread: ReturnType<typeof wordReader>
}
const readers = new WeakMap<Lexicon, Reader>()

function readerOf(lexicon: Lexicon): Reader {
  const reader = readers.get(lexicon) ?? {
    find: termFinder(lexicon.terms, lexicon.sounds),
    isUnread: wordReader(lexicon),
  }
  readers.set(lexicon, reader)
  return reader
}

/** What the words of a message suggest, with the reasons; never a decision (design §11, rule 2). */
export function suggest(text: string, { gazetteer, lexicon }: { gazetteer: Gazetteer; lexicon: Lexicon }): Suggestion {
  const { find, isUnread } = readerOf(lexicon)
  const found = gazetteer.suggest(text)
  const places = found.map(({ place }) => place.ref)
  const hits = find(text)
  const codes = weigh(hits, lexicon.rules)
  const [danger] = weigh(hits, lexicon.dangers)
  const [kind] = weigh(hits, lexicon.kinds)
  const sensitive = codes.filter(({ code }) => lexicon.sensitive.includes(code))
  const best = sensitive[0] ?? codes[0]
  const because = (what: Reason['what'], one: Weighed<string> | undefined): Reason[] =>
    one ? [{ what, code: one.code, words: one.words }] : []
  return {
    place: places.length === 1 ? (places[0] ?? null) : null,
    places,
    category: best?.code ?? null,
    kind: kind?.code ?? null,
    sensitive: sensitive.length > 0,
    level: danger?.code ?? null,
    unread: isUnread(
      text,
      found.flatMap(({ words }) => words),
    ),
    why: [
      ...found.map(({ place, words }) => ({ what: 'place' as const, code: place.ref.code, words: [words.join(' ')] })),
      ...because('category', best),
      ...because('kind', kind),
      ...because('level', danger),
      ...sensitive.flatMap((one) => because('sensitive', one)),
    ],
  }
}

/** Codes with enough weight, heaviest first; of equals, the one whose rule stands first. */
function weigh<Code extends string>(
  hits: ReadonlyMap<string, TermHit[]>,
  rules: readonly Rule<Code>[],
): Weighed<Code>[] {
  const codes = new Map<Code, { weight: number; chosen: TermHit[] }>()
  for (const { code, weight, all, none = [] } of rules) {
    const chosen = none.some((group) => hits.has(group)) ? null : together(all.map((group) => hits.get(group) ?? []))
    if (chosen === null) continue
    const before = codes.get(code) ?? { weight: 0, chosen: [] }
    codes.set(code, { weight: before.weight + weight, chosen: [...before.chosen, ...chosen] })
  }
  return [...codes]
    .map(([code, { weight, chosen }]) => ({ code, weight, words: phrases(chosen) }))
    .filter(({ weight }) => weight >= threshold)
    .sort((a, b) => b.weight - a.weight)
}

/** One hit of each group, near the first group's and sharing no word; null when there is no such set. */
function together([first = [], ...others]: TermHit[][]): TermHit[] | null {
  for (const start of first) {
    const chosen = [start]
    for (const group of others) {
      const next = group.find(
        (hit) => Math.abs(hit.from - start.from) <= reach && chosen.every((one) => apart(one, hit)),
      )
      if (next) chosen.push(next)
    }
    if (chosen.length === others.length + 1) return chosen
  }
  return null
}

const apart = (a: TermHit, b: TermHit) => a.to <= b.from || b.to <= a.from

/** What was said there, as it reads: « Pas de médicaments », each once, in the order of the text. */
function phrases(hits: readonly TermHit[]): string[] {
  const runs: TermHit[] = []
  for (const hit of hits.toSorted((a, b) => a.from - b.from)) {
    const last = runs.at(-1)
    if (!last || hit.from > last.to) runs.push({ ...hit, words: [...hit.words] })
    else if (hit.to > last.to) {
      last.words.push(...hit.words.slice(last.to - hit.from))
      last.to = hit.to
    }
  }
  return [...new Set(runs.map(({ words }) => words.join(' ')))]
}
