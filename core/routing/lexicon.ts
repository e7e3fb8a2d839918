import type { Kind } from '../channel/message.ts'
import type { Sounds } from '../places/spelling.ts'
import { type Word, wordsWithPlace } from '../places/normalise.ts'
import { wordReader } from './known-words.ts'
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
  /** Groups of words that say nothing: a text of them alone, a greeting, is about nothing. */
  idle: readonly string[]
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

export interface Weighed<Code extends string> {
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

/** What the list of words finds in one text: codes heaviest first, with the words that say so. */
export function readList(text: string, lexicon: Lexicon) {
  const { find, isUnread } = readerOf(lexicon)
  const said = wordsWithPlace(text)
  const hits = find(said)
  return {
    codes: weigh(hits, lexicon.rules),
    danger: weigh(hits, lexicon.dangers)[0] ?? null,
    kind: weigh(hits, lexicon.kinds)[0] ?? null,
    isIdle: isIdle(
      said,
      lexicon.idle.flatMap((group) => hits.get(group) ?? []),
    ),
    isUnread: (named: readonly string[]): boolean => isUnread(said, named),
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

/**
 * One hit of each group, near the first group's and sharing no word; null when there is no such set. Hits stand in the order of
 * the text, so what lies too far before one lies too far before the next: it is passed over once.
 */
function together([first = [], ...others]: TermHit[][]): TermHit[] | null {
  const passed = others.map(() => 0)
  for (const start of first) {
    const chosen = [start]
    for (const [at, group] of others.entries()) {
      let from = passed[at] ?? 0
      while (from < group.length && (group[from]?.from ?? 0) < start.from - reach) from++
      passed[at] = from
      const next = firstNear(group, from, start, chosen)
      if (next) chosen.push(next)
    }
    if (chosen.length === others.length + 1) return chosen
  }
  return null
}

function firstNear(group: TermHit[], from: number, start: TermHit, chosen: TermHit[]): TermHit | undefined {
  for (let at = from; at < group.length; at++) {
    const hit = group[at]
    if (!hit || hit.from > start.from + reach) return undefined
    if (chosen.every((one) => apart(one, hit))) return hit
  }
  return undefined
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

/** Are all its words in one of these hits? A number, a picture or nothing at all is about nothing too. */
function isIdle(text: readonly Word[], hits: readonly TermHit[]): boolean {
  const said = new Set(hits.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)))
  return text.every(({ word }, at) => said.has(at) || /^\p{Nd}/u.test(word))
}
