import { type Word, words } from '../places/normalise.ts'
import { sound } from '../places/spelling.ts'
import type { Sounds } from '../places/spelling.ts'
import type { TermGroups } from './term-finder.ts'

interface Known {
  sounds: Sounds
  terms: TermGroups
  common: readonly string[]
}

/** Shorter words are alike in many languages (`a`, `ni`, `la`): they say nothing of which one it is. */
const shortest = 3
/** Of ten words of a text we could read, at least so many are known; in other languages of the country hardly one is. */
const share = 0.34

/**
 * Tells whether too few words of a text are known to our lists to read anything in it. Places are known in every language, so `named`
 * (words that name one) speak for none. A text without words has nothing to read.
 */
export function wordReader({
  sounds,
  terms,
  common,
}: Known): (text: readonly Word[], named: readonly string[]) => boolean {
  const whole = new Set<string>()
  const begun = new Set<string>()
  for (const term of [...common, ...Object.values(terms).flat()])
    for (const piece of term.split(/\s+/))
      for (const word of words(piece)) (piece.endsWith('*') ? begun : whole).add(sound(word, sounds))
  const isKnown = (heard: string): boolean => {
    if (whole.has(heard)) return true
    for (let end = shortest; end <= heard.length; end++) if (begun.has(heard.slice(0, end))) return true
    return false
  }
  return (text, named) => {
    const heardOnce = new Map<string, boolean>()
    /** Is it one we know? A word said again is not looked up again. */
    function known(word: string): boolean {
      const isKnownWord = heardOnce.get(word) ?? isKnown(sound(word, sounds))
      heardOnce.set(word, isKnownWord)
      return isKnownWord
    }
    const names = new Set(named)
    const all = text.filter(({ word, raw }) => !/^\p{Nd}/u.test(word) && !names.has(raw))
    const telling = all.filter(({ word }) => word.length >= shortest)
    const judged = telling.length > 0 ? telling : all
    return judged.length > 0 && judged.filter(({ word }) => known(word)).length < judged.length * share
  }
}
