import { expect, test } from 'vitest'
import { dutyRounds } from '../../../../core/operations/sweep/duty-rounds.ts'
import type { Duty, DutyNeeds } from '../../../../core/operations/sweep/duty.ts'
import { needsOf } from '../../../../functions/wiring/services.ts'
import { withJaabi } from '../../../support/functions/services.ts'

const newJaabi = await withJaabi()
const round = { mayGoOn: () => true, ready: () => Promise.resolve() }

async function needsAt(now: string): Promise<DutyNeeds> {
  const jaabi = await newJaabi()
  const services = jaabi.servicesFor('deadline-sweep')
  return { ...services, ...needsOf(services), now }
}

/** Something owed once a day, on weekdays only, that takes `rounds` rounds. */
function watering(rounds: number) {
  const watered: string[] = []
  const duty: Duty = {
    name: 'watering',
    turn: 'after-cases',
    keyOf: ({ now }) => (now.startsWith('2027-06-06') ? null : now.slice(0, 10)),
    run: (on, _, { times }) => {
      watered.push(`${on} ${times}`)
      return Promise.resolve({ done: times + 1 >= rounds, says: { pots: 3 } })
    },
  }
  return { duty, watered }
}
const failing: Duty = {
  ...watering(1).duty,
  name: 'failing',
  run: () => Promise.reject(new Error('no water')),
}

test('a duty is done once a day however often it is asked for, and not at all where no day is due', async () => {
  const needs = await needsAt('2027-06-07T09:00:00.000Z')
  const { duty, watered } = watering(1)
  const take = dutyRounds(() => undefined, [duty])
  await take('after-cases', { ...needs, now: '2027-06-06T09:00:00.000Z' }, round)
  for (const hour of ['09', '10', '11'])
    await take('after-cases', { ...needs, now: `2027-06-07T${hour}:00:00.000Z` }, round)
  await take('after-cases', { ...needs, now: '2027-06-08T09:00:00.000Z' }, round)
  expect(watered).toEqual(['2027-06-07 0', '2027-06-08 0'])
})

test('what is read for those who have something to do is read where a duty is due, and not for one that is done', async () => {
  const needs = await needsAt('2027-06-07T09:00:00.000Z')
  const take = dutyRounds(() => undefined, [watering(1).duty])
  let readied = 0
  const ready = () => {
    readied++
    return Promise.resolve()
  }
  await take('before-cases', needs, { ...round, ready })
  expect(readied).toBe(0)
  for (let minute = 0; minute < 3; minute++) await take('after-cases', needs, { ...round, ready })
  expect(readied).toBe(1)
})

test('a duty that is not through goes on at the next round, told how often it was at it', async () => {
  const needs = await needsAt('2027-06-07T09:00:00.000Z')
  const { duty, watered } = watering(2)
  const take = dutyRounds(() => undefined, [duty])
  for (let minute = 0; minute < 3; minute++) await take('after-cases', needs, round)
  expect(watered).toEqual(['2027-06-07 0', '2027-06-07 1'])
})

test('each turn takes its own duties; one that fails says so under its name, keeps no other, and is tried again', async () => {
  const needs = await needsAt('2027-06-07T09:00:00.000Z')
  const { duty, watered } = watering(1)
  const said: string[] = []
  const tell = (name: string, { error, ...says }: Record<string, unknown>) =>
    said.push(`${name} ${error instanceof Error ? error.message : JSON.stringify(says)}`)
  const take = dutyRounds(tell, [failing, duty])
  await take('before-cases', needs, round)
  expect(said).toEqual([])
  for (let minute = 0; minute < 2; minute++) await take('after-cases', needs, round)
  expect(watered).toHaveLength(1)
  expect(said).toEqual(['failing no water', 'watering {"pots":3}', 'failing no water'])
})
