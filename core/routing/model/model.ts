import { blocks, piecesOf, soft, type Piece } from './pieces.ts'

/** A linear model: each known piece speaks for or against each output with a weight. */
export interface Model {
  outputs: readonly string[]
  /** Of each known piece: its row. */
  rows: ReadonlyMap<number, number>
  /** How rare each piece is: a rare one says more. */
  rarity: Float64Array
  /** Row by row, one step for each output; `steps` says how much one is. */
  weights: Int8Array
  steps: Float64Array
  bias: Float64Array
}

/** What the model reads in one text. */
export interface Reading {
  /** Above zero it rather is than is not. */
  score: (output: string) => number
  /** The words that spoke most for it, as written, neighbours together, in the order of the text. */
  words: (output: string) => string[]
}

/** A known piece of the text: its row, how much it counts, and where it stands. */
interface Known {
  row: number
  value: number
  at: { from: number; to: number }[]
}

/** A word that says less than this part of the most telling one is not shown, nor are more words than a person takes in at once. */
const telling = { least: 0.35, most: 4 }

/** `named`: words of the text that name a place. */
export function readWith(model: Model, text: string, named: readonly string[]): Reading {
  const { outputs, weights, steps, bias } = model
  const { pieces, words } = piecesOf(text, named)
  const known = blocks.flatMap((block) =>
    knownOf(
      model,
      pieces.filter((piece) => piece.block === block),
    ),
  )
  const scores = new Float64Array(outputs.length)
  for (const { row, value } of known)
    for (let output = 0; output < outputs.length; output++)
      scores[output] = (scores[output] ?? 0) + value * (weights[row * outputs.length + output] ?? 0)
  const outputOf = (name: string): number => {
    const output = outputs.indexOf(name)
    if (output < 0) throw new Error(`the model has no output ${name}`)
    return output
  }
  return {
    score: (name) => {
      const output = outputOf(name)
      return (scores[output] ?? 0) * (steps[output] ?? 0) + (bias[output] ?? 0)
    },
    words: (name) => {
      const output = outputOf(name)
      const byWord = new Float64Array(words.length)
      for (const { row, value, at: places } of known)
        for (const { from, to } of places)
          for (let at = from; at < to; at++) {
            const said = value * (weights[row * outputs.length + output] ?? 0)
            byWord[at] = (byWord[at] ?? 0) + said / places.length / (to - from)
          }
      return spoken(byWord, words)
    },
  }
}

/** The known ones of one block, each once, their values of a length below one together: a long text speaks no louder than a short one. */
function knownOf({ rows, rarity }: Model, pieces: readonly Piece[]): Known[] {
  const found = new Map<number, Known>()
  for (const piece of pieces) {
    const row = rows.get(piece.id)
    if (row === undefined) continue
    const one = found.get(row) ?? { row, value: rarity[row] ?? 0, at: [] }
    one.at.push(piece)
    found.set(row, one)
  }
  const all = [...found.values()]
  const length = Math.sqrt(all.reduce((sum, { value }) => sum + value * value, soft))
  return all.map((one) => ({ ...one, value: one.value / length }))
}

function spoken(byWord: Float64Array, words: readonly string[]): string[] {
  const order = [...byWord.keys()].toSorted((a, b) => (byWord[b] ?? 0) - (byWord[a] ?? 0))
  const least = (byWord[order[0] ?? 0] ?? 0) * telling.least
  const chosen = order.slice(0, telling.most).filter((at) => (byWord[at] ?? 0) > 0 && (byWord[at] ?? 0) >= least)
  const runs: string[][] = []
  let last = -2
  for (const at of chosen.toSorted((a, b) => a - b)) {
    const word = words[at] ?? ''
    if (at === last + 1) runs.at(-1)?.push(word)
    else runs.push([word])
    last = at
  }
  return [...new Set(runs.map((run) => run.join(' ')))]
}
