import { expect, test } from 'vitest'
import { deskOf } from './desk.ts'
import { phonesOf, woman } from './phone.ts'
import { withJaabi } from './services.ts'

const newJaabi = await withJaabi()

test('thanks that turn out to be a complaint get the date of their level, and the person hears of it once', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const reference = await phones.says(woman, 'Merci')
  await jaabi.drain()
  expect(await jaabi.caseOf(reference)).toMatchObject({ kind: 'thanks', promisedAt: null })
  const before = phones.received(woman).length
  const desk = await deskOf(jaabi)
  await desk.step(reference, 'assess', { level: 'N1', category: 'SAN-FRAIS', kind: 'complaint' })
  expect(await jaabi.caseOf(reference)).toMatchObject({ status: 'assessed', promisedAt: '2027-06-21T14:00:00.000Z' })
  await desk.step(reference, 'assess', { level: 'N2' })
  await jaabi.drain()
  const since = phones.received(woman).slice(before)
  expect(since).toHaveLength(1)
  expect(since[0]).toContain(`No ${reference}. Des nouvelles au plus tard le 21/06`)
})

test('thanks assessed as thanks promise nothing still', async () => {
  const jaabi = await newJaabi()
  const reference = await phonesOf(jaabi).says(woman, 'Merci')
  await jaabi.drain()
  await (await deskOf(jaabi)).step(reference, 'assess', { level: 'N0' })
  expect((await jaabi.caseOf(reference)).promisedAt).toBeNull()
})

test('a possible S found ordinary is promised the date of its level, and the person hears of it once', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const reference = await phones.says(woman, 'un agent a violé une fille du camp')
  await jaabi.drain()
  expect(await jaabi.caseOf(reference)).toMatchObject({ lane: 'P', promisedAt: null })
  const before = phones.received(woman).length
  const desk = await deskOf(jaabi)
  await desk.step(reference, 'assess', { level: 'N1', category: 'SAN-FRAIS' })
  await desk.step(reference, 'assess', { level: 'N2' })
  await jaabi.drain()
  const since = phones.received(woman).slice(before)
  expect(since).toHaveLength(1)
  expect(since[0]).toContain(`No ${reference}. Des nouvelles au plus tard le 21/06`)
})
