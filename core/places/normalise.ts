/** One word of a text: `word` folded for comparing, `raw` as written, `at` where it starts (UTF-16 units). */
export interface Word {
  word: string
  raw: string
  at: number
}

/** Letters of Latin alphabets that Unicode does not take apart. */
const folded: Record<string, string> = {
  œ: 'oe', æ: 'ae', ß: 'ss', ɛ: 'e', ɔ: 'o', ɲ: 'ny', ŋ: 'ng', ø: 'o', đ: 'd', ł: 'l', ı: 'i', ɓ: 'b', ɗ: 'd', ƴ: 'y',
} // prettier-ignore

const plain = /^[A-Za-z0-9]*$/

/** Lower case without accents: « É » and « é », composed or not, become `e`. */
export function fold(text: string): string {
  // Most words: there is nothing to take apart.
  if (plain.test(text)) return text.toLowerCase()
  return text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßɛɔɲŋøđłıɓɗƴ]/g, (letter) => folded[letter] ?? letter)
}

/**
 * The words of a text: runs of letters or of digits (`2000F` is two words). Apostrophes, hyphens and all else part them.
 * U+FFFD, what a gateway puts for a letter it lost, counts as a letter: a misspelling, not a gap.
 */
export function wordsWithPlace(text: string, limit = 4000): Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(/[\p{L}\p{M}\uFFFD]+|\p{Nd}+/gu)) {
    const word = fold(match[0])
    if (word !== '') found.push({ word, raw: match[0], at: match.index })
    if (found.length === limit) break
  }
  return found
}

/** The folded words alone. */
export function words(text: string): string[] {
  return wordsWithPlace(text).map((found) => found.word)
}

/** A name as it is compared: its words with one blank between them, or with none where blanks are written at will. */
export const heard = (text: string): string => words(text).join(' ')
export const letters = (text: string): string => words(text).join('')
