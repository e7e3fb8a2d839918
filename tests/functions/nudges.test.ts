import { expect, test } from 'vitest'
import { sealedContact } from '../../core/operations/open-case.ts'
import { responsibleOf } from '../../core/operations/send-notices.ts'
import { deskOf } from './desk.ts'
import { phonesOf, woman } from './phone.ts'
import { type Jaabi, withJaabi } from './services.ts'

const newJaabi = await withJaabi()
const responsible = '+22370000090'
const organisation = 'ong-sante-gao'

async function withResponsible(jaabi: Jaabi): Promise<void> {
  const { vault } = jaabi.servicesFor('send-notices')
  const sealed = await vault.seal('general', responsibleOf(organisation), sealedContact(responsible))
  await jaabi.directory.putResponsible(organisation, sealed)
}

async function assigned(jaabi: Jaabi): Promise<void> {
  const desk = await deskOf(jaabi)
  const reference = await phonesOf(jaabi).says(woman, "Au CSCom d'Ansongo il n'y a plus de paracetamol")
  await desk.step(reference, 'assess', {
    level: 'N1',
    category: 'SAN-MEDIC',
    place: { system: 'cod-2021', code: 'ML0701' },
  })
  await desk.step(reference, 'assign', { organisation })
}

const nudges = (jaabi: Jaabi): string[] => phonesOf(jaabi).received(responsible)

test('an assignment nudges the responsible person of the organisation, with counts only', async () => {
  const jaabi = await newJaabi()
  await withResponsible(jaabi)
  await assigned(jaabi)
  expect(nudges(jaabi)).toHaveLength(1)
  expect(nudges(jaabi)[0]).toMatch(/1/)
  expect(nudges(jaabi)[0]).not.toMatch(/paracetamol|Ansongo|\d{10}/)
})

test('every Monday, once however many sweeps, those who have open cases hear how many', async () => {
  const jaabi = await newJaabi()
  await withResponsible(jaabi)
  await assigned(jaabi)
  const before = nudges(jaabi).length
  jaabi.clock.nowAt = '2027-06-08T09:00:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  expect(nudges(jaabi)).toHaveLength(before)
  jaabi.clock.nowAt = '2027-06-14T08:00:00.000Z'
  for (let minute = 0; minute < 3; minute++) {
    await jaabi.sweep()
    await jaabi.drain()
  }
  const monday = (await jaabi.items('notice')).filter(({ sk, pk }) =>
    `${String(pk)}${String(sk)}`.includes('monday-2027-06-14'),
  )
  expect(monday).toHaveLength(1)
})

test('an organisation that gave no number is not written to', async () => {
  const jaabi = await newJaabi()
  await assigned(jaabi)
  expect(nudges(jaabi)).toEqual([])
})
