import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { CodeSystem, Place } from '../../core/places/place.ts'
import { clusters } from '../../programme/clusters.ts'
import { packedGazetteer } from '../../programme/places/gazetteer-packed.ts'
import { unpack } from '../../programme/places/packed.ts'
import { placeCredits, places } from '../../programme/places/places.ts'

const systems: CodeSystem[] = ['cod-2021', 'cod-2015', 'reform-2023']
const levels: Place['level'][] = ['region', 'cercle', 'commune']
const at = (system: CodeSystem, code: string) => places.find({ system, code })
const all = systems.flatMap((system) => levels.flatMap((level) => places.list(system, level)))

test('holds every region, cercle and commune of the three code systems', () => {
  const counts = Object.fromEntries(
    systems.map((system) => [system, levels.map((level) => places.list(system, level).length)]),
  )
  expect(counts).toEqual({ 'cod-2021': [10, 53, 701], 'cod-2015': [9, 50, 701], 'reform-2023': [20, 160, 814] })
})

test('gives no code twice and every place a parent of the next level up', () => {
  expect(new Set(all.map(({ ref }) => `${ref.system} ${ref.code}`)).size).toBe(all.length)
  for (const place of all) {
    const above = place.parent && places.find(place.parent)
    expect(above?.level ?? null).toBe({ region: null, cercle: 'region', commune: 'cercle' }[place.level])
  }
})

test('never takes ML09 for one place: Bamako in the P-codes, Taoudénit in the reform', () => {
  expect(at('cod-2021', 'ML09')?.name).toBe('Bamako')
  expect(at('reform-2023', 'ML09')?.name).toBe('Taoudénit')
  expect(at('cod-2021', 'ML09')?.region).toBeNull()
  expect(at('reform-2023', 'ML09')?.region).toBe('tombouctou')
  expect(at('cod-2021', 'ML09')?.same).not.toContainEqual({
    ref: { system: 'reform-2023', code: 'ML09' },
    inferred: true,
  })
})

test('serves Ansongo by the cluster of Gao', () => {
  const ansongo = at('cod-2021', 'ML0701')
  expect(ansongo).toMatchObject({
    name: 'Ansongo',
    level: 'cercle',
    parent: { system: 'cod-2021', code: 'ML07' },
    region: 'gao',
  })
  expect(at('cod-2021', 'ML070101')).toMatchObject({ name: 'Ansongo', level: 'commune', region: 'gao' })
})

test.each([
  ['cod-2015', 'ML0704', 'menaka'],
  ['cod-2015', 'ML070403', 'menaka'],
  ['cod-2015', 'ML0701', 'gao'],
  ['cod-2021', 'ML1003', 'menaka'],
  ['cod-2021', 'ML0405', 'segou'],
  ['reform-2023', 'ML17', 'segou'],
  ['reform-2023', 'ML18', 'mopti'],
  ['reform-2023', 'ML19', 'mopti'],
  ['reform-2023', 'ML11', null],
  ['cod-2021', 'ML01', null],
] as const)('in %s, %s is served by %s', (system, code, region) => {
  expect(at(system, code)?.region).toBe(region)
})

test('knows the same cercle by its old code, which most cercles changed', () => {
  expect(at('cod-2021', 'ML0701')?.same).toContainEqual({
    ref: { system: 'cod-2015', code: 'ML0702' },
    inferred: false,
  })
  expect(at('cod-2015', 'ML0501')?.name).toBe('Mopti')
  expect(at('cod-2021', 'ML0501')?.name).toBe('Bandiagara')
})

test('says of a 2021 commune code that it is inferred, and ties places both ways', () => {
  const salam = at('cod-2021', 'ML060505')
  expect(salam).toMatchObject({
    name: 'Salam',
    same: [{ ref: { system: 'cod-2015', code: 'ML060105' }, inferred: true }],
  })
  for (const place of all) {
    for (const { ref } of place.same) {
      expect(places.find(ref)?.same.map((same) => same.ref)).toContainEqual(place.ref)
    }
  }
})

test('lists in name order without minding accents', () => {
  const names = places.list('cod-2021', 'region').map(({ name }) => name)
  expect(names).toEqual([
    'Bamako',
    'Gao',
    'Kayes',
    'Kidal',
    'Koulikoro',
    'Ménaka',
    'Mopti',
    'Ségou',
    'Sikasso',
    'Tombouctou',
  ])
})

test('every cluster serves places that exist', () => {
  expect(clusters.map(({ id }) => id)).toEqual(['gao', 'kidal', 'menaka', 'mopti', 'segou', 'tombouctou'])
  for (const { codes } of clusters) {
    for (const system of systems) for (const code of codes[system] ?? []) expect(at(system, code)).toBeDefined()
  }
})

test('is small, keeps its credits and nothing of the machine that made it', () => {
  const bytes = readFileSync('programme/places/gazetteer.json')
  expect(bytes.length).toBeLessThan(350_000)
  expect(bytes.toString()).not.toMatch(/\/work|\/home|\/tmp|https?:/)
  expect(placeCredits().join(' ')).toMatch(/OCHA.*CC BY-IGO.*openadmindata\.org.*CC BY 4\.0/)
})

test('what the functions carry is the gazetteer, packed', () => {
  expect(unpack(packedGazetteer)).toBe(readFileSync('programme/places/gazetteer.json', 'utf8'))
})

test('the builder asks for the folder of the open tables', () => {
  const run = spawnSync(process.execPath, ['programme/places/build.ts'], { encoding: 'utf8' })
  expect(run.status).toBe(2)
  expect(run.stderr).toContain('usage')
  expect(() =>
    execFileSync(process.execPath, ['programme/places/build.ts', 'no-such-folder'], { stdio: 'pipe' }),
  ).toThrow()
})
