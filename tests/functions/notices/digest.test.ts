import { expect, test } from 'vitest'
import { dailyDigest } from '../../../core/operations/sweep/daily-digest.ts'
import { needsOf } from '../../../functions/wiring/services.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { filed } from '../../support/functions/filing.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const ansongo = { system: 'cod-2021', code: 'ML0701' } as const

async function sweptAt(jaabi: Jaabi, now: string): Promise<void> {
  jaabi.clock.nowAt = now
  await jaabi.sweep()
  await jaabi.drain()
}
const digests = (jaabi: Jaabi, region = 'gao') =>
  jaabi.published.filter(({ topic, subject }) => topic === `regional-${region}` && subject.includes('en cours'))

async function withCases(jaabi: Jaabi): Promise<string[]> {
  const desk = await deskOf(jaabi)
  const references: string[] = []
  for (const named of [[], [], ['person:awa']]) {
    const reference = await filed(jaabi)
    await desk.step(reference, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: ansongo, named })
    references.push(reference)
  }
  await filed(jaabi, { lane: 'S2', words: null })
  await jaabi.drain()
  return references
}

test('at eight on a working day a region hears counts and a link, once however many sweeps; before and on days off nothing', async () => {
  const jaabi = await newJaabi({ settings: { consoleLink: 'https://jaabi.example/console' } })
  jaabi.clock.nowAt = '2027-06-07T07:00:00.000Z'
  const references = await withCases(jaabi)
  await sweptAt(jaabi, '2027-06-08T07:59:00.000Z')
  expect(digests(jaabi)).toEqual([])
  await sweptAt(jaabi, '2027-06-08T08:00:00.000Z')
  await sweptAt(jaabi, '2027-06-08T08:01:00.000Z')
  const [digest, ...more] = digests(jaabi)
  expect(more).toEqual([])
  // The one that names somebody is in nobody's digest, nor is what is S.
  expect(digest?.subject).toBe('Jaabi: 2 dossiers en cours, dont 0 en retard')
  expect(digest?.body).toMatch(/en cours: 2\n.*retard: 0\n.*aujourd’hui: 0\n.*niveau: 0\n.*https:\/\/jaabi.example/)
  for (const reference of references) expect(digest?.body).not.toContain(reference)
  expect(digests(jaabi, 'mopti')).toEqual([])
  await sweptAt(jaabi, '2027-06-12T09:00:00.000Z')
  expect(digests(jaabi)).toHaveLength(1)
})

test('two sweeps at once, and one after another died before it was noted, tell each region once', async () => {
  const jaabi = await newJaabi()
  await withCases(jaabi)
  jaabi.clock.nowAt = '2027-06-08T08:00:00.000Z'
  const services = jaabi.servicesFor('deadline-sweep')
  const { figures } = services
  const needs = { ...needsOf(services), figures }
  const memory = { ...needs.memory, remember: () => Promise.reject(new Error('cut off')) }
  await expect(dailyDigest('2027-06-08', { ...needs, memory })).rejects.toThrow('cut off')
  await Promise.all([dailyDigest('2027-06-08', needs), dailyDigest('2027-06-08', needs)])
  await jaabi.drain()
  expect(digests(jaabi)).toHaveLength(1)
})

test('a region with nothing open is left alone', async () => {
  const jaabi = await newJaabi()
  await sweptAt(jaabi, '2027-06-14T08:00:00.000Z')
  expect(digests(jaabi)).toEqual([])
})
