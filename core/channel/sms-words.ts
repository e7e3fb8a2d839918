import { asciiDigits } from './digits.ts'

export const commandNames = ['help', 'follow-up', 'appeal', 'call-me', 'stop', 'start', 'withdraw', 'language'] as const
export type Command = (typeof commandNames)[number]
/**
 * `courtesy` may stand beside a command, `filler` beside a number; neither says anything. `ours` names what we send: it stands
 * beside STOP, and what `refuses` it is STOP. `asks` asks how a case stands.
 */
export type Meaning = Command | 'yes' | 'partly' | 'no' | 'thanks' | 'courtesy' | 'filler' | 'ours' | 'refuses' | 'asks'

/** A word as it is read; 1, 2 and 3 may be a verdict. */
export type Token = Meaning | 1 | 2 | 3 | 'number' | 'other'

/** The words people send, as one language writes them. Case, accents and punctuation do not matter. */
export type SmsWords = Partial<Record<Meaning, readonly string[]>> & {
  /** Names of languages, by code. */
  languages?: Readonly<Record<string, readonly string[] | undefined>>
  /** Names of languages people may ask for that nobody here writes. */
  otherLanguages?: readonly string[]
}

export interface SmsCommands {
  meanings: ReadonlyMap<string, Meaning>
  /** So many words has the longest phrase. */
  longest: number
  /** By name; null: one we do not have. */
  languages: ReadonlyMap<string, string | null>
  /** What mistyped words may be meant for. */
  meant: { phrases: readonly Phrase<Meaning>[]; languages: readonly Phrase<string | null>[] }
}

interface Phrase<T> {
  words: readonly string[]
  meaning: T
}

/**
 * Read where a letter is wrong too. AIDE is not: « aidez » is a cry for help, and must stay one. Nor is JE RETIRE, by which words are erased.
 */
const mistypable: readonly Meaning[] = [
  ...(['follow-up', 'appeal', 'call-me', 'stop', 'start', 'language', 'courtesy'] as const),
]
/** These where several words say so together. */
const mistypablePhrases: readonly Meaning[] = [...mistypable, 'asks']
/** In shorter words one letter makes another word. */
const shortestMistyped = 4
const isLong = (word: string): boolean => word.length >= shortestMistyped

/** The command words of all languages together: phones are shared, and people mix languages. */
export function smsCommands(lists: readonly SmsWords[]): SmsCommands {
  const meanings = new Map<string, Meaning>()
  const languages = new Map<string, string | null>()
  for (const { languages: names = {}, otherLanguages = [], ...words } of lists) {
    for (const name of otherLanguages) languages.set(tokens(name).join(' '), null)
    for (const [meaning, phrases] of Object.entries(words) as [Meaning, readonly string[]][])
      for (const phrase of phrases) meanings.set(tokens(phrase).join(' '), meaning)
    for (const [code, phrases = []] of Object.entries(names))
      for (const phrase of phrases) languages.set(tokens(phrase).join(' '), code)
  }
  const phrases = <T>(known: ReadonlyMap<string, T>): Phrase<T>[] =>
    [...known].map(([phrase, meaning]) => ({ words: phrase.split(' '), meaning }))
  const mayBeMeant = ({ words, meaning }: Phrase<Meaning>) =>
    words.length > 1 ? mistypablePhrases.includes(meaning) : words.every(isLong) && mistypable.includes(meaning)
  return {
    meanings,
    longest: Math.max(1, ...[...meanings.keys()].map((phrase) => phrase.split(' ').length)),
    languages,
    meant: {
      phrases: phrases(meanings).filter(mayBeMeant),
      languages: phrases(languages).filter(({ words }) => words.every(isLong)),
    },
  }
}

/** Older and newer spelling of Bambara meet here: ɛ and è are e. */
const letters: Record<string, string> = { ɛ: 'e', ɔ: 'o', ɲ: 'ny', ŋ: 'ng', œ: 'oe', æ: 'ae' }

/** Words, numbers and pictures, lower case, without accents or punctuation. `SUIVI4829` is two. */
const tokens = (text: string): string[] =>
  asciiDigits(text)
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}|\p{Cf}/gu, '')
    .replaceAll(/[ɛɔɲŋœæ]/g, (letter) => letters[letter] ?? letter)
    .match(/\p{L}+|[0-9]+|\p{Extended_Pictographic}/gu) ?? []

/** The words of one SMS. A letter or two within or behind a number, as thumbs put them there, are none. */
export const wordsOf = (text: string): string[] =>
  tokens(
    text.replaceAll(/(?<=\p{Nd})\p{L}{1,2}(?=\p{Nd})/gu, '0').replaceAll(/(?<=\p{Nd}{6})\p{L}{1,2}(?!\p{L})/gu, ''),
  )

/** What the words mean, the longest phrases first; `mistyped`: also those that are nearly one. */
export function readWords(
  words: readonly string[],
  { meanings, longest, meant }: SmsCommands,
  mistyped = false,
): Token[] {
  const found: Token[] = []
  const meaningOf = (phrase: readonly string[]): Meaning | null =>
    meanings.get(phrase.join(' ')) ?? (mistyped ? meantBy(phrase, meant.phrases) : null)
  for (let at = 0; at < words.length;) {
    let size = Math.min(longest, words.length - at)
    let meaning = meaningOf(words.slice(at, at + size))
    while (size > 1 && meaning === null) meaning = meaningOf(words.slice(at, at + --size))
    found.push(meaning ?? bare(words[at] ?? ''))
    at += size
  }
  return found
}

const bare = (word: string): Token =>
  word === '1' ? 1 : word === '2' ? 2 : word === '3' ? 3 : /^[0-9]+$/.test(word) ? 'number' : 'other'

/** The one meaning of words that sound like these, else of words that have one wrong letter each; null where there is none, or two. */
export function meantBy<T>(said: readonly string[], among: readonly Phrase<T>[]): T | null {
  const alike = among.filter(({ words }) => words.length === said.length)
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
