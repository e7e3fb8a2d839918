import { expect, test } from 'vitest'
import { runningClocks } from '../../../core/deadlines/clock.ts'
import { policyOf } from '../../../core/deadlines/rulebook.ts'
import { bothDoors } from '../../support/functions/both-doors.ts'
import { man, woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const evaluation = { seenBy: 'Awa', found: 'une fièvre', did: 'ambulance', left: 'rien' }
const answer = { outcome: 'resolved', answer: 'L’ambulance est passée' }

/** Two cases, each assessed at a level. */
async function two(first: 'N1' | 'N2', second: 'N1' | 'N2') {
  const office = await bothDoors(await newJaabi())
  const { jaabi, phones, takes } = office
  const lead = await phones.says(woman, 'Le forage du village est en panne')
  const other = await phones.says(man, 'Le moulin du quartier est cassé')
  await takes(lead, ['focal-point', 'assess', { level: first }])
  await takes(other, ['focal-point', 'assess', { level: second }])
  const clocksOf = async (reference: string) => {
    const caseFile = await jaabi.caseOf(reference)
    return runningClocks(caseFile, policyOf(jaabi.programme, caseFile)).map(({ name }) => name)
  }
  return { ...office, lead, other, clocksOf }
}

test('a danger to life that follows an ordinary case is not answered with it: its clocks run', async () => {
  const { jaabi, takes, lead, other, clocksOf } = await two('N1', 'N2')
  await takes(other, ['focal-point', 'merge', { lead }])
  await takes(lead, ['focal-point', 'answer', answer])
  expect([(await jaabi.caseOf(lead)).status, (await jaabi.caseOf(other)).status]).toEqual(['answered', 'assessed'])
  expect(await clocksOf(other)).toEqual(['act', 'answer'])
})

test('where the case it follows is evaluated, it takes the same evaluation', async () => {
  const { jaabi, takes, lead, other } = await two('N2', 'N2')
  await takes(other, ['focal-point', 'merge', { lead }])
  await takes(lead, ['focal-point', 'answer', { ...answer, ...evaluation }])
  const { status, evaluatedAt } = await jaabi.caseOf(other)
  expect([status, evaluatedAt]).toEqual(['answered', jaabi.clock.nowAt])
  expect((await jaabi.saidIn(other)).at(-1)?.words).toBe(Object.values(evaluation).join('\n'))
})

test('one person alone does not dismiss it, and two do', async () => {
  const { jaabi, takes, other, clocksOf } = await two('N1', 'N2')
  await takes(other, ['focal-point', 'dismiss', { reason: 'robot' }])
  expect(await clocksOf(other)).toEqual(['act', 'answer'])
  await takes(other, ['deputy', 'confirm', { reason: 'relu' }])
  expect(await jaabi.caseOf(other)).toMatchObject({ status: 'closed', closedHow: 'dismissed' })
})

test('it joins no other case', async () => {
  const office = await bothDoors(await newJaabi())
  const { jaabi, phones, takes, call } = office
  const asked = [await phones.says(woman, 'Le forage est en panne'), await phones.says(woman, 'Le toit est tombé')]
  for (const reference of asked) {
    await takes(reference, ['focal-point', 'assess', { level: 'N1' }], ['focal-point', 'ask', { text: 'Où est-ce?' }])
    await phones.report(woman)
  }
  const [first = ''] = asked
  const reply = await phones.says(woman, 'près du marché')
  expect((await jaabi.caseOf(reply)).mayReplyTo).toContain(first)
  await takes(reply, ['focal-point', 'assess', { level: 'N2' }])
  const joined = await call('focal-point', `/cases/${reply}/join`, { to: first })
  expect(joined).toMatchObject({ status: 409, json: { why: 'stays-apart' } })
  expect((await jaabi.caseOf(reply)).status).toBe('assessed')
})
