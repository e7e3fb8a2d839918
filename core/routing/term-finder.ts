import { type Word, words } from '../places/normalise.ts'
import { distance, lacksMore, lettersIn, sound, tolerance } from '../places/spelling.ts'
import type { Sounds } from '../places/spelling.ts'

/**
 * Terms by group. A term is words; `word*` is any word that begins so, `#` any number, `=word` only what is written so (`=saigne` is
 * never `soigne`). Accents and case do not count.
 */
export type TermGroups = Record<string, readonly string[]>

/** Where a term of a group stands: word `from` to before `to`, and the words as written. */
export interface TermHit {
  from: number
  to: number
  words: string[]
}

interface Part {
  /** How it sounds; of an exact one, how it is written. */
  heard: string
  isExact: boolean
  begins: boolean
  isNumber: boolean
  /** Of what is heard (`lettersIn`). */
  letters: number
}
interface Term {
  group: string
  parts: readonly Part[]
}
interface Heard {
  raw: string
  word: string
  heard: string
  isNumber: boolean
  letters: number
}

const near = { one: 6, two: 10 }

/** Finds every group of terms in a text, misspelt ones too (longer words only, first letter right). */
export function termFinder(groups: TermGroups, sounds: Sounds): (text: readonly Word[]) => Map<string, TermHit[]> {
  const known = new Map<string, Part>()
  const terms: Term[] = Object.entries(groups).flatMap(([group, list]) =>
    list.map((term) => ({ group, parts: parse(term, sounds).map((part) => shared(known, part)) })),
  )
  const order = new Map(terms.map((term, at) => [term, at]))
  // Many terms begin with the same part: it is compared with a word once, whatever follows it.
  const byFirst = Map.groupBy(terms, ({ parts }) => parts[0])
  const firstParts = [...byFirst.keys()].filter((part) => part !== undefined)
  const numbers = firstParts.filter(({ isNumber }) => isNumber)
  const heardParts = firstParts.filter(({ isNumber }) => !isNumber)
  const byHeard = Map.groupBy(heardParts, ({ heard }) => heard)
  // Most words are short or written right; only the others are compared with every part that begins alike.
  const isLoose = ({ begins, heard, isExact }: Part) => begins || (!isExact && tolerance(heard.length, near) > 0)
  const byInitial = Map.groupBy(heardParts.filter(isLoose), ({ heard }) => heard.charAt(0))

  function begunBy(one: Heard): Part[] {
    if (one.isNumber) return numbers
    const { heard, word } = one
    const found = new Set<Part>()
    for (const way of word === heard ? [heard] : [heard, word]) {
      for (const part of byHeard.get(way) ?? []) if (isMeant(one, part)) found.add(part)
      for (const part of byInitial.get(way.charAt(0)) ?? []) if (isMeant(one, part)) found.add(part)
    }
    return [...found]
  }

  function hear(word: string): Heard & { begins: readonly Term[] } {
    const heard = sound(word, sounds)
    const one = { raw: word, word, heard, isNumber: /^\p{Nd}/u.test(word), letters: lettersIn(heard) }
    return { ...one, begins: begunBy(one).flatMap((first) => byFirst.get(first) ?? []) }
  }

  return (text) => {
    // A word said again is neither heard nor compared again.
    const distinct = new Map<string, Heard & { begins: readonly Term[] }>()
    const run = text.map(({ word, raw }) => {
      const known = distinct.get(word) ?? hear(word)
      distinct.set(word, known)
      return { ...known, raw }
    })
    const found = new Map<string, TermHit[]>()
    run.forEach(({ begins }, from) => {
      const meant = begins
        .filter(({ parts }) => parts.every((part, at) => at === 0 || isPart(run[from + at], part)))
        .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      for (const { group, parts } of meant) {
        const to = from + parts.length
        const hit = { from, to, words: run.slice(from, to).map(({ raw }) => raw) }
        const hits = found.get(group) ?? []
        hits.push(hit)
        found.set(group, hits)
      }
    })
    return found
  }
}

const isPart = (word: Heard | undefined, part: Part): boolean =>
  word !== undefined && (part.isNumber || word.isNumber ? part.isNumber && word.isNumber : isMeant(word, part))

/** One object for all parts that are alike. */
function shared(known: Map<string, Part>, part: Part): Part {
  const key = `${part.heard} ${part.begins} ${part.isNumber} ${part.isExact}`
  const same = known.get(key) ?? part
  known.set(key, same)
  return same
}

function isMeant({ word, heard, letters }: Heard, { heard: meant, begins, isExact, letters: own }: Part): boolean {
  if (isExact) return word === meant || (begins && word.startsWith(meant))
  if (heard === meant || (begins && heard.startsWith(meant))) return true
  const allowed = tolerance(Math.min(meant.length, heard.length), near)
  if (allowed === 0 || heard.charAt(0) !== meant.charAt(0)) return false
  if (heard.length < meant.length - allowed || (!begins && heard.length > meant.length + allowed)) return false
  if (lacksMore(own, letters, allowed) || (!begins && lacksMore(letters, own, allowed))) return false
  const ends = begins ? [meant.length - 1, meant.length, meant.length + 1] : [heard.length]
  return ends.some((end) => distance(heard.slice(0, end), meant, allowed) <= allowed)
}

function parse(term: string, sounds: Sounds): Part[] {
  return term.split(/\s+/).flatMap((piece): Part[] => {
    if (piece === '#') return [{ heard: '', begins: false, isNumber: true, isExact: false, letters: 0 }]
    const isExact = piece.startsWith('=')
    const inside = words(piece)
    return inside.map((word, at) => {
      const heard = isExact ? word : sound(word, sounds)
      const begins = piece.endsWith('*') && at === inside.length - 1
      return { heard, begins, isNumber: false, isExact, letters: lettersIn(heard) }
    })
  })
}
