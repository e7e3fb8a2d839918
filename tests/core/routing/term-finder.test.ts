import { expect, test } from 'vitest'
import { wordsWithPlace } from '../../../core/places/normalise.ts'
import { termFinder } from '../../../core/routing/term-finder.ts'
import { sounds } from '../../../programme/spelling.ts'

const found = termFinder(
  { blood: ['=saigne'], care: ['=soign*'], robbed: ['=pillé*'], late: ['depuis # jours'] },
  sounds,
)
const find = (text: string) => found(wordsWithPlace(text))
const groups = (text: string) => [...find(text).keys()]

test('misspelt words are heard, a term that stands for itself alone is not misheard', () => {
  expect(groups('elle SAIGNE')).toEqual(['blood'])
  expect(groups('on la soigne bien')).toEqual(['care'])
  expect(groups('ils nous ont soigné')).toEqual(['care'])
  expect(groups('le magasin a été pillé')).toEqual(['robbed'])
  expect(groups('les piles de la lampe')).toEqual([])
})

test('numbers stand for any number, and a hit keeps the words as written', () => {
  expect(find('fermé depuis 12 JOURS').get('late')).toEqual([{ from: 1, to: 4, words: ['depuis', '12', 'JOURS'] }])
})
