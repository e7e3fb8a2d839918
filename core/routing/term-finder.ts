import { words, wordsWithPlace } from './normalise.ts'
import { distance, sound, tolerance } from './spelling.ts'
import type { Sounds } from './spelling.ts'

/** Terms by group. A term is words; `word*` is any word that begins so, `#` any number. Accents and case do not count. */
export type TermGroups = Record<string, readonly string[]>

/** Where a term of a group stands: word `from` to before `to`, and the words as written. */
export interface TermHit {
  from: number
  to: number
  words: string[]
}

interface Part {
  heard: string
  begins: boolean
  isNumber: boolean
}
interface Heard {
  raw: string
  heard: string
  isNumber: boolean
}
interface Term {
  group: string
  parts: Part[]
}

const near = { one: 6, two: 10 }

/** Finds every group of terms in a text, misspelt ones too (longer words only, first letter right). */
export function termFinder(groups: TermGroups, sounds: Sounds): (text: string) => Map<string, TermHit[]> {
  const terms = Object.entries(groups).flatMap(([group, list]) =>
    list.map((term) => ({ group, parts: parse(term, sounds) })),
  )
  const byInitial = Map.groupBy(terms, ({ parts }) => initial(parts[0]))

  return (text) => {
    const run: Heard[] = wordsWithPlace(text).map(({ word, raw }) => {
      return { raw, heard: sound(word, sounds), isNumber: /^\p{Nd}/u.test(word) }
    })
    const known = new Map<Part, Map<string, boolean>>()
    const isPart = (word: Heard | undefined, part: Part): boolean => {
      if (!word || part.isNumber || word.isNumber) return word !== undefined && part.isNumber && word.isNumber
      const memo = known.get(part) ?? new Map<string, boolean>()
      known.set(part, memo)
      const answer = memo.get(word.heard) ?? isMeant(word.heard, part)
      memo.set(word.heard, answer)
      return answer
    }
    const found = new Map<string, TermHit[]>()
    run.forEach((word, from) => {
      for (const { group, parts } of byInitial.get(word.isNumber ? '#' : word.heard.slice(0, 1)) ?? []) {
        if (!parts.every((part, at) => isPart(run[from + at], part))) continue
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

const initial = (part: Term['parts'][number] | undefined) => (part?.isNumber ? '#' : (part?.heard.slice(0, 1) ?? ''))

function isMeant(heard: string, { heard: meant, begins }: Part): boolean {
  if (heard === meant || (begins && heard.startsWith(meant))) return true
  const allowed = tolerance(Math.min(meant.length, heard.length), near)
  if (allowed === 0 || heard.slice(0, 1) !== meant.slice(0, 1)) return false
  const ends = begins ? [meant.length - 1, meant.length, meant.length + 1] : [heard.length]
  return ends.some((end) => distance(heard.slice(0, end), meant, allowed) <= allowed)
}

function parse(term: string, sounds: Sounds): Part[] {
  return term.split(/\s+/).flatMap((piece): Part[] => {
    if (piece === '#') return [{ heard: '', begins: false, isNumber: true }]
    const inside = words(piece)
    return inside.map((word, at) => {
      return { heard: sound(word, sounds), begins: piece.endsWith('*') && at === inside.length - 1, isNumber: false }
    })
  })
}
