import { gsm7Units } from '../gsm7-alphabet.ts'

/** GSM-7 units of one page: a screen of 160 less `CON ` and the line that leads on. */
export const pageUnits = 140

/** A screen with a character outside GSM-7 travels as UCS-2 and holds half as much. */
const unitsOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (gsm7Units(character) ?? 2), 0)

/** A text in pages that each fit one screen, cut between words; a word longer than a page is cut. At least one page. */
export function ussdPages(text: string): string[] {
  const pages: string[] = []
  let page = ''
  for (const word of text
    .split(/\s+/)
    .filter((part) => part !== '')
    .flatMap(pieces)) {
    const longer = page === '' ? word : `${page} ${word}`
    if (unitsOf(longer) <= pageUnits) page = longer
    else {
      pages.push(page)
      page = word
    }
  }
  return [...pages, page]
}

function pieces(word: string): string[] {
  if (unitsOf(word) <= pageUnits) return [word]
  const characters = Array.from(word)
  const size = pageUnits / 2
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  )
}
