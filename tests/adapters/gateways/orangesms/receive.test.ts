import { describe, expect, test } from 'vitest'
import { parseJson } from '../../../../adapters/gateways/json.ts'
import { oneOf } from '../../../support/gateways/one-form.ts'
import { parseDelivery, parseSms } from '../../../../adapters/gateways/orangesms/receive.ts'
import type { Message } from '../../../../core/channel/message.ts'
import { arrival } from '../../../support/form-of.ts'

const form = (body: unknown) => oneOf(parseJson('application/json', JSON.stringify(body), new URLSearchParams()))
/** As developer.orange.com shows it, with and without `messageId`. */
const sms = (given: Record<string, unknown> = {}) => ({
  inboundSMSMessageNotification: {
    callbackData: 'jaabi',
    inboundSMSMessage: {
      dateTime: '2026-01-15T08:30:00Z',
      destinationAddress: 'tel:+22336019',
      messageId: '5f1c-22',
      message: 'Le forage est en panne',
      senderAddress: 'tel:+22370000001',
      ...given,
    },
  },
})
function message(given: Record<string, unknown> = {}): Message {
  const read = parseSms(form(sms(given)), arrival)
  if (typeof read === 'string') throw new Error(read)
  return read
}

describe('an SMS', () => {
  test('whole', () => {
    expect(message()).toEqual({
      channel: 'sms',
      gateway: 'orangesms',
      account: 'minka',
      externalId: '5f1c-22',
      sender: { is: 'phone', phone: '+22370000001' },
      to: '+22336019',
      text: 'Le forage est en panne',
      part: null,
      providerAt: '2026-01-15T08:30:00.000Z',
      arrivedAt: arrival.arrivedAt,
      networkCode: null,
      flags: [],
      raw: null,
    })
  })

  test('without an id of its own its date tells it from others', () => {
    const { externalId, flags, providerAt } = message({ messageId: undefined, dateTime: '2012-10-10T11:17:27+02:00' })
    expect({ externalId, flags, providerAt }).toEqual({
      externalId: null,
      flags: ['no-id'],
      providerAt: '2012-10-10T09:17:27.000Z',
    })
  })

  test.each([
    'tel:+22370000001',
    'TEL:+22370000001',
    'tel:%2B22370000001',
    'tel%3A%2B22370000001',
    '+22370000001',
    'tel:22370000001',
  ])('a number written as %s is the same phone', (senderAddress) => {
    expect(message({ senderAddress }).sender).toEqual({ is: 'phone', phone: '+22370000001' })
  })

  test('somebody under a name that is no number is nobody to answer', () => {
    expect(message({ senderAddress: 'acr:X-Orange' }).sender).toEqual({ is: 'name', phone: null, raw: 'acr:X-Orange' })
  })

  test('without its wrapping, or in another', () => {
    const inner = sms().inboundSMSMessageNotification.inboundSMSMessage
    for (const body of [inner, { inboundSMSMessage: inner }, { inboundSMSMessageList: { inboundSMSMessage: [inner] } }])
      expect(parseSms(form(body), arrival)).toMatchObject({ text: inner.message, externalId: inner.messageId })
  })

  test('of several in one call each is one', () => {
    const inner = sms().inboundSMSMessageNotification.inboundSMSMessage
    const body = JSON.stringify({ inboundSMSMessage: [inner, { ...inner, message: 'Le second' }] })
    const read = parseJson('application/json', body, new URLSearchParams()).map((one) => parseSms(one, arrival))
    expect(read).toMatchObject([
      { text: inner.message, raw: null },
      { text: 'Le second', raw: null },
    ])
  })

  test('our own echo is none, and nothing is nothing', () => {
    expect(parseSms(form(sms({ senderAddress: 'tel:36019' })), arrival)).toBe('self-loop')
    expect(parseSms(form({}), arrival)).toBe('nothing')
    expect(parseSms(form({ inboundSMSMessageNotification: {} }), arrival)).toBe('nothing')
  })
})

describe('a delivery', () => {
  const told = (deliveryStatus: string, callbackData: unknown = '9c1e-40') =>
    parseDelivery(
      form({
        deliveryInfoNotification: {
          callbackData,
          deliveryInfo: { address: 'tel:+22370000001', deliveryStatus },
        },
      }),
      arrival,
    )

  test.each([
    ['DeliveredToTerminal', 'delivered', true, null],
    ['DeliveredToNetwork', 'sent', false, null],
    ['DeliveredToGateway', 'sent', false, null],
    ['MessageWaiting', 'sent', false, null],
    ['DeliveryUncertain', 'sent', false, null],
    ['DeliveryImpossible', 'failed', true, 'delivery-failure'],
    [' deliveredtoterminal ', 'delivered', true, null],
  ])('%s', (status, state, final, reason) => {
    expect(told(status)).toEqual({
      gateway: 'orangesms',
      gatewayMessageId: '9c1e-40',
      state,
      final,
      reason,
      phone: '+22370000001',
      arrivedAt: arrival.arrivedAt,
    })
  })

  test('in a state nobody has published, or of no SMS, says nothing', () => {
    expect(told('SomethingElse')).toBeNull()
    for (const none of ['', ' ', null]) expect(told('DeliveredToTerminal', none)).toBeNull()
    expect(parseDelivery(form({}), arrival)).toBeNull()
  })
})
