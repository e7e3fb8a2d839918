import { expect, test } from 'vitest'
import { deskOf } from '../../support/functions/desk.ts'
import { phonesOf, woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'
import { doorsOf } from '../../support/functions/staff-doors.ts'

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

/** Read as ordinary, raised to S1, and lowered again by two, so many days after it came. */
async function wasIntegrity(loweredOn: string) {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const reference = await phones.says(woman, 'On paie le lit du centre')
  await jaabi.drain()
  const { takes } = await doorsOf(jaabi)
  const takesOk = async (role: 'focal-point' | 'integrity' | 'deputy', step: string, body: object) => {
    expect((await takes(role, reference, step, body)).status, step).toBe(200)
    await jaabi.drain()
  }
  await takesOk('focal-point', 'assess', { level: 'N1' })
  await takesOk('focal-point', 'assess', { level: 'S1', category: 'INT-ARGENT' })
  jaabi.clock.nowAt = loweredOn
  const before = phones.received(woman).length
  await takesOk('integrity', 'assess', { level: 'N1', category: 'SAN-FRAIS', reason: 'pas un abus' })
  await takesOk('deputy', 'confirm', {})
  return { promisedAt: (await jaabi.caseOf(reference)).promisedAt, since: phones.received(woman).slice(before) }
}

test('a promise that was taken back and is made anew for another day is not moved in silence', async () => {
  const { promisedAt, since } = await wasIntegrity('2027-06-28T10:00:00.000Z')
  expect(promisedAt?.slice(0, 10)).toBe('2027-07-12')
  expect(since).toEqual([expect.stringMatching(/plus de temps, pardon.*12\/07/)])
})

test('a promise that stands again for the same day is not repeated', async () => {
  const { promisedAt, since } = await wasIntegrity('2027-06-08T10:00:00.000Z')
  expect([promisedAt?.slice(0, 10), since]).toEqual(['2027-06-21', []])
})

test('thanks assessed as thanks promise nothing still', async () => {
  const jaabi = await newJaabi()
  const reference = await phonesOf(jaabi).says(woman, 'Merci')
  await jaabi.drain()
  await (await deskOf(jaabi)).step(reference, 'assess', { level: 'N0' })
  expect((await jaabi.caseOf(reference)).promisedAt).toBeNull()
})
