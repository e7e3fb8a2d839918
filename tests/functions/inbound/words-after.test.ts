import { describe, expect, test } from 'vitest'
import { bothDoors, toTheStub } from '../../support/functions/both-doors.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { man, phonesOf, referenceIn, woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()

describe('words that cite a case that is over', () => {
  /** One closed case of each level, and somebody who writes about it. */
  async function closed() {
    const office = await bothDoors(await newJaabi())
    const { phones, takes, jaabi } = office
    const s2 = await phones.says(woman, 'On frappe les enfants ici')
    await takes(s2, ['focal-point', 'assess', { level: 'S2' }], ...toTheStub)
    const ordinary = await phones.says(woman, 'Le forage du village est en panne')
    await takes(ordinary, ['focal-point', 'dismiss', { reason: 'robot' }])
    const s1 = await phones.says(woman, 'Le moulin est cassé')
    await takes(
      s1,
      ['focal-point', 'assess', { level: 'S1' }],
      ['focal-point', 'refer', { to: 'integrity-body' }],
      ['focal-point', 'receipt', { body: 'integrity-body', number: 'IO-7' }],
      ['deputy', 'confirm', {}],
    )
    expect((await jaabi.caseOf(s1)).status).toBe('closed')
    return { ...office, s2, s1, ordinary }
  }

  test.each(['APPEL n', 'n il a recommencé hier', '3 n'])(
    '« %s »: of an S case they may be S again, so only the focal point reads them',
    async (text) => {
      const { jaabi, call, phones, s2, s1, ordinary } = await closed()
      for (const [cited, lane] of [[s2, 'P'] as const, [s1, 'P'] as const, [ordinary, 'N'] as const]) {
        const reference = await phones.says(man, text.replace('n', cited))
        expect([reference === cited, (await jaabi.caseOf(reference)).lane], lane).toEqual([false, lane])
        expect((await call('gao', `/cases/${reference}`)).status).toBe(404)
        // Whoever holds the phone sees the same whatever the cited case was.
        expect(phones.received(man).at(-1)).toBe(`Jaabi: bien noté, No ${reference}.`)
      }
      expect(JSON.stringify(await jaabi.senderOf(man))).not.toContain(s2)
    },
  )

  test('of an S case they reach no region, whatever they say and however long they lie', async () => {
    const { jaabi, phones, s2 } = await closed()
    const reference = await phones.says(man, `${s2} le forage est en panne`)
    jaabi.clock.nowAt = '2027-07-30T09:00:00.000Z'
    await jaabi.sweep()
    await jaabi.drain()
    expect((await jaabi.caseOf(reference)).escalationLevel).toBe(0)
    expect(jaabi.published.filter(({ body }) => body.includes(reference))).toEqual([])
  })
})

describe('a verdict that comes before the report of delivery', () => {
  async function answered(outcome = 'resolved') {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, 'Le forage du village est en panne')
    const desk = await deskOf(jaabi)
    await desk.step(reference, 'assess', { level: 'N1' })
    await desk.step(reference, 'answer', { outcome, answer: 'la pompe est réparée' })
    return { jaabi, phones, reference }
  }

  test.each(['3', 'non', '٣', 'Ayi'])('« %s » reopens one level up, and counts as told', async (text) => {
    const { jaabi, phones, reference } = await answered()
    expect(await phones.says(woman, text)).toBe(reference)
    const { history, satisfaction, status } = await jaabi.caseOf(reference)
    expect(history.slice(-3).map(({ what }) => what)).toEqual(['told', 'satisfied', 'reopened'])
    expect([satisfaction, status]).toEqual([3, 'assessed'])
    await phones.report(woman)
    expect((await jaabi.caseOf(reference)).told).toBeNull()
  })

  test.each([
    ['1', 1],
    ['oui', 1],
    ['2', 2],
  ] as const)('« %s » is kept once: said again it is only a message', async (text, score) => {
    const { jaabi, phones, reference } = await answered()
    expect(await phones.says(woman, text)).toBe(reference)
    expect((await jaabi.caseOf(reference)).satisfaction).toBe(score)
    await phones.says(woman, '1')
    const { history } = await jaabi.caseOf(reference)
    expect(history.filter(({ what }) => what === 'satisfied')).toHaveLength(1)
    expect(history.at(-1)?.what).toBe('message-added')
  })

  test('not where no verdict was asked for: a refusal says how to appeal', async () => {
    const { jaabi, phones, reference } = await answered('refused')
    await phones.says(woman, '3')
    expect((await jaabi.caseOf(reference)).history.at(-1)?.what).toBe('message-added')
  })

  test('nor before there is an answer; and « non » to no question is somebody’s voice', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, 'Le forage du village est en panne')
    expect(await phones.says(woman, '3')).toBe(reference)
    expect((await jaabi.caseOf(reference)).history.at(-1)?.what).toBe('message-added')
    expect(referenceIn(await phones.says(woman, 'non'))).not.toBe(reference)
    expect(await jaabi.references()).toHaveLength(2)
  })

  test('nor for a case another number was cited for', async () => {
    const { jaabi, phones, reference } = await answered()
    await phones.says(woman, '3 4829137920')
    expect((await jaabi.caseOf(reference)).satisfaction).toBeNull()
  })
})

describe('telling by voice', () => {
  const complaint = 'Le forage du village est en panne'
  async function answered(before: 'STOP' | 'nothing') {
    const office = await bothDoors(await newJaabi())
    const reference = await office.phones.says(woman, complaint)
    if (before === 'STOP') await office.phones.says(woman, 'STOP')
    await office.takes(
      reference,
      ['focal-point', 'assess', { level: 'N1' }],
      ['focal-point', 'answer', { outcome: 'resolved', answer: 'la pompe est réparée' }],
    )
    return { ...office, reference }
  }

  test('told again, the day it was told does not move, nor what runs from it', async () => {
    const { jaabi, takes, reference } = await answered('nothing')
    await takes(reference, ['focal-point', 'told', { how: 'call' }])
    const { told, version } = await jaabi.caseOf(reference)
    jaabi.clock.nowAt = '2027-06-20T09:00:00.000Z'
    await takes(reference, ['focal-point', 'told', { how: 'face' }])
    expect(await jaabi.caseOf(reference)).toMatchObject({ told, version: version + 1 })
    expect(told).toMatchObject({ how: 'call' })
  })

  test.each(['call', 'face', 'relay'])('nobody who said STOP is tried by %s', async (how) => {
    const { jaabi, call, reference } = await answered('STOP')
    const tried = await call('focal-point', `/cases/${reference}/told`, { how, reached: false })
    expect(tried).toMatchObject({ status: 409, json: { why: 'no-contact' } })
    expect((await jaabi.caseOf(reference)).callTries).toEqual([])
  })

  test('who agreed to be contacted may be tried, and who comes by themselves may be told', async () => {
    const agreed = await answered('nothing')
    await agreed.takes(agreed.reference, ['focal-point', 'told', { how: 'call', reached: false }])
    const stopped = await answered('STOP')
    await stopped.takes(stopped.reference, ['focal-point', 'told', { how: 'face' }])
    expect((await stopped.jaabi.caseOf(stopped.reference)).told).toMatchObject({ how: 'face' })
  })
})
