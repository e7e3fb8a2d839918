import type { Kind } from '../../channel/message.ts'
import { type Model, readWith } from './model.ts'

/** From which scores on the model speaks. Chosen on hands it was not trained on; data of the programme. */
export interface Bounds {
  /** « May be S » is its own score, with the best S category for it and the best ordinary one against it. */
  sensitive: { most: number; against: number; from: number }
  danger: number
  /**
   * What one weight of the list adds to a category, and how far « may be S » speaks for what is S and against the rest; it stands by its
   * score and its lead over the next.
   */
  category: { listed: number; sensitive: number; lead: number; from: number }
  kind: number
}

/** What the model thinks of one text; null where it is not sure enough. */
export interface Opinion<Code extends string = string> {
  code: Code
  words: string[]
}
export interface Opinions {
  sensitive: Opinion | null
  danger: Opinion<'N2'> | null
  category: Opinion | null
  kind: Opinion<Kind> | null
}

/** Of a text that says nothing. */
export const silent: Opinions = { sensitive: null, danger: null, category: null, kind: null }

export interface Judge {
  model: Model
  bounds: Bounds
  categories: readonly { code: string; lane: string }[]
  kinds: readonly Kind[]
}

/** `listed`: the categories the list of words found, with their weights; `named`: words that name a place. */
export function judged(
  { model, bounds, categories, kinds }: Judge,
  text: string,
  listed: readonly { code: string; weight: number }[],
  named: readonly string[],
): Opinions {
  const { score, words } = readWith(model, text, named)
  const ranked = <Code extends string>(codes: readonly Code[], of: (code: Code) => number = score) =>
    codes.map((code) => ({ code, score: of(code) })).toSorted((a, b) => b.score - a.score)
  const of = (isHarm: boolean): string[] =>
    categories.flatMap(({ code, lane }) => ((lane !== 'N') === isHarm ? code : []))
  const [harm] = ranked(of(true))
  const [ordinary] = ranked(of(false))
  const { sensitive, danger, category } = bounds
  const mayBe = score('sensitive') + sensitive.most * (harm?.score ?? 0) - sensitive.against * (ordinary?.score ?? 0)

  const weightOf = (asked: string): number => listed.find(({ code }) => code === asked)?.weight ?? 0
  const harmful = new Set(of(true))
  const leaning = category.sensitive * Math.max(-1, Math.min(1, score('sensitive')))
  const [first, next] = ranked(
    categories.map(({ code }) => code),
    (code) => score(code) + category.listed * weightOf(code) + (harmful.has(code) ? leaning : -leaning),
  )
  const sure = first === undefined ? -Infinity : first.score + category.lead * (first.score - (next?.score ?? 0))
  const [kind] = ranked(kinds)
  return {
    sensitive: harm && mayBe >= sensitive.from ? { code: harm.code, words: words('sensitive') } : null,
    danger: score('danger') >= danger ? { code: 'N2', words: words('danger') } : null,
    category: first && sure >= category.from ? { code: first.code, words: words(first.code) } : null,
    kind: kind && kind.score >= bounds.kind ? { code: kind.code, words: words(kind.code) } : null,
  }
}
