/** How letters sound alike in the written language: each pattern becomes the text beside it, in order. Data of the programme. */
export type Sounds = readonly (readonly [RegExp, string])[]

/** A folded word written as it sounds, so that usual misspellings meet (`ordonance`, `ordonnance`). */
export function sound(word: string, sounds: Sounds): string {
  return sounds.reduce((form, [pattern, heard]) => form.replace(pattern, heard), word)
}

/** How many wrong letters a word of this length may hold and still be meant. */
export function tolerance(length: number, from: { one: number; two: number }): 0 | 1 | 2 {
  if (length >= from.two) return 2
  return length >= from.one ? 1 : 0
}

/** Letters to add, drop, change or swap to make `a` of `b`, given up beyond `limit` (then `limit + 1`). */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(before, j - 2) + 1)
      row.push(best)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = last
    last = row
  }
  return at(last, b.length)
}

const at = (row: number[], column: number) => row[column] ?? Infinity
