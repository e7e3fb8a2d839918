import { piecesOf, soft } from '../../core/routing/model/pieces.ts'
import type { Model } from '../../core/routing/model/model.ts'
import { type Example, learn, odds } from './learn.ts'
import { outputs } from './outputs.ts'
import { places } from '../places/places.ts'
import type { Sentence } from './sentences.ts'

/** A piece that fewer sentences hold is chance; so many of the rest find room. */
const keeps = { fewest: 3, most: 9_800 }
/** What the odds of a piece add to its place on the line. */
const oddsShare = 0.06
/** How rare a piece is, is kept in steps of this. */
const rarityStep = 0.5

interface Column {
  id: number
  rarity: number
}

type Bag = Record<'letters' | 'words', Set<number>>

/** Words of a text that name a place. */
export const placeWords = (text: string): string[] => places.suggest(text).flatMap(({ words }) => words)

function bagOf(text: string): Bag {
  const bag: Bag = { letters: new Set(), words: new Set() }
  for (const { id, block } of piecesOf(text, placeWords(text)).pieces) bag[block].add(id)
  return bag
}

/** Pieces worth a column, by number, with how rare they are. */
function columnsOf(bags: readonly Bag[]): Column[] {
  const held = new Map<number, number>()
  for (const { letters, words } of bags)
    for (const id of new Set([...letters, ...words])) held.set(id, (held.get(id) ?? 0) + 1)
  return [...held]
    .filter(([, count]) => count >= keeps.fewest)
    .sort(([a], [b]) => a - b)
    .map(([id, count]) => ({
      id,
      rarity: Math.round(Math.sqrt(Math.sqrt(bags.length / (1 + count))) / rarityStep) * rarityStep,
    }))
}

function exampleOf({ letters, words }: Bag, known: ReadonlyMap<number, number>, columns: readonly Column[]): Example {
  const cells: [number, number][] = []
  for (const block of [letters, words]) {
    const found = [...block].flatMap((id) => {
      const column = known.get(id)
      return column === undefined ? [] : [[column, columns[column]?.rarity ?? 0] as const]
    })
    const length = Math.sqrt(found.reduce((sum, [, rarity]) => sum + rarity * rarity, soft))
    for (const [column, rarity] of found) cells.push([column, rarity / length])
  }
  cells.push([columns.length, 1])
  return {
    columns: Int32Array.from(cells, ([column]) => column),
    values: Float64Array.from(cells, ([, value]) => value),
  }
}

/** For each output a weight of each piece, and the bias last. */
function learned(
  bags: readonly Bag[],
  sentences: readonly Sentence[],
  columns: readonly Column[],
  share: number,
): Float64Array[] {
  const known = new Map(columns.map(({ id }, column) => [id, column]))
  const examples = bags.map((bag) => exampleOf(bag, known, columns))
  const width = columns.length + 1
  return outputs.map(({ isSo, cost, balanced }) => {
    const so = sentences.map(isSo)
    const is = (index: number): boolean => so[index] ?? false
    const line = learn(examples, is, { width, cost, balanced })
    const odd = odds(examples, is, width)
    return line.map((weight, column) => weight + share * (odd[column] ?? 0))
  })
}

/** The usual size of the weights of one output, its bias apart. */
const usual = (weights: Float64Array): number => {
  const own = weights.subarray(0, -1)
  return Math.sqrt(own.reduce((sum, weight) => sum + weight * weight, 0) / own.length)
}

/** Columns that matter most over all outputs; safety counts as much as many subjects. */
function chosen(columns: readonly Column[], all: readonly Float64Array[]): Column[] {
  const weight = new Float64Array(columns.length)
  all.forEach((weights, output) => {
    const size = usual(weights)
    const counts = outputs[output]?.balanced ? 6 : 1
    for (let column = 0; column < columns.length; column++)
      weight[column] = (weight[column] ?? 0) + counts * ((weights[column] ?? 0) / size) ** 2
  })
  const best = [...columns.keys()].sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b).slice(0, keeps.most)
  const kept = new Set(best)
  return columns.filter((_, column) => kept.has(column))
}

/** The model of these sentences: learned on all pieces, then on those that find room, its weights kept in steps. */
export function train(sentences: readonly Sentence[]): Model {
  const bags = sentences.map(({ text }) => bagOf(text))
  const every = columnsOf(bags)
  const columns = chosen(every, learned(bags, sentences, every, 0))
  const all = learned(bags, sentences, columns, oddsShare)
  const steps = Float64Array.from(all, (weights, output) => Math.fround(usual(weights) * (outputs[output]?.step ?? 1)))
  const weights = new Int8Array(columns.length * outputs.length)
  all.forEach((own, output) => {
    const most = outputs[output]?.most ?? 0
    for (let column = 0; column < columns.length; column++) {
      const inSteps = Math.round((own[column] ?? 0) / (steps[output] ?? 1))
      weights[column * outputs.length + output] = Math.max(-most, Math.min(most, inSteps))
    }
  })
  return {
    outputs: outputs.map(({ name }) => name),
    rows: new Map(columns.map(({ id }, row) => [id, row])),
    rarity: Float64Array.from(columns, ({ rarity }) => rarity),
    weights,
    steps,
    bias: Float64Array.from(all, (own) => Math.fround(own.at(-1) ?? 0)),
  }
}
