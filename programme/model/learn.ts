/** One example: its pieces as columns with their values, the last column being the bias. */
export interface Example {
  columns: Int32Array
  values: Float64Array
}

/** The next of a repeatable row of numbers between 0 and 1 (mulberry32): training twice gives the same bytes. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const rounds = 12

/**
 * Weights of a line that keeps the examples where `isSo` apart from the others (support vectors with squared loss, by dual coordinate
 * descent: Hsieh and others, 2008). `balanced`: few against many count for the same. Only sums, products and square roots, which every
 * machine rounds alike.
 */
export function learn(
  examples: readonly Example[],
  isSo: (index: number) => boolean,
  { width, cost, balanced }: { width: number; cost: number; balanced: boolean },
): Float64Array {
  const sides = Int8Array.from(examples, (_, index) => (isSo(index) ? 1 : -1))
  const many = sides.filter((side) => side === 1).length
  const share = (side: number): number =>
    balanced ? examples.length / (2 * Math.max(1, side === 1 ? many : examples.length - many)) : 1
  const slack = Float64Array.from(sides, (side) => 0.5 / (cost * share(side)))
  const length = Float64Array.from(examples, ({ values }, index) =>
    values.reduce((sum, value) => sum + value * value, slack[index] ?? 0),
  )
  const weights = new Float64Array(width)
  const alphas = new Float64Array(examples.length)
  const order = Int32Array.from(examples.keys())
  const random = seeded(many + 1)
  for (let round = 0; round < rounds; round++) {
    for (let left = order.length; left > 1; left--) {
      const other = Math.floor(random() * left)
      const swapped = order[left - 1] ?? 0
      order[left - 1] = order[other] ?? 0
      order[other] = swapped
    }
    for (const index of order) {
      const example = examples[index]
      if (!example) continue
      const side = sides[index] ?? 1
      const alpha = alphas[index] ?? 0
      const slope = side * dot(example, weights) - 1 + (slack[index] ?? 0) * alpha
      const next = Math.max(alpha - slope / (length[index] ?? 1), 0)
      if (next === alpha) continue
      alphas[index] = next
      add(example, weights, (next - alpha) * side)
    }
  }
  return weights
}

/** So much of each piece is taken as seen on either side, so that a piece of one side alone does not decide. */
const unseen = 0.05

/**
 * How much rather each piece is found where `isSo` than elsewhere, as the logarithm of its odds (Bayes, each piece by itself). Few sentences
 * teach it more than the line learns from them; together they are right more often than either.
 */
export function odds(examples: readonly Example[], isSo: (index: number) => boolean, width: number): Float64Array {
  const sides = { so: new Float64Array(width).fill(unseen), not: new Float64Array(width).fill(unseen) }
  examples.forEach(({ columns, values }, index) => {
    const side = isSo(index) ? sides.so : sides.not
    columns.forEach((column, at) => (side[column] = (side[column] ?? 0) + (values[at] ?? 0)))
  })
  // The last column is the bias, of which nothing is learned here.
  const sum = (side: Float64Array): number => side.subarray(0, -1).reduce((a, b) => a + b, 0)
  const [so, not] = [sum(sides.so), sum(sides.not)]
  return sides.so.map((value, column) =>
    column === width - 1 ? 0 : Math.log((value * not) / ((sides.not[column] ?? unseen) * so)),
  )
}

function dot({ columns, values }: Example, weights: Float64Array): number {
  let sum = 0
  for (let at = 0; at < columns.length; at++) sum += (values[at] ?? 0) * (weights[columns[at] ?? 0] ?? 0)
  return sum
}

function add({ columns, values }: Example, weights: Float64Array, by: number): void {
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] ?? 0
    weights[column] = (weights[column] ?? 0) + by * (values[at] ?? 0)
  }
}
