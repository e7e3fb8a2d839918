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
  // The answer it would have had is given: it is answered by itself.
  expect([(await jaabi.caseOf(lead)).followers, (await jaabi.caseOf(other)).mergedInto]).toEqual([[], null])
})

test('what somebody finds to be one only after the person reopened the case has a clock to act from there', async () => {
  const { jaabi, phones, takes, lead, clocksOf } = await two('N1', 'N1')
  await takes(lead, ['focal-point', 'answer', answer])
  await phones.report(woman)
  await phones.says(woman, '3')
  expect(await clocksOf(lead)).toEqual(['answer'])
  jaabi.clock.nowAt = '2027-06-09T10:00:00.000Z'
  await takes(lead, ['focal-point', 'assess', { level: 'N2' }])
  const caseFile = await jaabi.caseOf(lead)
  const act = runningClocks(caseFile, policyOf(jaabi.programme, caseFile)).find(({ name }) => name === 'act')
  expect(act).toMatchObject({ sinceAt: jaabi.clock.nowAt, dueAt: '2027-06-10T10:00:00.000Z' })
  await takes(lead, ['focal-point', 'act', { done: 'ambulance envoyée' }])
  expect(await clocksOf(lead)).toEqual(['answer'])
})

test.each([
  ['withdrawn by SMS', ['says', 'je retire']],
  ['withdrawn with somebody', ['withdraw', 'la personne l’a dit']],
  ['dismissed', ['dismiss', 'robot']],
  ['found to be thanks', ['thanks', '']],
] as const)(
  'a case that others follow and that is %s leaves them: they wait for no answer of it',
  async (_, [how, why]) => {
    const { jaabi, phones, takes, lead, other, clocksOf } = await two('N1', 'N1')
    await takes(other, ['focal-point', 'merge', { lead }])
    if (how === 'says') await phones.says(woman, `${why} ${lead}`)
    else if (how === 'thanks') await takes(lead, ['focal-point', 'assess', { level: 'N1', kind: 'thanks' }])
    else await takes(lead, ['focal-point', how, { reason: why }])
    const { mergedInto, status } = await jaabi.caseOf(other)
    expect([(await jaabi.caseOf(lead)).followers, mergedInto, status]).toEqual([[], null, 'assessed'])
    expect(await clocksOf(other)).toEqual(['answer'])
  },
)

test('nothing joins a case that is answered already: no answer would come from there', async () => {
  const { takes, call, lead, other } = await two('N1', 'N1')
  await takes(lead, ['focal-point', 'answer', answer])
  const refused = await call('focal-point', `/cases/${other}/merge`, { lead })
  expect(refused).toMatchObject({ status: 409, json: { why: 'lead-is-answered' } })
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
