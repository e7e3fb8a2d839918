import { wordsWithPlace } from '../../places/normalise.ts'

/** Letters and words weigh apart: each block counts for the same, however many pieces it has. */
export const blocks = ['letters', 'words'] as const

/** Added to the square of a text's length, so that one word alone does not speak as loud as a sentence. */
export const soft = 40

/** A piece of a text under its number, and the words of the text it stands in (`from` to before `to`). */
export interface Piece {
  id: number
  block: (typeof blocks)[number]
  from: number
  to: number
}

/** Pieces that are alike have one number of so many bits; of fifty that are not, one at most is taken for a known one. */
export const idBits = 20
const gram = 4
/** No complaint needs more words to say what it is about; a longer text costs no more time. */
const mostWords = 300

const space = 32
const zero = 48
/** Stands for any place: where somebody writes from says nothing of what they write. */
const somewhere = 1
/** FNV-1a; the salt keeps a word apart from four of its letters. */
const salts = { letters: 0x811c9dc5, word: 0x01000193, pair: 0x2f0b4a27, asks: 0x5bd1e995 }
const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
const idOf = (hash: number): number => (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> (32 - idBits)) >>> 0

function unitsOf(word: string): number[] {
  const units: number[] = []
  for (let index = 0; index < word.length; index++) units.push(word.charCodeAt(index))
  return units
}

/**
 * Four letters at a time (a space before and after each word), words, and pairs of neighbours. Accents, case, which number it is
 * and which place (`named`: words that name one) do not count; a question mark does, in no word.
 */
export function piecesOf(text: string, named: readonly string[]): { pieces: Piece[]; words: string[] } {
  const found = wordsWithPlace(text, mostWords)
  const pieces: Piece[] = []
  const add = (block: Piece['block'], hash: number, from: number, to: number): void => {
    pieces.push({ id: idOf(hash), block, from, to })
  }
  let before = 0
  const names = new Set(named)
  found.forEach(({ word, raw }, at) => {
    const units = names.has(raw) ? [somewhere] : /^\p{Nd}/u.test(word) ? [zero] : unitsOf(word)
    const padded = [space, ...units, space]
    for (let start = 0; start + gram <= Math.max(padded.length, gram); start++) {
      const end = Math.min(start + gram, padded.length)
      let hash = salts.letters
      for (let index = start; index < end; index++) hash = mixed(hash, padded[index] ?? 0)
      add('letters', hash, at, at + 1)
    }
    const whole = units.reduce(mixed, salts.word)
    add('words', whole, at, at + 1)
    if (at > 0) add('words', mixed(mixed(salts.pair ^ before, whole), whole >>> 16), at - 1, at + 1)
    before = whole
  })
  if (text.includes('?')) add('words', salts.asks, 0, 0)
  return { pieces, words: found.map(({ raw }) => raw) }
}
