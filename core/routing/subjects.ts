import { words, wordsWithPlace } from '../places/normalise.ts'
import type { Category } from './category.ts'
import type { Lexicon } from './lexicon.ts'
import { termFinder, type TermGroups } from './term-finder.ts'

interface SubjectScene {
  categories: readonly Category[]
  lexicon: Pick<Lexicon, 'terms' | 'rules' | 'sounds'>
  /** What staff call a category besides, by its code. */
  also: TermGroups
}

/** Words that may mean some categories: the more they are, the less each of them is meant. */
interface Source {
  terms: readonly string[]
  codes: readonly string[]
}

/** Of a label, shorter words say nothing by themselves. */
const fewestLetters = 4
/** Less is a guess, and so is less than half of the best. */
const enough = 0.4

/**
 * Which ordinary categories a few typed words may mean, best first: by the words of their labels, in every language, by what staff call
 * them, and by the words people use for them. Nothing leads to a category that few may read.
 */
export function subjectFinder({ categories, lexicon, also }: SubjectScene): (text: string) => string[] {
  const ordinary = categories.filter(({ lane }) => lane === 'N')
  const sources = [
    ...sharing(
      ordinary.flatMap(({ code, label }) =>
        labelWords(Object.values(label)).map((word): [string, string] => [word, code]),
      ),
    ),
    ...sharing(ordinary.flatMap(({ code }) => (also[code] ?? []).map((term): [string, string] => [term, code]))),
    ...fromRules(new Set(ordinary.map(({ code }) => code)), lexicon),
  ]
  const find = termFinder(Object.fromEntries(sources.map(({ terms }, at) => [String(at), terms])), lexicon.sounds)
  return (text) => {
    const scores = new Map<string, number>()
    for (const at of find(wordsWithPlace(text)).keys())
      for (const code of sources[Number(at)]?.codes ?? [])
        scores.set(code, (scores.get(code) ?? 0) + 1 / (sources[Number(at)]?.codes.length ?? 1))
    const best = Math.max(enough, ...scores.values())
    return [...scores]
      .filter(([, score]) => score >= enough && score >= best / 2)
      .sort(([, a], [, b]) => b - a)
      .map(([code]) => code)
  }
}

/** One word in any number, as it begins: « fees » is meant by « fee ». */
const labelWords = (said: readonly (string | undefined)[]): string[] => [
  ...new Set(
    said.flatMap((text = '') =>
      words(text)
        .filter(({ length }) => length >= fewestLetters)
        .map((word) => `${word.replace(/[sx]$/, '')}*`),
    ),
  ),
]

function sharing(pairs: readonly [string, string][]): Source[] {
  const byTerm = Map.groupBy(pairs, ([term]) => term)
  return [...byTerm].map(([term, all]) => ({ terms: [term], codes: [...new Set(all.map(([, code]) => code))] }))
}

/** The groups of words that rules read messages by; a bare number means nothing here. */
function fromRules(ordinary: ReadonlySet<string>, { terms, rules }: SubjectScene['lexicon']): Source[] {
  const used = rules
    .filter(({ code }) => ordinary.has(code))
    .flatMap(({ code, all }) => all.map((group) => ({ group, code })))
  return [...Map.groupBy(used, ({ group }) => group)].map(([group, all]) => ({
    terms: (terms[group] ?? []).filter((term) => !term.includes('#')),
    codes: [...new Set(all.map(({ code }) => code))],
  }))
}
