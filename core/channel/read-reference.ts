import { asciiDigits } from './digits.ts'

const digits = 10

/** ISO 7064 mod 97-10 over eight digits: two digits, 02 to 98, that catch every single, swapped, jumped and twin error. */
export const checkDigits = (eight: string): string => String(98 - ((Number(eight) * 100) % 97)).padStart(2, '0')

export const isReference = (text: string): boolean =>
  /^[0-9]{10}$/.test(text) && checkDigits(text.slice(0, 8)) === text.slice(8)

/**
 * The first reference somebody cites: ten digits with right check digits, perhaps grouped by blanks, hyphens or dots,
 * never part of a longer run of digits. « 3 4829137920 » cites 4829137920.
 */
export function readReference(text: string): string | null {
  for (const [run] of asciiDigits(text).matchAll(/[0-9]+(?:[\s\-.]{1,3}[0-9]+)*/g)) {
    const found = referenceAmong(run.match(/[0-9]+/g) ?? [])
    if (found) return found.reference
  }
  return null
}

/** Where a list of words holds a reference in consecutive groups of digits: `words[from]` up to, not including, `words[to]`. */
export function referenceAmong(words: readonly string[]): { reference: string; from: number; to: number } | null {
  for (const from of words.keys()) {
    let joined = ''
    for (let to = from; to < words.length && joined.length < digits;) {
      const word = words[to++] ?? ''
      if (!/^[0-9]+$/.test(word)) break
      joined += word
      if (isReference(joined)) return { reference: joined, from, to }
    }
  }
  return null
}
