/** What Orange's SMS API posts to us, read into our own words: developer.orange.com, SMS Africa and Middle East 2.0, as GSMA OneAPI 2. */
import type { Delivery, Message } from '../../../core/channel/message.ts'
import type { Form } from '../form.ts'
import type { Arrival, Receiver, SmsArrival } from '../gateway.ts'
import { instantOf, readSms, shortId } from '../read-sms.ts'
import { valueIn } from '../table.ts'
import { name } from './name.ts'

/** By the last part of its path: whatever the notification is wrapped in, it holds one SMS or one delivery. */
const fieldsOf =
  ({ fields }: Form) =>
  (key: string): string | undefined =>
    [...fields].find(([path]) => path === key || path.endsWith(`.${key}`))?.[1]

/** `tel:+22370000001`, also escaped as in an address. */
const numberOf = (address = ''): string => address.replace(/^tel(:|%3a)/i, '').replace(/^%2b/i, '+')

/** A body that is neither JSON nor a form becomes one strange key: words may hide in it, so it is a message. */
const isEmpty = ({ fields }: Form): boolean => [...fields].every(([key, value]) => value === '' && /^[\w.]*$/.test(key))

/** `messageId` is there in one of the three published samples; without it date, sender and text tell a repeat. */
export function parseSms(form: Form, arrival: SmsArrival): Message | 'self-loop' | 'nothing' {
  if (isEmpty(form)) return 'nothing'
  const field = fieldsOf(form)
  const date = field('dateTime') ?? ''
  const written = {
    gateway: name,
    from: numberOf(field('senderAddress')),
    to: numberOf(field('destinationAddress')),
    text: field('message'),
    id: field('messageId')?.trim() || null,
    date: { written: date, at: instantOf(date) },
    part: null,
    networkCode: null,
    flags: [],
  }
  return readSms(written, form, arrival)
}

/** In small letters. Of one that is uncertain nobody knows more, and nothing follows it: it stays sent. */
const states: Readonly<Record<string, Pick<Delivery, 'state' | 'final' | 'reason'>>> = {
  deliveredtoterminal: { state: 'delivered', final: true, reason: null },
  deliveredtonetwork: { state: 'sent', final: false, reason: null },
  deliveredtogateway: { state: 'sent', final: false, reason: null },
  messagewaiting: { state: 'sent', final: false, reason: null },
  deliveryuncertain: { state: 'sent', final: false, reason: null },
  deliveryimpossible: { state: 'failed', final: true, reason: 'delivery-failure' },
}

/** `callbackData` is the last part of the `resourceURL` that our sending was answered with. */
export function parseDelivery(form: Form, { arrivedAt, toPhone }: Arrival): Delivery | null {
  const field = fieldsOf(form)
  const id = field('callbackData')?.trim() ?? ''
  const told = valueIn(states, (field('deliveryStatus') ?? '').trim().toLowerCase())
  if (id === '' || told === undefined) return null
  const phone = toPhone(numberOf(field('address')))
  return { gateway: name, gatewayMessageId: shortId(id), ...told, phone, arrivedAt }
}

export const orangeSms: Receiver = { name, by: 'POST', json: true, sms: parseSms, delivery: parseDelivery }
