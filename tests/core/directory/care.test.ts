import { expect, test } from 'vitest'
import { asReadOut, type CareLine, careNear, uncheckedLines } from '../../../core/directory/care.ts'
import type { PlaceRef } from '../../../core/places/place-ref.ts'
import { places as gazetteer } from '../../../programme/places/places.ts'

const gao: PlaceRef = { system: 'cod-2021', code: 'ML07' }
const ansongo: PlaceRef = { system: 'cod-2021', code: 'ML0701' }
const bourem: PlaceRef = { system: 'cod-2021', code: 'ML0702' }
const mopti: PlaceRef = { system: 'cod-2021', code: 'ML05' }
const on = '2027-06-07'

const line = (id: string, place: PlaceRef | null, more: Partial<CareLine> = {}): CareLine => ({
  id,
  place,
  name: id,
  phone: '80 00 00 00',
  hours: '24h/24',
  woman: false,
  checkedOn: '2027-06-01',
  by: 'protection-1',
  ...more,
})
const lines = [
  line('mopti', mopti),
  line('bourem', bourem),
  line('country', null),
  line('gao', gao),
  line('ansongo', ansongo),
]
const near = (place: PlaceRef | null, of = lines) => careNear(place, { lines: of, on, gazetteer }).map(({ id }) => id)

test('somebody hears their own cercle first, then its region, then what serves the country, then the rest of the region, and no other', () => {
  expect(near(ansongo)).toEqual(['ansongo', 'gao', 'country', 'bourem'])
  expect(near(gao).slice(0, 2)).toEqual(['gao', 'country'])
  expect(near(gao).toSorted()).toEqual(['ansongo', 'bourem', 'country', 'gao'])
  expect(near(null)[0]).toBe('country')
  expect(near(null)).toHaveLength(5)
})

test('of two as near the one where a woman answers comes first, then the one checked last', () => {
  const two = [line('a', gao), line('b', gao, { checkedOn: '2027-06-03' }), line('c', gao, { woman: true })]
  expect(near(gao, two)).toEqual(['c', 'b', 'a'])
})

test('on the ninetieth day without a check a line is read out to nobody; the pair hears of it a week before', () => {
  const checked = (checkedOn: string) => [line('one', gao, { checkedOn })]
  expect(near(gao, checked('2027-03-10'))).toEqual(['one'])
  expect(near(gao, checked('2027-03-09'))).toEqual([])
  expect(uncheckedLines(checked('2027-03-09'), on)).toEqual({ out: 1, soon: 0 })
  expect(uncheckedLines(checked('2027-03-16'), on)).toEqual({ out: 0, soon: 1 })
  expect(uncheckedLines(checked('2027-03-17'), on)).toEqual({ out: 0, soon: 0 })
})

test('a line is named by its place only where that is not where the person is', () => {
  const named = (place: PlaceRef | null, there: PlaceRef | null) => asReadOut(line('x', place), there, gazetteer).place
  expect(named(ansongo, ansongo)).toBeNull()
  expect(named(gao, ansongo)).toBeNull()
  expect(named(null, null)).toBeNull()
  expect(named(ansongo, gao)).toBe('Ansongo')
})
