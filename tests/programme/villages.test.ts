import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { unpack } from '../../programme/places/packed.ts'
import { places } from '../../programme/places/places.ts'
import { packedVillages } from '../../programme/places/villages-packed.ts'
import { villageCredits, villages } from '../../programme/places/villages.ts'

const cercles = places.list('cod-2021', 'cercle')
const all = cercles.flatMap((cercle) => villages.within(cercle))
const codesOf = (name: string) => villages.named(name).map(({ ref }) => ref.code)

test('holds every village of the COD of 2015 once, under its own code, in the commune and cercle of today', () => {
  // 18,769 rows of the source, less the 580 seats it lists a second time as a village.
  expect(all).toHaveLength(18_189)
  expect(new Set(all.map(({ ref }) => ref.code)).size).toBe(all.length)
  for (const { ref, commune } of all) {
    expect(ref.system).toBe('cod-2015')
    expect(ref.code).toMatch(/^ML\d{9}$/)
    expect(commune.ref.system).toBe('cod-2021')
  }
  expect(villages.find({ system: 'cod-2015', code: 'ML070207000' })).toMatchObject({
    ref: { name: 'Tin Hama' },
    commune: { name: 'Tin-Hamma', parent: { code: 'ML0701' } },
  })
  // The same string is no village in another system.
  expect(villages.find({ system: 'cod-2021', code: 'ML070207000' })).toBeUndefined()
})

test('finds a village however its name is spaced, hyphened or accented, and a letter or two away', () => {
  expect(codesOf('seyna ile')).toEqual(['ML070201029'])
  expect(codesOf('SEYNA-ÎLE')).toEqual(['ML070201029'])
  expect(villages.alike('Labezanga').map(({ ref }) => ref.name)).toContain('Labbezanga')
  expect(villages.alike('Ber')).toEqual([])
})

test('tells villages of one name apart: by commune, and by code where one commune has two', () => {
  const golea = villages.named('Golea')
  expect(golea.map(({ commune, isTwin }) => [commune.name, isTwin])).toEqual([
    ['Kéniéba', false],
    ['Bourra', false],
  ])
  expect(villages.named('Mouletake').every(({ isTwin }) => isTwin)).toBe(true)
})

test('names villages in a few words, longest first, and none of less than four letters', () => {
  const named = (text: string) => villages.namedIn(text).map(({ words }) => words.join(' '))
  expect(named('frais Seyna Ile il y a une semaine')).toContain('seyna ile')
  expect(named('Fia Tie')).toEqual([])
})

test('is packed as it stands in the readable file, and says whose work it is', () => {
  expect(unpack(packedVillages)).toBe(readFileSync('programme/places/villages.json', 'utf8'))
  expect(villageCredits().join(' ')).toMatch(/OCHA.*CC BY-IGO/)
})
