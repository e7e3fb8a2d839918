import { describe, expect, test } from 'vitest'
import { deskOf } from '../../../support/functions/desk.ts'
import { phonesOf, woman } from '../../../support/functions/phone.ts'
import { withJaabi } from '../../../support/functions/services.ts'

/* To which of its cases what a phone writes belongs, where it has several, or says the same again. */

const newJaabi = await withJaabi()
const complaint = 'Le forage du village est en panne'
const other = 'Le toit de l’école est tombé'

async function begun() {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const reference = await phones.says(woman, complaint)
  return { jaabi, phones, desk: await deskOf(jaabi), reference }
}
async function asked(text: string) {
  const office = await begun()
  await office.desk.step(office.reference, 'assess', { level: 'N1', category: 'SAN-QUAL' })
  await office.desk.step(office.reference, 'ask', { text })
  await office.phones.report(woman)
  return office
}
async function answered() {
  const office = await begun()
  await office.desk.answers(office.reference, 'la pompe est réparée')
  await office.phones.report(woman)
  return office
}

describe('a bare number', () => {
  test('goes to the case that asked, not to a newer one', async () => {
    const { jaabi, phones, desk, reference } = await begun()
    const newer = await phones.says(woman, other)
    await desk.step(reference, 'assess', { level: 'N1' })
    await desk.step(reference, 'ask', { text: 'Combien de forages?' })
    await phones.report(woman)
    expect(await phones.says(woman, '3')).toBe(reference)
    expect((await jaabi.caseOf(newer)).history.map(({ what }) => what)).not.toContain('message-added')
  })

  test('after a verdict is another one on the same answer: somebody judges, and a newer case is left alone', async () => {
    const { jaabi, phones, desk, reference } = await begun()
    const newer = await phones.says(woman, other)
    await desk.answers(reference, 'la pompe est réparée')
    await phones.report(woman)
    expect(await phones.says(woman, '1')).toBe(reference)
    expect(await phones.says(woman, '1')).toBe(reference)
    expect((await jaabi.caseOf(reference)).unjudged).toEqual([])
    expect(await phones.says(woman, '3')).toBe(reference)
    expect((await jaabi.caseOf(reference)).unjudged).toHaveLength(1)
    expect((await jaabi.caseOf(newer)).wroteAt).toBeNull()
  })

  test('or thanks belong to the last case that is open, whatever became of a later one', async () => {
    const { phones, desk, reference } = await begun()
    const robot = await phones.says(woman, other)
    await desk.step(robot, 'dismiss', { reason: 'essai' })
    expect(await phones.says(woman, '2')).toBe(reference)
    expect(await phones.says(woman, 'merciii')).toBe(reference)
  })
})

describe('the same words again', () => {
  test('once the case is answered they say that nothing changed: somebody judges them, and it does not close', async () => {
    const { jaabi, phones, reference } = await answered()
    expect(await phones.says(woman, complaint)).toBe(reference)
    expect((await jaabi.caseOf(reference)).unjudged).toHaveLength(1)
  })

  test('before anybody asked they are the same complaint', async () => {
    const { jaabi, phones, reference } = await begun()
    expect(await phones.says(woman, complaint)).toBe(reference)
    expect((await jaabi.caseOf(reference)).history.at(-1)?.what).toBe('repeated')
  })

  test('an answer sent twice is one answer, and opens nothing', async () => {
    const { jaabi, phones, reference } = await asked('Quel forage?')
    for (const _ of [1, 2]) expect(await phones.says(woman, 'Celui du marché')).toBe(reference)
    expect(await jaabi.references()).toEqual([reference])
    expect((await jaabi.caseOf(reference)).history.at(-1)?.what).toBe('repeated')
    // A day later it may mean something else.
    jaabi.clock.nowAt = '2027-06-09T10:00:00.000Z'
    expect(await phones.says(woman, 'Celui du marché')).not.toBe(reference)
  })
})

describe('a question back', () => {
  test.each(['c’est bon ?', 'bien reçu ?', 'ok ?'])('« %s » about an answer is somebody’s work', async (text) => {
    const { jaabi, phones, reference } = await answered()
    expect(await phones.says(woman, text)).toBe(reference)
    expect(await jaabi.caseOf(reference)).toMatchObject({ satisfaction: null, unjudged: [expect.any(Number)] })
  })

  test('where nothing is open it asks how a case stands, and opens none', async () => {
    const { jaabi, phones, reference } = await begun()
    await phones.says(woman, 'bien reçu ?')
    expect(await jaabi.references()).toEqual([reference])
    expect(phones.received(woman).at(-1)).toContain('SUIVI')
  })
})

describe('to « pas d’accord ? » of a refusal', () => {
  async function refused() {
    const office = await begun()
    await office.desk.step(office.reference, 'assess', { level: 'N1', category: 'SAN-QUAL' })
    await office.desk.step(office.reference, 'answer', { outcome: 'refused', answer: 'le budget manque' })
    await office.phones.report(woman)
    return office
  }

  test.each(['pas d’accord', 'oui', 'c’est injuste pour nous', '1'])(
    '« %s » joins the case, and somebody judges: « oui » is no « solved »',
    async (text) => {
      const { jaabi, phones, reference } = await refused()
      expect(await phones.says(woman, text)).toBe(reference)
      const { satisfaction, unjudged, status } = await jaabi.caseOf(reference)
      expect([satisfaction, unjudged.length, status]).toEqual([null, 1, 'answered'])
    },
  )

  test('also with its number, and ten days later', async () => {
    const { jaabi, phones, reference } = await refused()
    expect(await phones.says(woman, `oui ${reference}`)).toBe(reference)
    jaabi.clock.nowAt = '2027-06-17T10:00:00.000Z'
    expect(await phones.says(woman, 'on ne comprend pas')).toBe(reference)
    expect(await jaabi.caseOf(reference)).toMatchObject({ satisfaction: null })
  })
})

test('a verdict in words is heard whatever stands between the digits of its number', async () => {
  const { jaabi, phones, reference } = await answered()
  const typed = `${reference.slice(0, 4)},${reference.slice(4, 8)}/${reference.slice(8)}`.replaceAll('0', 'O')
  expect(await phones.says(woman, `${typed} 3 car rien n’a changé`)).toBe(reference)
  expect((await jaabi.caseOf(reference)).satisfaction).toBe(3)
})

test('STOP with a number that is mistyped silences no other case: it says that there is no such number', async () => {
  const { jaabi, phones, reference } = await begun()
  await phones.says(woman, 'STOP 4829137921')
  expect((await jaabi.senderOf(woman))?.optedOut).toBe(false)
  expect((await jaabi.caseOf(reference)).optedOut).toBe(false)
  expect(phones.received(woman)).toHaveLength(2)
})
