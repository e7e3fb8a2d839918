import { expect, test } from 'vitest'
import { sending } from '../../../support/faults/sending-station.ts'
import { withJaabi } from '../../../support/functions/services.ts'
import { doorsOf } from '../../../support/functions/staff-doors.ts'
import { atCase } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()

/** An answered case whose SMS left a day ago, of an operator that sends no final report. */
async function unreported() {
  const run = await sending(newJaabi)
  const reference = await run.hears('Le forage est en panne')
  await run.answered(reference)
  await run.later('08T09:01')
  return { ...run, reference }
}

test('an answer whose SMS nobody reported is not said to have arrived: not by the promise, not by the history, not by the API', async () => {
  const { jaabi, reference } = await unreported()
  expect((await jaabi.caseOf(reference)).told).toMatchObject({ how: 'sms', unconfirmed: true })
  const { open } = atCase(await seatOf(jaabi, 'fatou'), reference)
  const { text } = await open()
  expect(text).toContain('Comptée comme prévenue depuis le mar. 8 juin : le SMS est parti')
  expect(text).toContain('Comptée comme informée : le SMS est parti, sans rapport d’arrivée')
  expect(text).not.toMatch(/par SMS arrivé|est prévenue par/)
  const { json } = await (await doorsOf(jaabi)).call('focal-point', `/cases/${reference}`)
  expect(json).toMatchObject({ informedHow: 'sms', informedUnconfirmed: true })
})

test('whoever answers it by SMS has evidently read it', async () => {
  const run = await unreported()
  const { jaabi, reference } = run
  const first = (await jaabi.caseOf(reference)).told?.at
  run.at('09T10:00')
  await run.hears('1')
  const { told, satisfaction } = await jaabi.caseOf(reference)
  expect({ told, satisfaction }).toEqual({ told: { at: first, how: 'sms', unconfirmed: false }, satisfaction: 1 })
})

test('somebody who then tells the person makes it certain, and the 30 days still run from the first', async () => {
  const { jaabi, reference, at } = await unreported()
  const first = (await jaabi.caseOf(reference)).told?.at
  at('09T10:00')
  const { does } = atCase(await seatOf(jaabi, 'fatou'), reference)
  const { text } = await does('told', { how: 'call', reached: 'yes' })
  expect((await jaabi.caseOf(reference)).told).toEqual({ at: first, how: 'call', unconfirmed: false })
  expect(text).toContain('La personne est prévenue par appel, depuis le mar. 8 juin.')
})

test('a phone switched on after two days: the report that comes so late makes it certain, and nothing is sent or told again', async () => {
  const run = await unreported()
  const { jaabi, reference } = run
  const first = (await jaabi.caseOf(reference)).told?.at
  const { gatewayMessageId } = await run.notice(reference, 'answer')
  const left = run.left().length
  run.at('09T10:00')
  await run.reported(gatewayMessageId ?? '', 'Success')
  await run.later('09T10:05')
  expect((await jaabi.caseOf(reference)).told).toEqual({ at: first, how: 'sms', unconfirmed: false })
  expect(await run.notice(reference, 'answer')).toMatchObject({ state: 'delivered', reason: null })
  expect(run.left()).toHaveLength(left)
  expect((await jaabi.caseOf(reference)).history.filter(({ what }) => what === 'told')).toHaveLength(2)
})
