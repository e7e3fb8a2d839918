/** Words, and what they mean together. */
export interface Phrase<T> {
  words: readonly string[]
  meaning: T
}

/** By their first letters, which are never mistyped. */
export type Phrases<T> = ReadonlyMap<string, readonly Phrase<T>[]>
const initials = (words: readonly string[]): string => words.map((word) => word.slice(0, 1)).join(' ')
export const byInitials = <T>(phrases: readonly Phrase<T>[]): Phrases<T> =>
  Map.groupBy(phrases, ({ words }) => initials(words))

/** In shorter words one letter makes another word. */
const shortestMistyped = 4
export const isLong = (word: string): boolean => word.length >= shortestMistyped

/** The one meaning of words that sound like these, else of words that have one wrong letter each; null where there is none, or two. */
export function meantBy<T>(said: readonly string[], among: Phrases<T>): T | null {
  const alike = among.get(initials(said)) ?? []
  const meanings = [isHeardAs, isMistyped].map((isNear) => {
    const near = alike.filter(({ words }) => words.every((known, at) => isNear(said[at] ?? '', known)))
    return [...new Set(near.map(({ meaning }) => meaning))]
  })
  const [only, ...others] = meanings.find((some) => some.length > 0) ?? []
  return others.length === 0 ? (only ?? null) : null
}

/** Nobody hears whether a letter is doubled: « rapele » is « rappelle ». */
const single = (word: string): string => word.replaceAll(/(.)\1+/gu, '$1')
const isHeardAs = (word: string, known: string): boolean =>
  word === known || (isLong(word) && isLong(known) && single(word) === single(known))
const isMistyped = (word: string, known: string): boolean =>
  word === known || (isLong(word) && isLong(known) && isOneEditAway(single(word), single(known)))

/** One letter missing, too many, another, or two that changed places; never the first, by which a word is known. */
function isOneEditAway(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const rest = (word: string, skipped: number) => word.slice(from + skipped)
  const swapped = a[from] === b[from + 1] && a[from + 1] === b[from]
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    rest(a, 0) === rest(b, 1) ||
    (swapped && rest(a, 2) === rest(b, 2))
  )
}
