import { expect, test } from 'vitest'
import { words } from '../../../core/places/normalise.ts'
import { distance } from '../../../core/places/spelling.ts'

test.each([
  ["L'été à Ménaka", ['l', 'ete', 'a', 'menaka']],
  ['Gourma-Rharous, N’Tillit', ['gourma', 'rharous', 'n', 'tillit']],
  ['ÉTÉ'.normalize('NFD'), ['ete']],
  ['2000F', ['2000', 'f']],
  ['bɔɲɛ Œuf', ['bonye', 'oeuf']],
  ['  🙏 … ', []],
  ['م 12', ['م', '12']],
])('« %s » has the words %j', (text, expected) => {
  expect(words(text)).toEqual(expected)
})

test('counts a wrong, missing, added or swapped letter as one', () => {
  expect(['kidol', 'kdal', 'kiddal', 'kidla'].map((word) => distance(word, 'kidal', 2))).toEqual([1, 1, 1, 1])
  expect(distance('tombouctou', 'kidal', 2)).toBe(3)
})
