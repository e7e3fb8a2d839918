import { describe, expect, test } from 'vitest'
import { deskOf } from '../../support/functions/desk.ts'
import { man, phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'
import { callingAs } from '../../support/gateways/calling.ts'
import { spoken } from '../../support/gateways/spoken.ts'

const newJaabi = await withJaabi()

async function passes(jaabi: Jaabi, minutes: number): Promise<void> {
  jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + minutes * 60_000).toISOString()
  await jaabi.sweep()
  await jaabi.drain()
}

describe('two machines that answer each other', () => {
  test('one that brings our own text back is answered nothing, and opens no case', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, 'Le forage est en panne')
    for (let turn = 0; turn < 5; turn += 1) await phones.says(woman, phones.received(woman).at(-1) ?? '')
    expect(await jaabi.references()).toEqual([reference])
    expect((await jaabi.caseOf(reference)).history).toHaveLength(1)
    expect(phones.received(woman)).toHaveLength(1)
    // Whoever sends on what another phone got has something to say of that case.
    await phones.says(man, phones.received(woman)[0] ?? '')
    expect((await jaabi.caseOf(reference)).history.map(({ what }) => what)).toEqual(['received', 'message-added'])
  })

  test('one that says each time something new gets no more SMS in a day than anybody, and an answer all the same', async () => {
    const jaabi = await newJaabi({ settings: { smsADay: 6 } })
    const phones = phonesOf(jaabi)
    const desk = await deskOf(jaabi)
    let answered = 0
    const first = await phones.says(woman, 'Reponse automatique, recue par la machine no 0')
    for (let minute = 0; minute < 10 * 60; minute += 20) {
      const got = phones.received(woman).length
      for (; answered < got; answered += 1) await phones.says(woman, `SUIVI ${first}`)
      await passes(jaabi, 20)
    }
    expect(phones.received(woman)).toHaveLength(6)
    await desk.answers(first, 'la pompe est réparée')
    expect(phones.received(woman).at(-1)).toContain('la pompe est réparée')
    // The next day begins anew.
    await passes(jaabi, 14 * 60)
    expect(phones.received(woman)).toHaveLength(8)
  })
})

test('what a gateway says of a number that is nobody’s ends the tries at once: somebody visits', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const reference = await phones.says(woman, 'Le forage est en panne')
  await (await deskOf(jaabi)).answers(reference, 'la pompe est réparée')
  await phones.report(woman, 'Failed', { failureReason: 'UserDoesNotExist' })
  const { status, unreachableAt } = await jaabi.caseOf(reference)
  expect([status, unreachableAt !== null]).toEqual(['answered', true])
  await passes(jaabi, 3 * 24 * 60)
  expect(phones.received(woman).filter((text) => text.includes('réparée'))).toHaveLength(1)
})

test('Kannel tells of the first part of a long answer alone: told, unconfirmed, and never sent again', async () => {
  const [kannel] = spoken.filter(({ name }) => name === 'kannel')
  if (!kannel) throw new Error('Kannel is spoken no more')
  const jaabi = await newJaabi({ programme: { gateways: { byPrefix: {}, otherwise: 'kannel', unnamed: null } } })
  const { sms, call } = callingAs(kannel, jaabi)
  await sms({ from: woman, text: 'Le forage est en panne', id: 'one' })
  const [reference = ''] = await jaabi.references()
  const long = `La pompe est réparée depuis lundi. ${'Un comité du village la garde. '.repeat(4)}`
  await (await deskOf(jaabi)).answers(reference, long)
  const answer = jaabi.sms.at(-1)
  const query = new URLSearchParams({ id: answer?.messageId ?? '', to: woman, parts: '2', d: '1' }).toString()
  for (let time = 0; time < 2; time += 1) expect((await call('delivery', { method: 'GET', query })).status).toBe(200)
  expect((await jaabi.caseOf(reference)).told).toMatchObject({ how: 'sms', unconfirmed: true })
  await passes(jaabi, 4 * 24 * 60)
  expect(jaabi.sms.filter(({ text }) => text.includes('comité'))).toHaveLength(1)
})
