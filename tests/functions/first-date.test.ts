import { expect, test } from 'vitest'
import { deskOf } from './desk.ts'
import { phonesOf, woman } from './phone.ts'
import { withJaabi } from './services.ts'

const newJaabi = await withJaabi()

/** What was promised nothing when it came, and what whoever reads it finds. */
const notPromised = [
  { words: 'Merci', was: { kind: 'thanks' }, read: { kind: 'complaint' } },
  { words: 'un agent a violé une fille du camp', was: { lane: 'P' }, read: {} },
] as const

test.each(notPromised)(
  '« $words » read as an ordinary complaint gets the date of its level, and the person hears of it once',
  async ({ words, was, read }) => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, words)
    await jaabi.drain()
    expect(await jaabi.caseOf(reference)).toMatchObject({ ...was, promisedAt: null })
    const before = phones.received(woman).length
    const desk = await deskOf(jaabi)
    await desk.step(reference, 'assess', { level: 'N1', category: 'SAN-FRAIS', ...read })
    expect(await jaabi.caseOf(reference)).toMatchObject({ status: 'assessed', promisedAt: '2027-06-21T14:00:00.000Z' })
    await desk.step(reference, 'assess', { level: 'N2' })
    await jaabi.drain()
    const since = phones.received(woman).slice(before)
    expect(since).toHaveLength(1)
    expect(since[0]).toContain(`No ${reference}. Des nouvelles au plus tard le 21/06`)
  },
)

test('thanks assessed as thanks promise nothing still', async () => {
  const jaabi = await newJaabi()
  const reference = await phonesOf(jaabi).says(woman, 'Merci')
  await jaabi.drain()
  await (await deskOf(jaabi)).step(reference, 'assess', { level: 'N0' })
  expect((await jaabi.caseOf(reference)).promisedAt).toBeNull()
})
