import { byInitials, isLong, meantBy, type Phrase, type Phrases } from './mistyped.ts'
import { isPicture, spellings, spoken, tokens } from './sms-tokens.ts'

export const commandNames = ['help', 'follow-up', 'appeal', 'call-me', 'stop', 'start', 'withdraw', 'language'] as const
export type Command = (typeof commandNames)[number]
/**
 * `courtesy` may stand beside a command, `filler` beside a number; neither says anything. A `plea` is courtesy of somebody who is not well. `whom` is such a word too, but alone beside STOP it is whom somebody must stop. `ours` names what we send: it stands
 * beside STOP, and what `refuses` it is STOP; what says that anything should cease (`ceases`) is STOP alone. `asks` asks how a case stands. `callable` says when to call, how soon, and why they do not
 * write; none of it says about what, nor does that they do not write
 * (`unlettered`), which alone is a wish to be called. `speaks` stands beside the name of a language. `greeting` opens a talk and `address` says to whom; some
 * words greet and thank (`greeting-or-thanks`). `agrees` is thanks that may say yes to something. `anyone`, `a-woman`, `a-man`: who may call.
 */
export type Meaning =
  | Command
  | 'yes'
  | 'partly'
  | 'no'
  | 'thanks'
  | 'agrees'
  | 'greeting-or-thanks'
  | 'greeting'
  | 'address'
  | 'courtesy'
  | 'plea'
  | 'filler'
  | 'whom'
  | 'ours'
  | 'refuses'
  | 'ceases'
  | 'asks'
  | 'callable'
  | 'unlettered'
  | 'speaks'
  | 'anyone'
  | 'a-woman'
  | 'a-man'

/** A word as it is read; 1, 2 and 3 may be a verdict. */
export type Token = Meaning | 1 | 2 | 3 | 'number' | 'picture' | 'other'
export const digits: readonly Token[] = [1, 2, 3, 'number']

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
  meant: { phrases: Phrases<Meaning>; languages: Phrases<string | null> }
}

/**
 * Read where a letter is wrong too. AIDE is not: « aidez » is a cry for help, and must stay one. Nor is JE RETIRE, by which words are erased.
 */
const mistypable: readonly Meaning[] = [
  ...([
    'follow-up',
    'appeal',
    'call-me',
    'stop',
    'ceases',
    'start',
    'language',
    'courtesy',
    'greeting',
    'address',
  ] as const),
]
/** These where several words say so together. */
const mistypablePhrases: readonly Meaning[] = [...mistypable, 'asks', 'callable']

/** The command words of all languages together: phones are shared, and people mix languages. */
export function smsCommands(lists: readonly SmsWords[]): SmsCommands {
  const meanings = new Map<string, Meaning>()
  const languages = new Map<string, string | null>()
  for (const { languages: names = {}, otherLanguages = [], ...words } of lists) {
    for (const name of otherLanguages) languages.set(tokens(name).join(' '), null)
    for (const [meaning, phrases] of Object.entries(words) as [Meaning, readonly string[]][])
      for (const phrase of phrases.flatMap(spellings)) meanings.set(tokens(phrase).join(' '), meaning)
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
      phrases: byInitials(phrases(meanings).filter(mayBeMeant)),
      languages: byInitials(phrases(languages).filter(({ words }) => words.every(isLong))),
    },
  }
}

/** What the words mean, the longest phrases first; `mistyped`: also those that are nearly one. */
export function readWords(
  words: readonly string[],
  { meanings, longest, meant }: SmsCommands,
  mistyped = false,
): Token[] {
  const found: Token[] = []
  const meaningOf = (phrase: readonly string[]): Meaning | null =>
    meanings.get(phrase.join(' ')) ?? drawnOut(phrase, meanings) ?? (mistyped ? meantBy(phrase, meant.phrases) : null)
  for (let at = 0; at < words.length;) {
    let size = Math.min(longest, words.length - at)
    let meaning = meaningOf(words.slice(at, at + size))
    while (size > 1 && meaning === null) meaning = meaningOf(words.slice(at, at + --size))
    found.push(meaning ?? bare(words[at] ?? ''))
    at += size
  }
  return found
}

/** « merciii » is « merci »; « aideee » is no AIDE, but a cry. */
function drawnOut(phrase: readonly string[], meanings: SmsCommands['meanings']): Meaning | null {
  const said = phrase.map(spoken)
  const meaning = said.some((word, at) => word !== phrase[at]) ? meanings.get(said.join(' ')) : undefined
  return meaning === undefined || meaning === 'help' ? null : meaning
}

const bare = (word: string): Token => {
  if (word === '1' || word === '2' || word === '3') return Number(word) as 1 | 2 | 3
  return /^[0-9]+$/.test(word) ? 'number' : isPicture(word) ? 'picture' : 'other'
}
