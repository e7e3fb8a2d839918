import { expect, test } from 'vitest'
import { settlePlaces } from '../../../core/places/settle-places.ts'
import { wordsWithPlace } from '../../../core/places/normalise.ts'
import { placeFinder } from '../../../core/places/place-finder.ts'
import type { Place } from '../../../core/places/place.ts'
import type { Sounds } from '../../../core/places/spelling.ts'
import { termFinder } from '../../../core/routing/term-finder.ts'
import { piecesOf } from '../../../core/routing/model/pieces.ts'
import { places } from '../../../programme/places/places.ts'

/** Counts how often a word is heard: what a look-up costs, on no machine in particular. */
function counting(): { sounds: Sounds; heard: () => number } {
  let heard = 0
  const pattern = /ph/g
  Object.defineProperty(pattern, Symbol.replace, {
    value: (text: string) => {
      heard++
      return text
    },
  })
  return { sounds: [[pattern, 'f']], heard: () => heard }
}

const gao: Place = {
  ref: { system: 'cod-2021', code: 'ML07' },
  name: 'Gao',
  level: 'region',
  parent: null,
  region: null,
  same: [],
}
const naming = (sounds: Sounds) => ({
  system: 'cod-2021' as const,
  sounds,
  aliases: [],
  announcing: [],
  villages: { called: [], of: [], joining: [] },
  small: [],
  notPlaces: [],
  doubtful: {},
  levelWords: { region: [], cercle: [], commune: [] },
})
/** Different words, each as long as a name. */
const words = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `mot${String.fromCharCode(97 + (n % 26), 97 + ((n / 26) % 26), 97 + ((n / 676) % 26))}`,
  )

test('a name said four thousand times is looked up once', () => {
  const { sounds, heard } = counting()
  const find = placeFinder([gao], [], naming(sounds))
  const once = heard()
  expect(find('Gao '.repeat(4000)).length).toBeGreaterThan(0)
  expect(heard() - once).toBeLessThanOrEqual(4 * 4)
})

test('of a text as long as its writer likes, no more than its first four hundred words may be names of places', () => {
  const { sounds, heard } = counting()
  const find = placeFinder([gao], [], naming(sounds))
  const before = heard()
  find(words(4000).join(' '))
  expect(heard() - before).toBeLessThanOrEqual(4 * 400)
})

test('places are settled in one step for each', () => {
  let asked = 0
  const hits = places
    .list('cod-2021', 'commune')
    .slice(0, 400)
    .map((place) => ({ places: [place], words: [place.name], from: 0, to: 1, village: null, score: 1 }))
  const find = (ref: Place['ref']) => {
    asked++
    return places.find(ref)
  }
  expect(settlePlaces([...hits, ...hits, ...hits], find)).toHaveLength(10)
  expect(asked).toBeLessThanOrEqual(2 * 400)
})

test('the list of words hears a word once, wherever it is said again', () => {
  const { sounds, heard } = counting()
  const find = termFinder({ care: ['soigner'] }, sounds)
  const before = heard()
  expect(find(wordsWithPlace('soigner les malades '.repeat(1000))).get('care')).toHaveLength(1000)
  expect(heard() - before).toBe(3)
})

test('the model reads no more of a long text than of one of three hundred words', () => {
  const long = piecesOf(words(4000).join(' '), []).pieces.length
  expect(long).toBe(piecesOf(words(300).join(' '), []).pieces.length)
})
