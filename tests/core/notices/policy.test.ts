import { describe, expect, test } from 'vitest'
import type { KnownDelivery } from '../../../core/notices/gateway.ts'
import { newNotice, type Notice } from '../../../core/notices/notice.ts'
import { afterDelivery } from '../../../core/notices/notice-steps.ts'
import { isOwnText } from '../../../core/notices/policy/own-text.ts'
import { isLimited, shedIn, useByOf } from '../../../core/notices/policy/purposes.ts'
import { mali } from '../../../programme/mali.ts'

const nine = '2027-06-07T09:00:00.000Z'
const on = (day: number) => `2027-06-${String(day).padStart(2, '0')}T09:00:00.000Z`

describe('how long an SMS is of use', () => {
  test.each([
    ['an answer', 'answer', on(21)],
    ['the reply to a command', 'help', on(8)],
    ['where to go in danger', 'acknowledgementDanger', on(10)],
    ['a question of staff', 'question', on(21)],
    ['that a case is closed', 'closed', on(14)],
    ['a reminder to an organisation', 'reminder', on(10)],
    ['« réglé ? » once more', 'satisfactionReminder', on(14)],
  ])('%s', (_, template, until) => {
    expect(useByOf(template, nine)).toBe(until)
  })

  test('what names a day, no longer than that day; the day a case was closed is no such day', () => {
    expect(useByOf('acknowledgement', nine, on(16))).toBe(on(16))
    expect(useByOf('late', nine, '2027-06-08T12:00:00.000Z')).toBe('2027-06-08T12:00:00.000Z')
    expect(useByOf('delay', nine, '2027-07-20T12:00:00.000Z')).toBe(on(21))
    expect(useByOf('closed', nine, nine)).toBe(on(14))
    expect(useByOf('raised', nine, nine)).toBe(on(21))
  })
})

test('answers, dates, questions and dangers are held by no limit of a day, and are never given up for money; nor are receipts', () => {
  for (const template of [
    'answer',
    'refused',
    'delay',
    'late',
    'reopened',
    'acknowledgementDanger',
    'question',
    'callWho',
  ])
    expect([template, isLimited(template), shedIn(template)]).toEqual([template, false, null])
  for (const template of ['acknowledgement', 'acknowledgementShort', 'acknowledgementCall', 'acknowledgementList'])
    expect([template, isLimited(template), shedIn(template)]).toEqual([template, true, null])
  expect(shedIn('satisfactionReminder')).toBe(1)
  expect(shedIn('reminder')).toBe(2)
})

describe('an answer that failed', () => {
  const sent = (change: Partial<Notice> = {}): Notice => ({
    ...newNotice(
      {
        key: 'k',
        reference: '4829137996',
        index: 3,
        template: 'answer',
        recipient: { to: 'complainant' },
        language: 'fr',
        values: {},
        atOnce: false,
        weighty: true,
        useBy: on(21),
        notBefore: nine,
      },
      nine,
      nine,
    ),
    ...({ state: 'sent', attemptAt: nine, attempts: 1, gateway: 'one', gatewayMessageId: 'at-1' } as const),
    ...change,
  })
  const told = (state: KnownDelivery['state'], reason: string | null): KnownDelivery => ({
    gateway: 'one',
    gatewayMessageId: 'at-1',
    state,
    reason,
    noticeKey: 'k',
    reference: '4829137996',
  })

  test.each([
    ['the phone was off', 'absent', { state: 'waiting', sendAt: '2027-06-08T08:00:00.000Z' }],
    ['nobody knows the code', 'other', { state: 'waiting' }],
    ['there is no such number', 'unknown-number', { state: 'failed', reason: 'unknown-number' }],
    ['the number is of no operator', 'not-network-subscriber', { state: 'failed' }],
    ['their operator lets nobody through', 'do-not-disturb', { state: 'failed' }],
    ['whose credit was used up, theirs or ours, may be filled by then', 'insufficient-balance', { state: 'waiting' }],
  ])('because %s', (_, reason, expected) => {
    expect(afterDelivery(sent(), told('failed', reason), nine)).toMatchObject(expected)
  })

  test('the third time what is ours to mend is a person’s to pass on, and theirs ends', () => {
    expect(afterDelivery(sent({ attempts: 3 }), told('failed', 'not-sent'), nine).state).toBe('by-hand')
    expect(afterDelivery(sent({ attempts: 3 }), told('failed', 'absent'), nine).state).toBe('failed')
  })

  test('of several parts the first alone told: it counts as arrived, unconfirmed, until somebody tells of all of it', () => {
    const first = afterDelivery(sent(), told('delivered', 'unconfirmed'), nine)
    expect(first).toMatchObject({ state: 'delivered', reason: 'unconfirmed' })
    expect(afterDelivery(first, told('delivered', 'unconfirmed'), on(8))).toBe(first)
    expect(afterDelivery(first, told('failed', 'delivery-failure'), on(8))).toBe(first)
    expect(afterDelivery(first, told('delivered', null), on(8))).toMatchObject({ state: 'delivered', reason: null })
  })
})

describe('our own text come back', () => {
  const { languages } = mali.messages
  const reference = '4829137996'
  test('is known by the numbers a programme has set, whoever was asked about before', () => {
    const [{ sms }] = mali.messages.languages
    const elsewhere = { ...mali, settings: { ...mali.settings, helpNumber: '36000' } }
    const own = sms.stopped({ reference: null, helpNumber: null })
    const theirs = sms.stopped({ reference: null, helpNumber: '36000' })
    expect([isOwnText(theirs, elsewhere), isOwnText(own, mali)]).toEqual([true, true])
    expect([isOwnText(own, elsewhere), isOwnText(theirs, mali)]).toEqual([false, false])
  })

  test.each(languages.map((one) => [one.code, one.sms] as const))('is known in %s, with whatever numbers', (_, sms) => {
    const texts = [
      sms.acknowledgement({ reference, date: '21/06', followUp: null }),
      sms.acknowledgementShort({ reference }),
      sms.late({ reference, date: '30/11' }),
      sms.answer({ reference, text: 'La pompe est réparée depuis lundi' }),
      sms.refused({ reference, text: 'Il n’y a plus de bâches' }),
      sms.stage({ reference, stage: 'in-hand', date: null }),
      sms.stopped({ reference: null, helpNumber: null }),
      sms.stopped({ reference, helpNumber: null }),
      sms.reminder({ open: 12, late: 3, link: null }),
      sms.acknowledgementList({ days: [{ date: '21/06', references: [reference, '1000000014'] }] }),
    ]
    for (const text of texts) {
      expect(isOwnText(text, mali), text).toBe(true)
      expect(isOwnText(text.toUpperCase().replaceAll('É', 'E'), mali), text).toBe(true)
      expect(isOwnText(`${text} Je n’ai rien reçu`, mali), text).toBe(false)
      expect(isOwnText(`Pourquoi ce SMS ? ${text}`, mali), text).toBe(false)
    }
  })

  test.each([
    '',
    'Jaabi',
    'Jaabi 4829137996: la pompe est en panne',
    'Merci Jaabi',
    '1',
    'SUIVI 4829137996',
    'bien noté',
  ])('« %s » is somebody’s', (text) => {
    expect(isOwnText(text, mali)).toBe(false)
  })
})
