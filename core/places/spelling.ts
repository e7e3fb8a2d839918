/**
 * How letters sound alike in the written language: each pattern becomes the text beside it, in order; in a word without any of the letters in the third
 * place there is nothing to find. Data of the programme.
 */
export type Sounds = readonly (readonly [pattern: RegExp, heard: string, letters?: string])[]

/** A folded word written as it sounds, so that usual misspellings meet (`ordonance`, `ordonnance`). */
export function sound(word: string, sounds: Sounds): string {
  let form = word
  for (const [pattern, heard, letters] of sounds)
    if (letters === undefined || hasAny(form, letters)) form = form.replace(pattern, heard)
  return form
}

function hasAny(word: string, letters: string): boolean {
  for (let at = 0; at < letters.length; at++) if (word.includes(letters.charAt(at))) return true
  return false
}

/** Which letters a word has, a bit for each; some share one. */
export function lettersIn(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

/** Has one word more letters than so many that the other has not? Then it takes more wrong ones than that to make it of the other. */
export function lacksMore(letters: number, other: number, most: number): boolean {
  let left = letters & ~other
  for (let count = 0; left !== 0; left &= left - 1) if (++count > most) return true
  return false
}

/** How many wrong letters a word of this length may hold and still be meant. */
export function tolerance(length: number, from: { one: number; two: number }): 0 | 1 | 2 {
  if (length >= from.two) return 2
  return length >= from.one ? 1 : 0
}

/** Rows of the table below, used again and again: thousands of words are compared for each message. */
let [before, last, row] = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)]

/** Letters to add, drop, change or swap to make `a` of `b`, given up beyond `limit` (then `limit + 1`). */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  // What both begin or end with changes nothing.
  let start = 0
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let [aEnd, bEnd] = [a.length, b.length]
  while (aEnd > start && bEnd > start && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--
    bEnd--
  }
  const [height, width] = [aEnd - start, bEnd - start]
  if (height === 0 || width === 0) return Math.min(height + width, limit + 1)
  if (width >= last.length)
    [before, last, row] = [new Uint16Array(width * 2), new Uint16Array(width * 2), new Uint16Array(width * 2)]
  for (let j = 0; j <= width; j++) last[j] = j
  for (let i = 1; i <= height; i++) {
    const letter = a.charCodeAt(start + i - 1)
    const previous = i > 1 ? a.charCodeAt(start + i - 2) : -1
    let least = (row[0] = i)
    for (let j = 1; j <= width; j++) {
      const other = b.charCodeAt(start + j - 1)
      const changed = at(last, j - 1) + (letter === other ? 0 : 1)
      let best = Math.min(at(last, j) + 1, at(row, j - 1) + 1, changed)
      if (j > 1 && previous === other && letter === b.charCodeAt(start + j - 2))
        best = Math.min(best, at(before, j - 2) + 1)
      row[j] = best
      least = Math.min(least, best)
    }
    if (least > limit) return limit + 1
    ;[before, last, row] = [last, row, before]
  }
  return Math.min(at(last, width), limit + 1)
}

const at = (cells: Uint16Array, column: number) => cells[column] ?? Infinity
