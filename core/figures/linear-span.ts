/** A sum of unknowns, by the name of each: how often it counts. */
export type Form = ReadonlyMap<string, number>

/** Arithmetic modulo a prime is exact where fractions are not; a product of two stays below 2^53. */
const prime = 67_108_859
const reduced = (value: number): number => ((value % prime) + prime) % prime

/** By Fermat: `value` to the power of `prime - 2`. */
function inverse(value: number): number {
  let result = 1
  let base = value
  for (let rest = prime - 2; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}

/** `row` without `pivot`: so many times `by` (whose pivot counts once) are taken from it. */
function eliminate(row: Map<string, number>, pivot: string, by: Form): Map<string, number> {
  const factor = row.get(pivot)
  if (factor === undefined) return row
  const left = new Map(row)
  for (const [name, times] of by) {
    const value = reduced((left.get(name) ?? 0) - ((factor * times) % prime))
    if (value === 0) left.delete(name)
    else left.set(name, value)
  }
  return left
}

/**
 * What can be computed by adding and subtracting known sums. `learn` adds one, unless a secret would follow from it: then it returns
 * false and knows no more than before. A sum that follows from what is known is no news and is learnt.
 */
export function span(secrets: readonly Form[]) {
  const known: { pivot: string; row: Form }[] = []
  const start = (form: Form) => new Map([...form].map(([name, times]): [string, number] => [name, reduced(times)]))
  let kept = secrets.map(start)

  return {
    learn(form: Form): boolean {
      let row = start(form)
      for (const { pivot, row: by } of known) row = eliminate(row, pivot, by)
      const [first] = row
      if (!first) return true
      const [pivot, times] = first
      const scale = inverse(times)
      const unit = new Map([...row].map(([name, value]): [string, number] => [name, (value * scale) % prime]))
      const left = kept.map((secret) => eliminate(secret, pivot, unit))
      if (left.some(({ size }) => size === 0)) return false
      kept = left
      known.push({ pivot, row: unit })
      return true
    },
  }
}
