import { asciiDigits } from './digits.ts'
import type { Verdict } from './sms-intent.ts'
import { isPicture, spellings, spoken, wordsOf } from './sms-tokens.ts'

/** How people say whether it is solved, as one language writes it. Case, accents and punctuation do not matter. */
export interface VerdictWords {
  /** The three choices in letters. */
  one: readonly string[]
  two: readonly string[]
  three: readonly string[]
  solved: readonly string[]
  partly: readonly string[]
  unsolved: readonly string[]
  /** Takes back some of what was said before it. */
  but: readonly string[]
  /** Beside « oui » these say that not all is well. */
  doubt: readonly string[]
  /** What works or is mended: « oui » with other words is heard as 1 only beside one of these. */
  good: readonly string[]
  /** What begins as a verdict does and is none: « rien à manger ». */
  neither: readonly string[]
  /** How somebody begins who then says it; adds nothing. */
  before: readonly string[]
  /** After a digit these begin a reason: anything else may be what is counted, « 3 jours », « 2 femmes ». */
  reason: readonly string[]
  polite: readonly string[]
}
type Role = keyof VerdictWords

/** What a text says of it. */
export interface Heard {
  score: Verdict
  /** By one of the three choices, in digits or letters. */
  number: boolean
  /** Nothing but the verdict, said once or again and again. */
  bare: boolean
  /** It says more than the verdict: somebody reads it. */
  more: boolean
}
export type HearsVerdict = (text: string) => Heard | null

interface Said {
  word: string
  roles: ReadonlySet<Role>
  digit: Verdict | null
}

/** « C'est réglé ? » asks: no word of it is a « yes ». */
export const asks = (text: string): boolean => /[?؟]/.test(text)

const longestPhrase = 7
const numbers: readonly [Role, Verdict][] = [
  ['one', 1],
  ['two', 2],
  ['three', 3],
]
const judgements: readonly [Role, Verdict][] = [
  ['solved', 1],
  ['partly', 2],
  ['unsolved', 3],
]
const digits: Readonly<Record<string, Verdict>> = { '1': 1, '2': 2, '3': 3 }
/** « 3. », « 1: », « 2 - »: set apart from what follows, and so no count; « 2-3 jours » is one. */
const setApart = /^[^1-9]*[123]\s*[.,;:!?)=/–-]+(?!\s*[0-9])/

/**
 * Hears a verdict in an answer to « réglé ? ». Only what plainly says it: whatever is not, somebody judges. A wrong « solved » would
 * close a case, so beside other words it needs one that says so and none that leaves a doubt; « oui mais » is no 1, and no question is.
 */
export function verdictHearer(lists: readonly Partial<VerdictWords>[]): HearsVerdict {
  const phrases = new Map<string, Set<Role>>()
  for (const [role, words] of lists.flatMap((list) => Object.entries(list) as [Role, readonly string[]][]))
    for (const phrase of words.flatMap(spellings)) {
      const key = wordsOf(phrase).join(' ')
      phrases.set(key, new Set([...(phrases.get(key) ?? []), role]))
    }
  return (text) => {
    const said = read(wordsOf(text).map(spoken), phrases)
    const start = said.findIndex((one) => one.digit !== null || !(is(one, 'before') || is(one, 'polite')))
    const first = said[start]
    const own = first && scoreOf(first)
    if (!first || !own || (own.score === 1 && !own.number && asks(text))) return null
    // What a face means beside a « yes » somebody judges; any other word it leaves standing.
    const isSilent = (word: string) => word === first.word || (own.score !== 1 && isPicture(word))
    const rest = said.slice(start + 1).filter(({ word }) => !isSilent(word))
    const [next] = rest
    const words = rest.filter((one) => !is(one, 'polite') && !is(one, 'before'))
    if (!next || words.length === 0) return { ...own, bare: true, more: false }
    if (own.number && !setApart.test(asciiDigits(text)) && !begins(next)) return null
    const more = words.some((one) => scoreOf(one)?.score !== own.score)
    // « Non, le forage marche »: it works, or it does not.
    if (own.score === 3 && !own.number && worksAfterAll(words)) return null
    return !more || agrees[own.score](words) ? { ...own, bare: false, more } : null
  }
}

/** After a digit: a reason, or the verdict in words, and nothing that is counted. */
const begins = (next: Said): boolean =>
  is(next, 'reason') || is(next, 'polite') || is(next, 'before') || scoreOf(next)?.number === false

const is = ({ roles }: Said, role: Role): boolean => roles.has(role)

function read(all: readonly string[], phrases: ReadonlyMap<string, Set<Role>>): Said[] {
  const found: Said[] = []
  for (let at = 0; at < all.length;) {
    const widest = Math.min(longestPhrase, all.length - at)
    const sizes = Array.from({ length: widest }, (_, less) => widest - less)
    const size = sizes.find((wide) => phrases.has(all.slice(at, at + wide).join(' '))) ?? 1
    const word = all.slice(at, at + size).join(' ')
    found.push({ word, roles: phrases.get(word) ?? new Set(), digit: digits[word] ?? null })
    at += size
  }
  return found
}

function scoreOf(one: Said): { score: Verdict; number: boolean } | null {
  const judged = judgements.find(([role]) => is(one, role))
  if (judged) return { score: judged[1], number: false }
  const score = one.digit ?? numbers.find(([role]) => is(one, role))?.[1]
  return score ? { score, number: true } : null
}

const says = (words: readonly Said[], ...scores: Verdict[]): boolean =>
  words.some((one) => {
    const other = scoreOf(one)
    return other?.number === false && scores.includes(other.score)
  })
const some = (words: readonly Said[], role: Role): boolean => words.some((one) => is(one, role))

const worksAfterAll = (words: readonly Said[]): boolean =>
  some(words, 'good') && !some(words, 'doubt') && !some(words, 'but') && !says(words, 3)

/** Do the words beside a verdict leave it standing? */
const agrees: Readonly<Record<Verdict, (words: readonly Said[]) => boolean>> = {
  1: (words) =>
    some(words, 'good') && !some(words, 'but') && !some(words, 'doubt') && !words.some(({ digit }) => digit !== null),
  2: (words) => !says(words, 1, 3),
  3: (words) => !says(words, 1, 2) && (!some(words, 'but') || some(words, 'doubt') || says(words, 3)),
}
