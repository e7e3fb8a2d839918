import type { Suggestion } from '../../core/routing/suggestion.ts'
import { all, isN2, isOrdinary, isS, type Told } from './text.ts'

export type Read = (text: string) => Pick<Suggestion, 'category' | 'sensitive' | 'level' | 'kind'>

const percent = (part: number, of: number): string =>
  of === 0 ? '–' : `${((100 * part) / of).toFixed(0)} % (${part}/${of})`

/** What is asked of the suggestions, and how far a reader comes, as cells of a table. */
export const columns = ['S found', 'ordinary marked S', 'N2 found', 'ordinary marked N2', 'category right', 'none', 'wrong', 'kind right'] // prettier-ignore

export function measured(read: Read, texts: readonly Told[]): string[] {
  const found = texts.map((told) => ({ told, said: read(told.text) }))
  const of = (so: (told: Told) => boolean) => found.filter(({ told }) => so(told))
  const share = (among: typeof found, so: (one: (typeof found)[number]) => boolean): string =>
    percent(among.filter(so).length, among.length)
  const ordinary = of(isOrdinary)
  const isRight = ({ told, said }: (typeof found)[number]): boolean =>
    told.labels.some(({ category }) => category === said.category)
  return [
    share(
      of((told) => all(told, isS)),
      ({ said }) => said.sensitive,
    ),
    share(ordinary, ({ said }) => said.sensitive),
    share(
      of((told) => all(told, isN2)),
      ({ said }) => said.level === 'N2',
    ),
    share(ordinary, ({ said }) => said.level === 'N2'),
    share(found, isRight),
    share(found, ({ said }) => said.category === null),
    share(found, (one) => one.said.category !== null && !isRight(one)),
    share(found, ({ told, said }) => told.labels.some(({ kind }) => kind === said.kind)),
  ]
}

/** What was missed, by what it is about; never the words. */
export function misses(read: Read, texts: readonly Told[]): { what: string; category: string; count: number }[] {
  const counts = new Map<string, { what: string; category: string; count: number }>()
  const count = (what: string, category: string): void => {
    const key = `${what} ${category}`
    const row = counts.get(key) ?? { what, category, count: 0 }
    row.count++
    counts.set(key, row)
  }
  for (const told of texts) {
    const said = read(told.text)
    const [label] = told.labels
    if (!label) continue
    if (all(told, isS) && !said.sensitive) count('S not marked', label.category)
    if (all(told, isN2) && said.level !== 'N2') count('N2 not marked', label.category)
    if (isOrdinary(told) && said.sensitive) count('ordinary, marked S', label.category)
    if (isOrdinary(told) && said.level === 'N2') count('ordinary, marked N2', label.category)
    if (said.category !== null && !told.labels.some(({ category }) => category === said.category))
      count('another category', label.category)
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)
}
