import { expect, test } from 'vitest'
import { sweep } from '../../core/operations/sweep/sweep.ts'
import { build as deadlineSweep } from '../../functions/deadline-sweep.ts'
import { needsOf } from '../../functions/wiring/services.ts'
import { type Jaabi, withJaabi } from '../support/functions/services.ts'
import { historyFlaws, readLedger } from '../support/faults/history-check.ts'
import { sms } from '../support/faults/trouble.ts'

const newJaabi = await withJaabi()

/** So many people complained of something at Bourem on Monday, and nobody reads. */
async function waiting(count: number): Promise<Jaabi> {
  const jaabi = await newJaabi()
  const intake = jaabi.servicesFor('inbound-sms')
  for (let n = 0; n < count; n++)
    await sms(intake, `+223700000${String(n).padStart(2, '0')}`, 'Le forage de Bourem est en panne', `AT-${n}`)
  await jaabi.drain()
  return jaabi
}

const steps = async (jaabi: Jaabi) =>
  Promise.all(
    (await jaabi.references()).sort().map(async (reference) => {
      const { history } = await jaabi.caseOf(reference)
      return history
        .slice(1)
        .map((line) => (line.what === 'escalated' ? `escalated ${line.from}>${line.to}` : line.what))
    }),
  )

/** Hour by hour, as the schedule would; several sweeps at once each time. */
async function hours(jaabi: Jaabi, from: string, count: number, atOnce = 1): Promise<void> {
  for (let hour = 0; hour < count; hour++) {
    jaabi.clock.nowAt = new Date(Date.parse(from) + hour * 3_600_000).toISOString()
    await Promise.all(Array.from({ length: atOnce }, () => jaabi.sweep()))
    await jaabi.drain()
  }
}

/** A week later the answer to an N1 is long overdue. */
const friday = '2027-07-09T09:00:00.000Z'

test.each([2, 10])('%i sweeps at once climb once per level, and tell it once', async (atOnce) => {
  const alone = await waiting(6)
  const crowd = await waiting(6)
  await hours(alone, friday, 4)

  await hours(crowd, friday, 4, atOnce)

  const escalated = await steps(crowd)
  expect(escalated).toEqual(await steps(alone))
  for (const one of escalated) expect(one.filter((what) => what.startsWith('escalated'))).toHaveLength(1)
  expect(crowd.published.map(({ topic, body }) => [topic, body.match(/\d{10}/g)?.length])).toEqual(
    alone.published.map(({ topic, body }) => [topic, body.match(/\d{10}/g)?.length]),
  )
  const ledger = await readLedger(crowd.client, crowd.tables)
  expect(historyFlaws(ledger, { left: crowd.sms })).toEqual([])
})

test('a sweep killed after some cases is finished by the next one; no case climbs twice', async () => {
  const jaabi = await waiting(12)
  const services = jaabi.servicesFor('deadline-sweep')
  jaabi.clock.nowAt = friday
  let left = 5
  class Killed extends Error {}
  const cases: typeof services.cases = {
    ...services.cases,
    commit: (commit) => {
      if (left-- <= 0) throw new Killed()
      return services.cases.commit(commit)
    },
  }

  const cut = await sweep(needsOf({ ...services, cases }))
  expect(cut.failed).toHaveLength(7)
  expect(cut.done).toBe(cut.seen - 7)
  expect((await steps(jaabi)).filter((one) => one.length > 0)).toHaveLength(5)

  const next = await jaabi.sweep()
  expect(next.done).toBe(next.seen)
  const all = await steps(jaabi)
  expect(all.every((one) => one.filter((what) => what.startsWith('escalated')).length === 1)).toBe(true)
  await jaabi.drain()
  const ledger = await readLedger(jaabi.client, jaabi.tables)
  expect(historyFlaws(ledger, { left: jaabi.sms })).toEqual([])
})

test('six hours without a sweep are made up in one, to what would have stood there', async () => {
  const [missed, kept] = [await waiting(3), await waiting(3)]
  // At two in the afternoon nobody has read them for two working days.
  const from = '2027-06-09T10:00:00.000Z'
  await hours(kept, from, 8)
  await hours(missed, from, 1)

  missed.clock.nowAt = '2027-06-09T17:00:00.000Z'
  const caughtUp = await missed.sweep()

  expect(caughtUp.seen).toBeGreaterThan(0)
  expect(await steps(missed)).toEqual(await steps(kept))
  await missed.drain()
  expect((await missed.sweep()).seen).toBe(0)
})

test('more than a page is swept until nothing is left; what fails does not hold the others', async () => {
  const jaabi = await waiting(0)
  const intake = jaabi.servicesFor('inbound-sms')
  await Promise.all(
    Array.from({ length: 150 }, (_, n) =>
      sms(intake, `+223700000${String(n % 99).padStart(2, '0')}`, `Forage ${n}`, `${n}`),
    ),
  )
  jaabi.clock.nowAt = friday
  const services = jaabi.servicesFor('deadline-sweep')
  const [poison = ''] = await jaabi.references()
  const loadTold: typeof services.cases.loadTold = (reference) =>
    reference === poison ? Promise.reject(new Error('poison')) : services.cases.loadTold(reference)
  const lines: string[] = []
  const log = console.log
  console.log = (line: string) => lines.push(line)
  try {
    const swept = await deadlineSweep({ ...services, cases: { ...services.cases, loadTold } })()
    expect(swept).toMatchObject({ done: swept.seen - 1, failed: [poison] })
    expect(swept.seen).toBeGreaterThanOrEqual(150)
    const { seen, done } = await jaabi.sweep()
    expect(done).toBe(seen)
    const swepts = lines.map((line) => JSON.parse(line) as { event: string; message: string })
    expect(swepts.filter(({ event }) => event === 'swept').map(({ message }) => message)).toEqual([
      `swept ${swept.seen - 1} of ${swept.seen}`,
      `swept ${seen} of ${seen}`,
    ])
    expect((await jaabi.sweep()).seen).toBe(0)
  } finally {
    console.log = log
  }
})
