import { asciiDigits } from './digits.ts'

/** With its apostrophes, and without: « c'est », « cest ». */
export const spellings = (phrase: string): string[] => [
  phrase,
  ...(/['’]/.test(phrase) ? [phrase.replaceAll(/['’]/g, '')] : []),
]

/** Older and newer spelling of Bambara meet here: ɛ and è are e. */
const letters: Record<string, string> = { ɛ: 'e', ɔ: 'o', ɲ: 'ny', ŋ: 'ng', œ: 'oe', æ: 'ae' }

/** Words, numbers and pictures, lower case, without accents or punctuation. `SUIVI4829` is two. */
export const tokens = (text: string): string[] =>
  asciiDigits(text)
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}|\p{Cf}/gu, '')
    .replaceAll(/[ɛɔɲŋœæ]/g, (letter) => letters[letter] ?? letter)
    .match(/\p{L}+|[0-9]+|\p{Extended_Pictographic}/gu) ?? []

/** The words of one SMS. A letter or two within or behind a number, as thumbs put them there, are none; « ST0P », « SU1VI » are words. */
export const wordsOf = (text: string): string[] =>
  tokens(
    text
      .replaceAll(/(?<=\p{Nd})\p{L}{1,2}(?=\p{Nd})/gu, '0')
      .replaceAll(/(?<=\p{Nd}{6})\p{L}{1,2}(?!\p{L})/gu, '')
      .replaceAll(/(?<!\p{Nd})0(?=\p{L})/gu, 'o')
      .replaceAll(/(?<=\p{L})1(?=\p{L})/gu, 'i'),
  )

/** « nonnn » and « ouiii » are « non » and « oui ». */
export const spoken = (word: string): string => word.replaceAll(/(\p{L})\1{2,}/gu, '$1')

export const isPicture = (word: string): boolean => /^\p{Extended_Pictographic}$/u.test(word)
