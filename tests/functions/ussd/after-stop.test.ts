import { expect, test } from 'vitest'
import { mayHaveNumber } from '../../../core/case/may-contact.ts'
import { phonesOf, referenceIn, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const words = 'Le forage du quartier est en panne'

/** A phone that complained, was told so, and sent STOP. */
async function stopped() {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const before = await phones.says(woman, 'Le CSCom est fermé le matin')
  await phones.says(woman, 'STOP')
  const heard = phones.received(woman).length
  const since = () => phones.received(woman).slice(heard)
  const dials = async (...keys: string[]) => {
    const keypad = await phones.dials(woman)
    const end = await keypad.type('1', words, ...keys)
    await jaabi.drain()
    return end
  }
  return { jaabi, phones, before, since, dials }
}

/** Past a day, past the promised one and whatever follows it. */
async function later(jaabi: Jaabi) {
  for (const days of [1, 12, 14]) {
    jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + days * 86_400_000).toISOString()
    await jaabi.sweep()
    await jaabi.drain()
  }
}

test('the screen says that STOP holds, and the key that habit presses keeps it', async () => {
  const { jaabi, since, dials } = await stopped()
  expect(await dials()).toBe(
    'CON Vous avez dit STOP aux SMS. Comment vous répondre?\n1 Sans contact\n2 Appel par une femme\n3 Appel par un homme\n4 START: de nouveau des SMS',
  )
  const reference = referenceIn(await dials('1', '1', '1'))
  expect(await jaabi.caseOf(reference)).toMatchObject({ consent: 'none' })
  await later(jaabi)
  expect(since()).toEqual([])
})

test.each([
  ['2', 'call-woman'],
  ['3', 'call-man'],
])('key %s agrees to a call, and no SMS comes of it', async (key, consent) => {
  const { jaabi, since, dials } = await stopped()
  const caseFile = await jaabi.caseOf(referenceIn(await dials(key, '1', '1')))
  expect(caseFile).toMatchObject({ consent })
  expect(mayHaveNumber(caseFile)).toBe(true)
  await later(jaabi)
  expect(since()).toEqual([])
})

test('START on the keypad is START: the acknowledgement leaves, and the case of before may be answered by SMS again', async () => {
  const { jaabi, phones, before, since, dials } = await stopped()
  const reference = referenceIn(await dials('4', '1', '1'))
  expect(since()).toEqual([`Jaabi: bien noté, No ${reference}.`])
  expect(await jaabi.caseOf(reference)).toMatchObject({ consent: 'sms', optedOut: false })
  expect(await jaabi.caseOf(before)).toMatchObject({ consent: 'sms', optedOut: false })
  await phones.says(woman, 'La pompe de Wabaria est cassée')
  expect(since()).toHaveLength(2)
})

test('all answers in one hop, after a lost one, say the same', async () => {
  const { jaabi, phones, since } = await stopped()
  const keypad = await phones.dials(woman)
  await keypad.hop('1')
  const reference = referenceIn(await keypad.type('1', words, '4', '1', '1'))
  await jaabi.drain()
  expect(since()).toEqual([`Jaabi: bien noté, No ${reference}.`])
})

test('STOP between the screen and the key: SMS was agreed to before it, and STOP wins', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const keypad = await phones.dials(woman)
  expect(await keypad.type('1', words)).toContain('1 Oui, SMS')
  await phones.says(woman, 'STOP')
  const heard = phones.received(woman).length
  await keypad.type('1', '1', '1')
  await jaabi.drain()
  await later(jaabi)
  expect(phones.received(woman).slice(heard)).toEqual([])
})

test('a call asked for by SMS after STOP is owed, and asked about by no SMS but that STOP holds', async () => {
  const { jaabi, phones, since } = await stopped()
  const reference = await phones.says(woman, 'RAPPEL')
  expect(await jaabi.caseOf(reference)).toMatchObject({ consent: 'call', callMe: true })
  expect(since()).toEqual(['Jaabi: message noté. Vous avez demandé le silence. START pour recevoir la réponse.'])
  await later(jaabi)
  expect(since()).toHaveLength(1)
})
