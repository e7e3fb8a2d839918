import { performance } from 'node:perf_hooks'
import { judged } from '../core/routing/model/judge.ts'
import { readList } from '../core/routing/lexicon.ts'
import { lexicon } from '../programme/lexicon.ts'
import { suggestFromWords } from '../programme/suggest-from-words.ts'
import { judge } from '../programme/model/judge.ts'
import { packedModel } from '../programme/model/model-packed.ts'
import { isHeldOut, sentences } from '../programme/model/sentences.ts'
import { agreement, corporaIn, labelled } from './suggestions/corpora.ts'
import { firstList } from './suggestions/first-list.ts'
import { columns, measured, misses, type Read } from './suggestions/measure.ts'
import type { Told } from './suggestions/text.ts'

/**
 * `npm run suggestions [folder of corpora]`: what the suggestions find in texts the model was not trained on, beside the list as it first was,
 * and what they miss, by kind. Shares, never a decision (docs/suggestions.md).
 */
const folder = process.argv[2] ?? '../shared/data'
const print = (text: string): void => void process.stdout.write(`${text}\n`)
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const head = (cells: readonly string[]): string => `${row(cells)}\n|${cells.map(() => '---').join('|')}|`

const own: Told[] = sentences()
  .filter(isHeldOut)
  .map(({ hand, language, text, ...labels }) => ({ source: `hand ${hand}`, language, text, labels: [labels] }))
const { texts, lacking } = corporaIn(folder)
const everything = [...own, ...texts]

const now: Read = suggestFromWords
const readers: [string, Read][] = [
  ['first list', firstList],
  ['now', now],
]
const groups: [string, readonly Told[]][] = [
  ...Map.groupBy(everything, ({ source }) => source),
  ...[...Map.groupBy(own, ({ language }) => language)].map(([language, some]): [string, readonly Told[]] => [
    `our sentences, ${language}`,
    some,
  ]),
]

print(head(['texts not trained on', 'read by', ...columns]))
for (const [name, some] of groups)
  for (const [reader, read] of readers) print(row([`${name} (${some.length})`, reader, ...measured(read, some)]))

if (texts.length > 0) {
  print(`\n${texts.length} texts of the corpora, labelled twice; both passes agree on`)
  for (const field of ['kind', 'level', 'category'] as const) {
    const { same, kappa } = agreement(field)
    print(`- ${field}: ${(100 * same).toFixed(0)} % (kappa ${kappa.toFixed(2)})`)
  }
}
if (lacking.length > 0)
  print(`\nNot measured: of ${labelled.length} labelled texts, those of ${lacking.join(', ')}, not found in ${folder}.`)

print(`\nMissed\n\n${head(['what', 'category', 'our sentences', 'corpora'])}`)
const byText = { own: misses(now, own), corpora: misses(now, texts) }
const keys = new Map(
  [...byText.own, ...byText.corpora].map(({ what, category }) => [`${what} ${category}`, { what, category }]),
)
for (const { what, category } of [...keys.values()].toSorted((a, b) => a.what.localeCompare(b.what))) {
  const of = (list: typeof byText.own): number =>
    list.find((one) => one.what === what && one.category === category)?.count ?? 0
  if (of(byText.own) + of(byText.corpora) > 2) print(row([what, category, of(byText.own), of(byText.corpora)]))
}

/** Microseconds a text, best of several rounds: what else the machine does falls out. */
function microseconds(read: (text: string) => unknown): number {
  const rounds = Array.from({ length: 5 }, () => {
    const from = performance.now()
    for (const { text } of everything) read(text)
    return performance.now() - from
  })
  return (1000 * Math.min(...rounds)) / everything.length
}
const model = microseconds((text) => judged(judge, text, [], []))
const list = microseconds((text) => readList(text, lexicon))
print(
  `\nThe model: ${(packedModel.length / 1024).toFixed(1)} KB packed, ${model.toFixed(0)} µs a text, ${(model / list).toFixed(2)} times the list.`,
)
