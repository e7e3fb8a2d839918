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
  /** What a mistyped word may be meant for. */
  meant: { meanings: readonly [string, Meaning][]; languages: readonly [string, string | null][] }
}

/** Read where one letter is wrong too. AIDE is not: « aidez » is a cry for help, and must stay one. */
const mistypable: readonly Meaning[] = ['follow-up', 'appeal', 'call-me', 'stop', 'start', 'language']
/** In shorter words one letter makes another word. */
const shortestMistyped = 4
export const isLong = (word: string): boolean => word.length >= shortestMistyped

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
  const isWord = (word: string) => isLong(word) && !word.includes(' ')
  return {
    meanings,
    longest: Math.max(1, ...[...meanings.keys()].map((phrase) => phrase.split(' ').length)),
    languages,
    meant: {
      meanings: [...meanings].filter(([word, meaning]) => isWord(word) && mistypable.includes(meaning)),
      languages: [...languages].filter(([name]) => isWord(name)),
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

/** What the words mean, the longest phrases first. */
export function readWords(words: readonly string[], { meanings, longest }: SmsCommands): Token[] {
  const found: Token[] = []
  for (let at = 0; at < words.length;) {
    const phrase = (size: number) => words.slice(at, at + size).join(' ')
    let size = Math.min(longest, words.length - at)
    while (size > 1 && !meanings.has(phrase(size))) size--
    found.push(meanings.get(phrase(size)) ?? bare(phrase(size)))
    at += size
  }
  return found
}

const bare = (word: string): Token =>
  word === '1' ? 1 : word === '2' ? 2 : word === '3' ? 3 : /^[0-9]+$/.test(word) ? 'number' : 'other'

/** The one meaning of a word that has one wrong letter; null where there is none, or two. */
export function meantBy<T>(word: string, among: readonly [string, T][]): T | null {
  if (!isLong(word)) return null
  const near = new Set(among.filter(([known]) => isOneEditAway(word, known)).map(([, meaning]) => meaning))
  const [only, ...others] = near
  return others.length === 0 ? (only ?? null) : null
}

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
