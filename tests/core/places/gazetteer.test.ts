import { expect, test } from 'vitest'
import { places } from '../../../programme/places/places.ts'

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

test('answers in the code system in force, with the words that say so', () => {
  const [first] = places.suggest('le cscom de Gossi')
  expect(first?.place.ref).toEqual({ system: 'cod-2021', code: 'ML060303' })
  expect(first?.words).toEqual(['Gossi'])
})
