import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { parseDelivery, parseSms } from '../../../../adapters/gateways/android/receive.ts'
import { signed } from '../../../../adapters/gateways/android/signature.ts'
import { parseJson } from '../../../../adapters/gateways/json.ts'
import { oneOf } from '../../../support/gateways/one-form.ts'
import { toPhone } from '../../../../functions/wiring/aws.ts'

const arrivedAt = '2027-06-07T09:00:00.000Z'
const arrival = { arrivedAt, toPhone, account: 'ml', ownNumbers: ['36019'] }
const formOf = (body: unknown) =>
  oneOf(parseJson('application/json', typeof body === 'string' ? body : JSON.stringify(body), new URLSearchParams()))
const event = (name: string, payload: Record<string, unknown>, id = 'Ey6ECgOkVVFjz3CL48B8C') => ({
  deviceId: 'ffffffffceb0b1db0000018e937c815b',
  event: name,
  id,
  payload,
  webhookId: 'one',
})
const received = {
  messageId: 'a80532bb',
  message: 'Le forage est en panne',
  sender: '+22370000001',
  phoneNumber: '+22370000001',
  recipient: null,
  simNumber: 1,
  receivedAt: '2027-06-07T11:59:58.000+03:00',
}
const sms = (body: unknown) => {
  const read = parseSms(formOf(body), arrival)
  if (read === 'nothing' || read === 'self-loop') throw new Error(`an SMS was read as ${read}`)
  return read
}

describe('an SMS that a phone brings', () => {
  test('is read by its words, its sender, and the instant its centre put on it, in whatever zone the phone is', () => {
    expect(sms(event('sms:received', received))).toMatchObject({
      text: 'Le forage est en panne',
      sender: { is: 'phone', phone: '+22370000001' },
      to: null,
      externalId: '2027-06-07T08:59:58.000Z',
      providerAt: '2027-06-07T08:59:58.000Z',
      flags: [],
      raw: null,
    })
  })

  test('keeps every letter: several parts come whole', () => {
    const message = 'Dɔgɔtɔrɔso ka ji tɛ – « ɲɛ » 😀\n'.repeat(12)
    expect(sms(event('sms:received', { ...received, message })).text).toBe(message)
  })

  test('twice under new ids, and with another hash of the same, is one: what is compared stays the same', () => {
    const one = sms(event('sms:received', received, 'one'))
    const other = sms(event('sms:received', { ...received, messageId: 'ffffffff', simNumber: null }, 'other'))
    expect(other.externalId).toBe(one.externalId)
    const later = sms(event('sms:received', { ...received, receivedAt: '2027-06-07T11:59:59.000+03:00' }, 'one'))
    expect(later.externalId).not.toBe(one.externalId)
  })

  test('of an older app, which names the sender otherwise', () => {
    const { sender: _, ...older } = received
    expect(sms(event('sms:received', { ...older, phoneNumber: '70000001' })).sender).toEqual({
      is: 'phone',
      phone: '+22370000001',
    })
  })

  test('that a phone made an MMS of keeps its words, and says that it was one', () => {
    const { message: _, ...rest } = received
    const attachments = [{ partId: 1, contentType: 'image/jpeg', data: 'AAAA' }]
    const mms = event('mms:downloaded', { ...rest, subject: 'Forage', body: 'Voici la panne', attachments })
    expect(sms(mms)).toMatchObject({ text: 'Forage\nVoici la panne', flags: ['mms'] })
  })

  test.each([
    ['without a time', { ...received, receivedAt: undefined }, [], 'a80532bb'],
    ['with a time nobody can read', { ...received, receivedAt: 'hier' }, ['odd-date'], 'a80532bb'],
    ['from a name', { ...received, sender: 'Orange' }, ['not-a-phone'], '2027-06-07T08:59:58.000Z'],
    ['without words', { ...received, message: undefined }, ['no-text'], '2027-06-07T08:59:58.000Z'],
  ])('%s is kept', (_, payload, flags, externalId) => {
    const read = sms(event('sms:received', payload))
    expect(read).toMatchObject({ externalId, flags })
  })

  test('cut off in the middle is kept as far as it came, with what was posted', () => {
    const body = JSON.stringify(event('sms:received', received)).slice(0, 140)
    expect(sms(body)).toMatchObject({ flags: expect.arrayContaining(['bad-json']) as unknown, raw: body })
  })

  test.each([
    ['a ping', event('system:ping', {})],
    ['what became of an SMS', event('sms:delivered', { messageId: 'x', deliveredAt: arrivedAt })],
    ['the announcement of an MMS', event('mms:received', { sender: '+22370000001', transactionId: 'x' })],
    ['nothing', '{}'],
  ])('%s is no SMS', (_, body) => {
    expect(parseSms(formOf(body), arrival)).toBe('nothing')
  })
})

describe('what became of an SMS', () => {
  const id = '0123456789abcdef0123456789abcdef-1'
  const told = (name: string, payload: Record<string, unknown>) =>
    parseDelivery(formOf(event(name, { recipient: '+22370000001', ...payload })), { arrivedAt, toPhone })

  test.each([
    ['sms:sent', {}, { state: 'sent', final: false, reason: null }],
    ['sms:delivered', { deliveredAt: arrivedAt }, { state: 'delivered', final: true, reason: null, part: null }],
    ['sms:failed', { reason: 'TTL expired' }, { state: 'failed', final: true, reason: 'expired' }],
    [
      'sms:failed',
      { reason: 'Delivery result from SC +223: 70' },
      { state: 'failed', final: true, reason: 'delivery-failure' },
    ],
    [
      'sms:failed',
      { reason: 'Send result: RESULT_ERROR_NO_SERVICE (…)' },
      { state: 'failed', final: true, reason: 'not-sent' },
    ],
    ['sms:failed', { reason: "Can't send message: No SIMs found" }, { state: 'failed', reason: 'not-sent' }],
    ['sms:cancelled', {}, { state: 'failed', final: true, reason: 'not-sent' }],
  ])('%s %j', (name, payload, delivery) => {
    expect(told(name, { messageId: id, ...payload })).toMatchObject({
      gateway: 'android',
      gatewayMessageId: id,
      phone: '+22370000001',
      ...delivery,
    })
  })

  test('of one in three parts each that arrives is one of three, known again by when it arrived', () => {
    const three = id.replace(/1$/, '3')
    const [one, again, other] = ['10:00:00.001', '10:00:00.001', '10:00:00.002'].map(
      (at) => told('sms:delivered', { messageId: three, deliveredAt: `2027-06-07T${at}+00:00` })?.part,
    )
    expect(one?.of).toBe(3)
    expect(again).toEqual(one)
    expect(other?.key).not.toBe(one?.key)
  })

  test.each([
    ['system:ping', {}],
    ['sms:received', { messageId: 'a80532bb' }],
    ['sms:delivered', {}],
    ['sms:unheard-of', { messageId: id }],
  ])('%s %j changes nothing', (name, payload) => {
    expect(told(name, payload)).toBeNull()
  })
})

describe('a signature', () => {
  const seconds = Date.parse(arrivedAt) / 1_000
  const body = JSON.stringify(event('sms:received', { ...received, message: 'Dɔgɔtɔrɔso 😀' }))
  const call = (stamp: string, key: string, signedBody = body) => ({
    headers: new Headers({
      'X-Timestamp': stamp,
      'X-Signature': createHmac('sha256', key)
        .update(signedBody + stamp)
        .digest('hex'),
    }),
    body,
    at: arrivedAt,
  })

  test('by any of the keys is ours', () => {
    for (const key of ['new', 'old']) expect(signed(call(String(seconds), key), ['new', 'old'])).toBe(true)
  })

  test.each([
    ['by another key', call(String(seconds), 'guessed')],
    ['of another body', call(String(seconds), 'new', `${body} `)],
    [
      'of another stamp',
      { ...call(String(seconds), 'new'), headers: new Headers({ 'x-timestamp': '1', 'x-signature': '' }) },
    ],
    ['that is none', { headers: new Headers(), body, at: arrivedAt }],
    [
      'that is no hex',
      { headers: new Headers({ 'x-timestamp': String(seconds), 'x-signature': 'z'.repeat(64) }), body, at: arrivedAt },
    ],
  ])('%s is nobody’s', (_, given) => {
    expect(signed(given, ['new', 'old'])).toBe(false)
  })

  test.each([
    [23, true],
    [25, false],
    [-23, true],
    [-25, false],
    [24 * 365 * 50, false],
  ])('by a clock %i hours off: %s', (hours, known) => {
    expect(signed(call(String(seconds + hours * 3_600), 'new'), ['new'])).toBe(known)
  })

  test('where no key stands nobody is known', () => {
    expect(signed(call(String(seconds), ''), [])).toBe(false)
  })
})
