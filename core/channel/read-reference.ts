import { asciiDigits } from './digits.ts'

const digits = 10

/** ISO 7064 mod 97-10 over eight digits: two digits, 02 to 98, that catch every single, swapped, jumped and twin error. */
export const checkDigits = (eight: string): string => String(98 - ((Number(eight) * 100) % 97)).padStart(2, '0')

export const isReference = (text: string): boolean =>
  /^[0-9]{10}$/.test(text) && checkDigits(text.slice(0, 8)) === text.slice(8)

/** Letters that are typed for the digits they look like. */
const lookAlikes: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1' }
/** Fewer real digits than this are words that happen to look like digits. */
const realDigits = 5
/** Digits with such letters among them, or such letters alone; never a letter that belongs to a word beside: SUIVI4829… ends with no 1. */
const groups = /(?:(?<!\p{L})[oil]+)?[0-9]+(?:[oil]+[0-9]+)*(?:[oil]+(?!\p{L}))?|(?<!\p{L})[oil]+(?!\p{L})/giu
/** What people put between groups of digits, or between the two halves of a slip: blanks, hyphens, points, commas, slashes. */
const between = /^[\s\-.,/،_‐–]{1,3}$/u

interface Group {
  digits: string
  /** How many of them were digits as typed. */
  real: number
  from: number
  to: number
}

export interface FoundReference {
  reference: string
  /** The text around it. */
  rest: string
}

/**
 * The first reference somebody cites: ten digits with right check digits, perhaps grouped, perhaps with O, o, l or I for 0 and 1,
 * never part of a longer run of digits. « 3 4829137920 » cites 4829137920.
 */
export function findReference(typed: string): FoundReference | null {
  const text = asciiDigits(typed.normalize('NFKC'))
  const found = [...text.matchAll(groups)].map(({ 0: group, index }): Group => {
    const digits = group.toLowerCase().replaceAll(/[oil]/g, (letter) => lookAlikes[letter] ?? letter)
    return { digits, real: group.replaceAll(/[^0-9]/g, '').length, from: index, to: index + group.length }
  })
  for (const at of found.keys()) {
    const run = runFrom(text, found, at)
    if (run) return { reference: run.digits, rest: `${text.slice(0, run.from)} ${text.slice(run.to)}` }
  }
  return null
}

/** The groups from `start` on, as long as they go together, where some of them make a reference. */
function runFrom(text: string, found: readonly Group[], start: number): Group | null {
  let run = found[start]
  for (let at = start + 1; run && !isWhole(run); at++) {
    const next = found[at]
    if (!next || run.digits.length >= digits || !between.test(text.slice(run.to, next.from))) return null
    run = { digits: run.digits + next.digits, real: run.real + next.real, from: run.from, to: next.to }
  }
  return run ?? null
}

const isWhole = ({ digits, real }: Group): boolean => real >= realDigits && isReference(digits)

export const readReference = (text: string): string | null => findReference(text)?.reference ?? null
