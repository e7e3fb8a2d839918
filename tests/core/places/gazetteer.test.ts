import { describe, expect, test } from 'vitest'
import { places } from '../../../programme/places/places.ts'
import { suggestFromWords } from '../../../programme/suggest-from-words.ts'

const found = (text: string) => places.suggest(text).map(({ place }) => place.ref.code)

test.each([
  ['Les kits distribues a Bourem sont incomplets', 'ML0702'],
  ['Le forage de Menaka * est en panne #2', 'ML1001'],
  ['Il manque des moustiquaires a Kidal', 'ML0802'],
  ['cscom ansongo pas de médicaments', 'ML0701'],
  ['ville de TOMBOUCTOU', 'ML0605'],
  ['timbuktu', 'ML0605'],
  ['Tonbouktou', 'ML0605'],
  ['Koutyala', 'ML0304'],
  ['le forage de M\uFFFDnaka', 'ML1001'],
  ['gourma rarous', 'ML0603'],
  ['Tinessako', 'ML0804'],
  ['wattagouna', 'ML070104'],
  ['Djénné', 'ML0503'],
])('« %s » is %s', (text, code) => {
  expect(found(text)).toEqual([code])
})

test.each([
  "j'ai quelque chose à dire",
  'bla bla bla',
  'on est resté sans eau',
  'on nous menace',
  'ça me gêne',
  'la commune est loin, les communes aussi',
  'Monsieur Diarra est venu',
  'a nara',
  'Salam, ça va ?',
  'vous payes tout',
])('« %s » names no place', (text) => {
  expect(found(text)).toEqual([])
})

test('an ordinary word is a place where something announces it or it is written as a name', () => {
  expect(found('CSCom de Dire')).toEqual(['ML0601'])
  expect(found('les gens de Diré attendent')).toEqual(['ML0601'])
  expect(found('nous sommes a san')).toEqual(['ML0405'])
  expect(found('cercle de bla')).toEqual(['ML0402'])
})

test('the cercle is meant before the commune of its name, unless the words say otherwise', () => {
  expect(found('à Gao')).toEqual(['ML0703'])
  expect(found('région de Gao')).toEqual(['ML07'])
  expect(found("commune d'Ansongo")).toEqual(['ML070101'])
})

test('the more precise of two places wins, and a longer name over a shorter', () => {
  expect(found('Talataye, cercle d’Ansongo, région de Gao')).toEqual(['ML070105'])
  expect(found('Bourem Inaly')).toEqual(['ML060503'])
})

test('several communes of one name are all possible until the text says which', () => {
  expect(found('à Bamba').toSorted()).toEqual(['ML050501', 'ML070201'])
  expect(found('Bamba, cercle de Bourem')).toEqual(['ML070201'])
})

test('two places apart are two places', () => {
  expect(found('entre Kidal et Gao').toSorted()).toEqual(['ML0703', 'ML0802'])
})

describe('a village has no code: it is suggested with its commune', () => {
  test.each([
    ['À Tessit, village de Tin Hamma, la pompe est cassée', 'ML070106', 'village de Tin Hamma'],
    ['a Tessit village de tinfadimata', 'ML070106', 'village de tinfadimata'],
    ['au village de Karou commune de Ouattagouna', 'ML070104', 'village de Karou'],
    ['fraction Kel Essouk dans la commune de Tessit', 'ML070106', 'fraction Kel Essouk'],
    // A commune elsewhere bears the village’s name; one within the cercle that was named is meant itself.
    ['commune de Sokoura, village de Diallassagou', 'ML050210', 'village de Diallassagou'],
    ['a Koro, village de Dinangourou', 'ML050505', null],
    ['la pompe du village, commune de Tessit', 'ML070106', null],
    ['les gens du village de ma mère a Tessit', 'ML070106', null],
    ['le village de Tessit et Gao', 'ML070106 ML0703', null],
  ])('« %s »', (text, codes, village) => {
    const all = places.suggest(text)
    expect(all.map(({ place }) => place.ref.code).join(' ')).toBe(codes)
    expect(all[0]?.village).toBe(village)
  })

  test('commune and village stand in the reason', () => {
    const { place, why } = suggestFromWords('À Tessit, village de Tin Hamma, la pompe est cassée')
    expect(place?.code).toBe('ML070106')
    expect(why).toContainEqual({ what: 'place', code: 'ML070106', words: ['Tessit', 'village de Tin Hamma'] })
  })
})

test('answers in the code system in force, with the words that say so', () => {
  const [first] = places.suggest('le cscom de Gossi')
  expect(first?.place.ref).toEqual({ system: 'cod-2021', code: 'ML060303' })
  expect(first?.words).toEqual(['Gossi'])
})
