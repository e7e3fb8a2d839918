import { asciiDigits } from './digits.ts'
import { readReference, referenceAmong } from './read-reference.ts'

/**
 * What an SMS asks for. Whatever is not plainly a command is somebody's voice: a long text that begins with AIDE or STOP
 * is a message. `reference` null: none was cited, or the digits were no reference.
 */
export type SmsIntent =
  /** AIDE, alone. */
  | { is: 'help' }
  /** SUIVI n. */
  | { is: 'follow-up'; reference: string | null }
  /** APPEL n. */
  | { is: 'appeal'; reference: string | null }
  /** RAPPEL: somebody should call. */
  | { is: 'call-me' }
  /** STOP, or STOP n for one case. */
  | { is: 'stop'; reference: string | null }
  | { is: 'start' }
  /** LANGUE x; null where we do not know x or none was named. */
  | { is: 'language'; language: string | null }
  /** 1 solved, 2 in part, 3 not; for the cited case, else the last delivered question. */
  | { is: 'verdict'; verdict: Verdict; reference: string | null }
  /** Only thanks or OK. */
  | { is: 'thanks-only' }
  /** A text that belongs to the case it cites, if there is such a case. */
  | { is: 'cites'; reference: string }
  | { is: 'voice' }
export type Verdict = 1 | 2 | 3

const commandNames = ['help', 'follow-up', 'appeal', 'call-me', 'stop', 'start', 'language'] as const
type Command = (typeof commandNames)[number]
/** `courtesy` may stand beside a command, `filler` beside a number; neither says anything. */
type Meaning = Command | 'yes' | 'partly' | 'no' | 'thanks' | 'courtesy' | 'filler'
type Token = Meaning | Verdict | 'number' | 'other'

/** The words people send, as one language writes them. Case, accents and punctuation do not matter. */
export type SmsWords = Partial<Record<Meaning, readonly string[]>> & {
  /** Names of languages, by code. */
  languages?: Readonly<Record<string, readonly string[] | undefined>>
}

export interface SmsCommands {
  meanings: ReadonlyMap<string, Meaning>
  languages: ReadonlyMap<string, string>
}

/** The command words of all languages together: phones are shared, and people mix languages. */
export function smsCommands(lists: readonly SmsWords[]): SmsCommands {
  const meanings = new Map<string, Meaning>()
  const languages = new Map<string, string>()
  for (const { languages: names = {}, ...words } of lists) {
    for (const [meaning, phrases] of Object.entries(words) as [Meaning, readonly string[]][])
      for (const phrase of phrases) meanings.set(tokens(phrase).join(' '), meaning)
    for (const [code, phrases = []] of Object.entries(names))
      for (const phrase of phrases) languages.set(tokens(phrase).join(' '), code)
  }
  return { meanings, languages }
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

const longestPhrase = 4
/** No command is longer; anything above is read as a message without looking further. */
const longestCommand = 12

function read(words: readonly string[], { meanings }: SmsCommands): Token[] {
  const found: Token[] = []
  for (let at = 0; at < words.length;) {
    const sizes = [longestPhrase, 3, 2, 1].filter((size) => at + size <= words.length)
    const size = sizes.find((wide) => meanings.has(words.slice(at, at + wide).join(' '))) ?? 1
    const word = words.slice(at, at + size).join(' ')
    found.push(meanings.get(word) ?? bare(word))
    at += size
  }
  return found
}

const bare = (word: string): Token =>
  word === '1' ? 1 : word === '2' ? 2 : word === '3' ? 3 : /^[0-9]+$/.test(word) ? 'number' : 'other'

const digits: readonly Token[] = [1, 2, 3, 'number']
/** What may stand beside each command without making it a message. */
const beside: Record<Command, readonly Token[]> = {
  help: [],
  'follow-up': ['courtesy', 'thanks', 'filler', ...digits],
  appeal: ['courtesy', 'thanks', 'filler', ...digits],
  'call-me': ['courtesy', 'thanks'],
  stop: ['courtesy', 'thanks', 'filler', ...digits],
  start: ['courtesy', 'thanks'],
  language: ['courtesy', 'thanks', 'filler'],
}
const verdicts: Partial<Record<Token, Verdict>> = { 1: 1, 2: 2, 3: 3, yes: 1, partly: 2, no: 3 }

/** Reads one SMS. `openQuestion`: a question of ours was delivered to this sender and waits for its answer. */
export function parseSms(text: string, options: { commands: SmsCommands; openQuestion: boolean }): SmsIntent {
  const reference = readReference(text)
  const message: SmsIntent = reference === null ? { is: 'voice' } : { is: 'cites', reference }
  const all = tokens(text)
  if (all.length === 0 || all.length > longestCommand) return message
  const cited = reference === null ? null : referenceAmong(all)
  const words = cited ? [...all.slice(0, cited.from), ...all.slice(cited.to)] : all
  const said = read(words, options.commands)
  return (
    language(words, said, reference, options.commands) ??
    command(said, reference) ??
    verdict(said, reference, options.openQuestion) ??
    thanks(said, reference) ??
    message
  )
}

function language(words: readonly string[], said: readonly Token[], reference: string | null, commands: SmsCommands) {
  if (said[0] !== 'language' || reference !== null || words.length > 3) return null
  const named = words.slice(1).filter((word) => !beside.language.includes(commands.meanings.get(word) ?? 'other'))
  if (named.length > 1) return null
  return { is: 'language', language: commands.languages.get(named[0] ?? '') ?? null } as const
}

function command(said: readonly Token[], reference: string | null): SmsIntent | null {
  const [is, ...more] = said.filter((token) => commandNames.some((name) => name === token)) as Command[]
  if (is === undefined || is === 'language' || more.length > 0) return null
  if (said.some((token) => token !== is && !beside[is].includes(token))) return null
  if (is === 'follow-up' || is === 'appeal' || is === 'stop') return { is, reference }
  return reference === null ? { is } : null
}

function verdict(said: readonly Token[], reference: string | null, openQuestion: boolean): SmsIntent | null {
  const spoken = said.filter((token) => token !== 'courtesy' && token !== 'thanks' && token !== 'filler')
  const [value, ...others] = new Set(spoken.map((token) => verdicts[token]))
  if (value === undefined || others.length > 0) return null
  const isDigit = spoken.some((token) => typeof token === 'number')
  return isDigit || openQuestion || reference !== null ? { is: 'verdict', verdict: value, reference } : null
}

function thanks(said: readonly Token[], reference: string | null): SmsIntent | null {
  const only = said.includes('thanks') && said.every((token) => token === 'thanks' || token === 'courtesy')
  return only && reference === null ? { is: 'thanks-only' } : null
}
