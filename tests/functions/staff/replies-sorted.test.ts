import { describe, expect, test } from 'vitest'
import { bothDoors } from '../../support/functions/both-doors.ts'
import { man, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const complaint = 'Le forage du village est en panne'
const place = { system: 'cod-2021', code: 'ML0701' }
const wordsIn = async (jaabi: Jaabi, reference: string) =>
  (await jaabi.saidIn(reference)).map(({ words }) => words).join(' | ')

/** A case its partner works on, asked about; the person has replied. */
async function replied(words = 'Celui du marché') {
  const office = await bothDoors(await newJaabi())
  const reference = await office.phones.says(woman, complaint)
  await office.takes(
    reference,
    ['focal-point', 'assess', { level: 'N1', place }],
    ['focal-point', 'assign', { organisation: 'ong-sante-gao' }],
    ['focal-point', 'ask', { text: 'Quel forage?' }],
  )
  await office.jaabi.drain()
  expect(await office.phones.says(woman, words)).toBe(reference)
  return { ...office, reference }
}

describe('a reply split off', () => {
  test('is a case of its own, with its own receipt, and gone from the partner’s view', async () => {
    const { jaabi, phones, call, takes, reference } = await replied('Il ouvre à dix heures et ferme à midi')
    const before = (await call('focal-point', `/cases/${reference}`)).json.history ?? []
    const index = before.findIndex(({ what }) => what === 'message-added')
    await takes(reference, ['focal-point', 'split', { index }])
    await jaabi.drain()
    const other = (await jaabi.references()).find((one) => one !== reference) ?? ''
    expect(await wordsIn(jaabi, other)).toBe('Il ouvre à dix heures et ferme à midi')
    expect(await wordsIn(jaabi, reference)).not.toContain('gardien')
    expect(phones.received(woman).at(-1)).toContain(`message bien noté, No ${other}`)
    const partner = await call('partner', `/cases/${reference}`)
    expect(JSON.stringify(partner.json)).not.toContain('gardien')
    expect(JSON.stringify(partner.json)).not.toContain(other)
    expect((await call('partner', `/cases/${other}`)).status).toBe(404)
    expect((await jaabi.caseOf(other)).receivedAt).toBe((await jaabi.caseOf(reference)).history[index]?.at)
    // Twice is once, and only replies may be taken out.
    for (const wrong of [index, 0, 99]) {
      const refused = await call('focal-point', `/cases/${reference}/split`, { index: wrong })
      expect(refused.json.why).toBe('not-a-reply')
    }
  })

  test('waits for nobody’s verdict any more where it was split off an answered case', async () => {
    const { jaabi, phones, takes, reference } = await replied()
    await takes(reference, ['focal-point', 'answer', { outcome: 'resolved', answer: 'la pompe est réparée' }])
    await jaabi.drain()
    await phones.says(woman, 'Le toit de l’école est tombé')
    const { unjudged } = await jaabi.caseOf(reference)
    expect(unjudged).toHaveLength(1)
    await takes(reference, ['focal-point', 'split', { index: String(unjudged[0]) }])
    expect((await jaabi.caseOf(reference)).unjudged).toEqual([])
  })
})

describe('words that may answer several questions', () => {
  async function undecided(words = 'Celui du marché') {
    const office = await bothDoors(await newJaabi())
    const { phones, takes, jaabi } = office
    const first = await phones.says(woman, complaint)
    const second = await phones.says(woman, 'Le toit de l’école est tombé')
    for (const reference of [first, second])
      await takes(
        reference,
        ['focal-point', 'assess', { level: 'N1', place }],
        ['focal-point', 'assign', { organisation: 'ong-sante-gao' }],
        ['focal-point', 'ask', { text: 'Lequel?' }],
      )
    await jaabi.drain()
    return { ...office, first, second, apart: await phones.says(woman, words) }
  }

  test('are joined by whoever triages: its words move, its number shows the other case, and it counts nowhere', async () => {
    const { jaabi, phones, call, takes, first, second, apart } = await undecided()
    const { json } = await call('focal-point', `/cases/${apart}`)
    expect(json.nextAction).toBe('sort-reply')
    expect(JSON.stringify(json)).toContain(`"mayReplyTo":["${first}","${second}"]`.replace(/\[.*\]/, ''))
    await takes(apart, ['focal-point', 'join', { to: first }])
    await jaabi.drain()
    expect(await wordsIn(jaabi, first)).toContain('Celui du marché')
    expect((await jaabi.caseOf(first)).asked).toBeNull()
    expect((await jaabi.caseOf(second)).asked).not.toBeNull()
    expect(await jaabi.caseOf(apart)).toMatchObject({ status: 'closed', closedHow: 'joined', joinedTo: first })
    await phones.says(man, `SUIVI ${apart}`)
    expect(phones.received(man).at(-1)).toContain(`Jaabi ${first}: nous nous en occupons`)
    for (const sms of phones.received(woman)) expect(new Set(sms.match(/\d{10}/g)).size).toBeLessThan(2)
  })

  test('are no reply to just any case, and what must not join does not by hand either', async () => {
    const { call, apart, takes } = await undecided()
    const other = await call('focal-point', `/cases/${apart}/join`, { to: '4829137920' })
    expect(other.json.why).toBe('not-a-reply')
    const danger = await undecided('Ma voisine saigne beaucoup')
    await danger.takes(danger.apart, ['focal-point', 'assess', { level: 'N1' }])
    const refused = await danger.call('focal-point', `/cases/${danger.apart}/join`, { to: danger.first })
    expect(refused.json.why).toBe('stays-apart')
    await takes(
      apart,
      ['focal-point', 'assess', { level: 'N1', place }],
      ['focal-point', 'assign', { organisation: 'ong-sante-gao' }],
    )
    const partner = await call('partner', `/cases/${apart}`)
    expect(partner.json.history?.[0]).not.toHaveProperty('mayReplyTo')
  })
})

test('a partner does not judge its own answer as solved; that it is not, it may say', async () => {
  const { jaabi, phones, call, takes, reference } = await replied()
  await takes(reference, ['partner', 'answer', { outcome: 'resolved', answer: 'la pompe est réparée' }])
  await jaabi.drain()
  await phones.says(woman, 'Oui mais une seule des deux fontaines marche')
  expect((await call('partner', `/cases/${reference}/judge`, { verdict: '1' })).json.why).toBe('own-answer')
  await takes(reference, ['partner', 'judge', { verdict: '3' }])
  expect((await jaabi.caseOf(reference)).reopenings).toBe(1)
})

describe('withdrawn by staff, as the person asked', () => {
  test('the case ends, the person is told, and number and words are gone in a day', async () => {
    const { jaabi, phones, call, takes, reference } = await replied()
    expect((await call('partner', `/cases/${reference}/withdraw`, { reason: 'elle le dit' })).status).toBe(409)
    await takes(reference, ['focal-point', 'withdraw', { reason: 'elle est venue le dire' }])
    await jaabi.drain()
    expect(phones.received(woman).at(-1)).toContain(`Jaabi ${reference}: dossier retiré`)
    jaabi.clock.nowAt = '2027-06-08T09:00:00.000Z'
    await jaabi.sweep()
    const { sealed, caseFile } = (await jaabi.cases.load(reference)) ?? {}
    expect([caseFile?.closedHow, caseFile?.erased]).toEqual(['withdrawn', ['contact', 'words']])
    expect(sealed).toMatchObject({ contact: null, words: {} })
    expect(JSON.stringify(await jaabi.senderOf(woman))).not.toContain(reference)
    await phones.says(woman, `SUIVI ${reference}`)
    expect(phones.received(woman).at(-1)).toBe(`Jaabi ${reference}: message bien noté.`)
  })

  test('a case that may be S is not', async () => {
    const office = await bothDoors(await newJaabi())
    const reference = await office.phones.says(woman, 'un agent a violé une fille du camp')
    const refused = await office.call('focal-point', `/cases/${reference}/withdraw`, { reason: 'elle le dit' })
    expect(refused.json.why).toBe('not-for-s')
  })
})
