import { createHmac } from 'node:crypto'
import { signingKeys } from '../../../adapters/gateways/token.ts'
import { gatewayToken } from '../functions/services.ts'
import type { FieldNames } from '../../../core/notices/gateway.ts'

/** A call as a gateway makes it; `query` stands behind the address. */
export interface Call {
  method: 'GET' | 'POST'
  query?: string
  headers?: Record<string, string>
  body?: string
}

/** What a phone wrote, or what became of an SMS of ours, in nobody's language. */
export interface Said {
  from: string
  text: string
  id: string | null
}
export interface Told {
  id: string
  to: string
  state: 'sent' | 'delivered' | 'failed'
}

/** How one gateway says it: the fields by their names, and how fields travel. A gateway joins the contract by one row of `spoken`. */
export interface Spoken {
  name: string
  sms: (said: Said) => Record<string, string>
  delivery: (told: Told) => Record<string, string>
  /** Only of those that carry USSD: all that was typed in a session so far. */
  ussd?: (hop: { session: string; from: string; typed: string }) => Record<string, string>
  /** The name of the field that holds the text. */
  textIn: string
  carry: (fields: Record<string, string>) => Call
  /** Signs a call at an instant, where it signs them; `token`: that of its address. */
  sign?: (call: Call, at: string, token?: string) => Call
  /** Are its calls answered nothing, since it may send the answer on to the phone? */
  answeredNothing: boolean
  /** What it is answered whose body it labels as JSON and that is none. */
  mislabelled: 200 | 415
}

const formed = 'application/x-www-form-urlencoded'
const inForm = (fields: Record<string, string>): Call => ({
  method: 'POST',
  headers: { 'content-type': formed },
  body: new URLSearchParams(fields).toString(),
})

/** Fields by their paths as the JSON they stand in: `a.b` within `a`. */
export function nested(fields: Record<string, string>): unknown {
  const whole = Object.create(null) as Record<string, unknown>
  for (const [path, value] of Object.entries(fields)) {
    const parts = path.split('.')
    const last = parts.pop() ?? ''
    let within: unknown = whole
    for (const part of parts) if (isObject(within)) within = within[part] ??= Object.create(null)
    // Under a field that is a text already: by its path, as one name.
    if (isObject(within)) within[last] = value
    else whole[path] = value
  }
  return whole
}
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const inJson = (fields: Record<string, string>): Call => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(nested(fields)),
})

const octets = (text: string): string =>
  Array.from(Buffer.from(text), (one) => `%${one.toString(16).padStart(2, '0')}`).join('')
const inQuery = (fields: Record<string, string>): Call => ({
  method: 'GET',
  query: Object.entries(fields)
    .map(([key, value]) => `${encodeURIComponent(key)}=${octets(value)}`)
    .join('&'),
})

const given = (fields: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (value === null ? [] : [[key, value]])))
const wrapped = (path: string, fields: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(given(fields)).map(([key, value]) => [`${path}.${key}`, value]))

/** Names that differ from those the programme ships with. */
export const otherNames: FieldNames = {
  sms: { from: ['msg.sender'], to: ['msg.receiver'], text: ['msg.body'], id: ['msg.id'], date: ['msg.at'] },
  delivery: {
    id: ['report.id'],
    phone: ['report.msisdn'],
    state: ['report.status'],
    states: { '1': 'sent', delivrd: 'delivered', undeliv: 'failed' },
  },
}

export const spoken: readonly Spoken[] = [
  {
    name: 'africastalking',
    sms: ({ from, text, id }) => given({ from, text, id, to: '36019', date: '2027-06-07 09:00:00' }),
    delivery: ({ id, to, state }) => ({
      id,
      phoneNumber: to,
      status: { sent: 'Sent', delivered: 'Success', failed: 'Failed' }[state],
    }),
    ussd: ({ session, from, typed }) => ({
      sessionId: session,
      phoneNumber: from,
      serviceCode: '*384*123#',
      text: typed,
    }),
    textIn: 'text',
    carry: inForm,
    answeredNothing: false,
    mislabelled: 415,
  },
  {
    name: 'android',
    sms: ({ from, text, id }) => ({
      event: 'sms:received',
      ...wrapped('payload', {
        sender: from,
        messageId: id,
        message: text,
        receivedAt: '2027-06-07T09:00:00.000+02:00',
      }),
    }),
    delivery: ({ id, to, state }) => ({
      event: `sms:${state}`,
      ...wrapped('payload', {
        recipient: to,
        messageId: id,
        ...(state === 'failed' ? { reason: 'Delivery result: 1' } : {}),
      }),
    }),
    textIn: 'payload.message',
    carry: inJson,
    sign: (call, at, token = gatewayToken) => {
      const stamp = String(Math.floor(Date.parse(at) / 1_000))
      const [key = ''] = signingKeys('android', [token])
      const signature = createHmac('sha256', key)
        .update((call.body ?? '') + stamp)
        .digest('hex')
      return { ...call, headers: { ...call.headers, 'x-timestamp': stamp, 'x-signature': signature } }
    },
    answeredNothing: true,
    mislabelled: 200,
  },
  {
    name: 'generichttp',
    sms: ({ from, text, id }) => given({ from, text, id, to: '36019', date: '2027-06-07T09:00:00.123+02:00' }),
    delivery: ({ id, to, state }) => ({ id, to, state }),
    textIn: 'text',
    carry: inForm,
    answeredNothing: true,
    mislabelled: 200,
  },
  {
    name: 'kannel',
    sms: ({ from, text, id }) => given({ p: from, P: '36019', b: text, C: 'UTF-8', c: '0', I: id, u: '' }),
    delivery: ({ id, to, state }) => ({ id, to, d: { sent: '8', delivered: '1', failed: '2' }[state] }),
    textIn: 'b',
    carry: inQuery,
    answeredNothing: true,
    mislabelled: 200,
  },
  {
    name: 'orangesms',
    sms: ({ from, text, id }) =>
      wrapped('inboundSMSMessageNotification.inboundSMSMessage', {
        senderAddress: `tel:${from}`,
        destinationAddress: 'tel:+22336019',
        message: text,
        dateTime: '2027-06-07T09:00:00Z',
        messageId: id,
      }),
    delivery: ({ id, to, state }) => ({
      'deliveryInfoNotification.callbackData': id,
      'deliveryInfoNotification.deliveryInfo.address': `tel:${to}`,
      'deliveryInfoNotification.deliveryInfo.deliveryStatus': {
        sent: 'DeliveredToNetwork',
        delivered: 'DeliveredToTerminal',
        failed: 'DeliveryImpossible',
      }[state],
    }),
    textIn: 'inboundSMSMessageNotification.inboundSMSMessage.message',
    carry: inJson,
    answeredNothing: true,
    mislabelled: 200,
  },
]

/** The same one, where an organisation's gateway brings JSON under names of its own. */
export const inOtherNames: Spoken = {
  name: 'generichttp',
  sms: ({ from, text, id }) =>
    wrapped('msg', { sender: from, body: text, id, receiver: '36019', at: '2027-06-07T09:00:00Z' }),
  delivery: ({ id, to, state }) =>
    wrapped('report', { id, msisdn: to, status: { sent: '1', delivered: 'DELIVRD', failed: 'UNDELIV' }[state] }),
  textIn: 'msg.body',
  carry: inJson,
  answeredNothing: true,
  mislabelled: 200,
}
