import { expect, test } from 'vitest'
import { sealedContact } from '../../../core/operations/sealed.ts'
import { responsibleOf } from '../../../core/operations/notices/address.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { man, phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const responsible = '+22370000090'
const organisation = 'ong-sante-gao'

async function withResponsible(jaabi: Jaabi): Promise<void> {
  const { reader: vault } = jaabi
  const sealed = await vault.seal('general', responsibleOf(organisation), sealedContact(responsible))
  await jaabi.directory.write({ responsible: { organisation: organisation, sealedPhone: sealed }, audit: [] })
}

async function assigned(jaabi: Jaabi, before: () => void = () => undefined): Promise<string> {
  const desk = await deskOf(jaabi)
  const reference = await phonesOf(jaabi).says(woman, "Au CSCom d'Ansongo il n'y a plus de paracetamol")
  await desk.step(reference, 'assess', {
    level: 'N1',
    category: 'SAN-MEDIC',
    place: { system: 'cod-2021', code: 'ML0701' },
  })
  before()
  await desk.step(reference, 'assign', { organisation })
  return reference
}

const reminders = (jaabi: Jaabi): string[] => phonesOf(jaabi).received(responsible)

test('an assignment reminds the responsible person of the organisation, with counts only', async () => {
  const jaabi = await newJaabi()
  await withResponsible(jaabi)
  await assigned(jaabi)
  expect(reminders(jaabi)).toHaveLength(1)
  expect(reminders(jaabi)[0]).toMatch(/1/)
  expect(reminders(jaabi)[0]).not.toMatch(/paracetamol|Ansongo|\d{10}/)
})

test('a responsible person who blocks SMS silences nobody who complained', async () => {
  const jaabi = await newJaabi()
  await withResponsible(jaabi)
  const reference = await assigned(jaabi, () => jaabi.answers.push({ outcome: 'opted-out' }))
  jaabi.clock.nowAt = '2027-06-10T09:00:00.000Z'
  await jaabi.sweep()
  const reminder = (await jaabi.noticesOf(reference)).find(({ template }) => template === 'reminder')
  expect(reminder).toMatchObject({ state: 'failed', reason: 'opted-out' })
  expect(await jaabi.caseOf(reference)).toMatchObject({ optedOut: false, erased: [] })
})

test('a number kept for an organisation is somebody’s phone too: its STOP wins until START', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  await withResponsible(jaabi)
  await phones.says(responsible, 'STOP')
  const before = reminders(jaabi).length
  const reference = await assigned(jaabi)
  expect(reminders(jaabi)).toHaveLength(before)
  const reminder = (await jaabi.noticesOf(reference)).find(({ template }) => template === 'reminder')
  expect(reminder).toMatchObject({ state: 'failed', reason: 'opted-out' })
  expect(await jaabi.caseOf(reference)).toMatchObject({ optedOut: false, erased: [] })
  await phones.says(responsible, 'START')
  const started = reminders(jaabi).length
  jaabi.clock.nowAt = '2027-06-14T09:00:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  expect(reminders(jaabi).length).toBeGreaterThan(started)
})

test('whoever asks after a number from a phone that blocks SMS silences nobody either', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const reference = await phones.says(woman, 'Le forage est en panne')
  await jaabi.drain()
  jaabi.answers.push({ outcome: 'opted-out' })
  await phones.says(responsible, `SUIVI ${reference}`)
  await jaabi.drain()
  expect(jaabi.answers).toEqual([])
  expect(await jaabi.caseOf(reference)).toMatchObject({ optedOut: false })
})

test('every Monday, once however many sweeps, those who have open cases hear how many', async () => {
  const jaabi = await newJaabi()
  await withResponsible(jaabi)
  await assigned(jaabi)
  const before = reminders(jaabi).length
  jaabi.clock.nowAt = '2027-06-08T09:00:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  expect(reminders(jaabi)).toHaveLength(before)
  jaabi.clock.nowAt = '2027-06-14T08:00:00.000Z'
  for (let minute = 0; minute < 3; minute++) {
    await jaabi.sweep()
    await jaabi.drain()
  }
  const monday = (await jaabi.items('notice')).filter(({ sk, pk }) =>
    `${String(pk)}${String(sk)}`.includes('monday-2027-06-14'),
  )
  // The organisation by SMS; what is with it is nobody else's turn.
  expect(monday).toHaveLength(1)
})

test('on Mondays what is answered is no work any more, and the national team hears of its own', async () => {
  const jaabi = await newJaabi()
  await withResponsible(jaabi)
  const reference = await assigned(jaabi)
  const desk = await deskOf(jaabi)
  await desk.step(reference, 'answer', { requestId: 'answer', outcome: 'resolved', answer: 'Le stock est de retour' })
  await phonesOf(jaabi).report(woman)
  await phonesOf(jaabi).says(man, 'Le forage de Gao est en panne')
  const before = reminders(jaabi).length
  jaabi.clock.nowAt = '2027-06-14T08:00:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  expect(reminders(jaabi)).toHaveLength(before)
  const weeks = jaabi.published.filter(({ subject }) => subject.includes('à traiter'))
  expect(weeks.map(({ topic, subject }) => [topic, subject])).toEqual([
    ['national', 'Jaabi: 1 dossier à traiter, dont 1 en retard'],
  ])
})

test('an organisation that gave no number is not written to', async () => {
  const jaabi = await newJaabi()
  await assigned(jaabi)
  expect(reminders(jaabi)).toEqual([])
})
