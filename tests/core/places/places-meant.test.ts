import { expect, test } from 'vitest'
import { isMore, type Meant, placesMeant } from '../../../core/places/places-meant.ts'
import { places } from '../../../programme/places/places.ts'
import { villages } from '../../../programme/places/villages.ts'
import { labelOf } from '../../../functions/staff/places.ts'
import { mali } from '../../../programme/mali.ts'

const label = (meant: Meant) => labelOf(meant, mali)
const known = { gazetteer: places, villages, system: 'cod-2021', label }
const at = (code: string) => places.find({ system: 'cod-2021', code }) ?? null
const meant = (typed: string, around: string | null = null) =>
  placesMeant(typed, around === null ? null : at(around), known).map(label)

test.each([
  // A region, a cercle or a commune is meant before a village of its name.
  ['Gao', ['Gao (cercle, Gao)']],
  ['ansongo', ['Ansongo (cercle, Gao)']],
  ['Tessit', ['Tessit (commune, Ansongo, Gao)']],
  ['Ansongo (commune, Ansongo, Gao)', ['Ansongo (commune, Ansongo, Gao)']],
  ['Ansongo (localité, Ansongo, Ansongo, Gao)', ['Ansongo (localité, Ansongo, Ansongo, Gao)']],
  ['Seyna Ile', ['Seyna-Ile (localité, Ansongo, Ansongo, Gao)']],
  ['Golea', ['Golea (localité, Kéniéba, Kéniéba, Kayes)', 'Golea (localité, Bourra, Ansongo, Gao)']],
  ['Golea, Ansongo', ['Golea (localité, Bourra, Ansongo, Gao)']],
  ['Golea (Bourra)', ['Golea (localité, Bourra, Ansongo, Gao)']],
  ['Dalba (Dalbabero)', ['Dalba (Dalbabero) (localité, Ansongo, Ansongo, Gao)']],
  ['Hantchinne', ['Hantchine (localité, Ansongo, Ansongo, Gao)']],
  ['Anssongo', ['Ansongo (cercle, Gao)']],
  ['Nulle part', []],
])('« %s » may mean %j', (typed, labels) => {
  expect(meant(typed)).toEqual(labels)
})

test('what was chosen beside a name tells villages of one name apart', () => {
  expect(meant('Golea', 'ML0701')).toEqual(['Golea (localité, Bourra, Ansongo, Gao)'])
  expect(meant('Golea', 'ML05')).toHaveLength(2)
})

test('a name no list has is worth keeping beside its commune; a place and its address are not', () => {
  const more = (typed: string) => placesMeant(typed, null, known).map((one) => isMore(typed, one, known))
  expect(more('Tin Foo, Tessit')).toEqual([true])
  expect(more('Golea, Ansongo')).toEqual([false])
  expect(more('Anssongo')).toEqual([false])
})
