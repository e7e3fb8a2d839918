import { expect, test } from 'vitest'
import { withJaabi } from '../../../support/functions/services.ts'
import { plain, practiceOf } from '../../../support/console/practice-seat.ts'

const newJaabi = await withJaabi()
const base = '/console/exercice'

async function begun(nowAt?: string) {
  const jaabi = await newJaabi()
  if (nowAt) jaabi.clock.nowAt = nowAt
  const me = await practiceOf(jaabi, { role: 'focal-point' })
  await me.start()
  return { jaabi, me }
}

test('days pass for practice alone: cases fall late and climb, each rung at its own time, and the banner says which day it is', async () => {
  const { jaabi, me } = await begun()
  const now = jaabi.clock.nowAt
  const real = await (await me.get('/console')).text()
  const late = (await me.list('?late')).shown
  const fees = await me.find('payer la consultation')
  await me.takes(fees, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: 'cod-2021 ML0703' })
  expect((await me.list()).text).not.toContain('Pour vous, on est le')
  expect((await me.pass(15)).headers.get('location')).toBe(`${base}/jeu#temps`)
  expect((await me.list()).text).toContain('Pour vous, on est le mar. 22 juin')
  expect((await me.list('?late')).shown.length).toBeGreaterThan(late.length + 3)
  const { text } = await me.open(fees)
  expect(text).toContain('Monté d’un échelon')
  // 14 days after Monday 7 June; what climbed did so within the days after, not on the day somebody looked.
  expect(text).toMatch(/2\d juin, \d+ h \d\d · Jaabi (Délai dépassé|Monté)/)
  expect(text).toMatch(new RegExp(`Jaabi ${fees}: .*au plus tard le \\d\\d/0[67]`))
  expect(jaabi.clock.nowAt).toBe(now)
  expect(await (await me.get('/console')).text()).toBe(real)
})

test('an answer written in the evening arrives the next morning, when a day has passed', async () => {
  const { me } = await begun('2027-06-07T21:30:00.000Z')
  const fees = await me.find('payer la consultation')
  await me.takes(fees, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: 'cod-2021 ML0703' })
  await me.takes(fees, 'answer', { outcome: 'resolved', answer: 'On vous rembourse lundi' })
  const evening = await me.open(fees)
  expect(evening.text).toContain('partirait mar. 8 juin à 7 h 00, après les heures calmes')
  expect(evening.text).not.toContain('Elle répond 3')
  await me.pass(1)
  const next = await me.open(fees)
  expect(next.text).toContain('La personne est informée par SMS arrivé')
  expect(next.text).toContain('Elle répond 3')
})

test('from the page of a case one comes back to it', async () => {
  const { me } = await begun()
  const [reference = ''] = (await me.list()).shown
  const from = (vers: string) => me.post(`${base}/jeu`, { go: 'pass', days: '1', vers })
  expect((await from(reference)).headers.get('location')).toBe(`${base}/cases/${reference}`)
  expect((await from('https://elsewhere.example')).headers.get('location')).toBe(`${base}/jeu#temps`)
})

test('three months are enough; starting over is today again; no other step of time is taken', async () => {
  const { me } = await begun()
  const shown = async () => plain(await (await me.get(`${base}/jeu`)).text())
  await me.pass(365)
  expect(await shown()).not.toContain('Pour vous, on est le')
  for (const days of [15, 15, 15, 15, 15, 15, 15]) await me.pass(days)
  expect(await shown()).toContain('Pour vous, on est le dim. 5 sept.')
  expect(await shown()).toContain('Trois mois ont passé')
  await me.start()
  expect(await shown()).not.toContain('Pour vous, on est le')
})

test('where nothing is laid out no time passes', async () => {
  const me = await practiceOf(await newJaabi(), { role: 'focal-point' })
  await me.pass(7)
  expect((await me.get(base)).headers.get('location')).toBe(`${base}/jeu`)
})
