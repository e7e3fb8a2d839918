/** What the app « SMS Gateway for Android » (capcom6, 1.4x to 1.6x) posts, read into our own words: docs.sms-gate.app, Webhooks, and its code. */
import type { Delivery, Message } from '../../../core/channel/message.ts'
import { neverLeft } from '../../../core/notices/gateway.ts'
import type { Form } from '../form.ts'
import type { Arrival, Receiver, SmsArrival } from '../gateway.ts'
import { instantOf, readSms, shortId } from '../read-sms.ts'
import { partsIn } from './message-id.ts'
import { name } from './name.ts'
import { signed } from './signature.ts'

const payload =
  ({ fields }: Form) =>
  (key: string): string | undefined =>
    fields.get(`payload.${key}`)

/** Words come with these two; an MMS is announced by another one, without its words. */
const bringWords: readonly string[] = ['sms:received', 'mms:downloaded']

/**
 * A long SMS comes whole: the phone joins its parts. The same one may come twice under new ids of the event, and its `messageId` is a
 * hash of what we compare anyway: the instant its message centre put on it stays the same, and tells two equal texts apart.
 */
export function parseSms(form: Form, arrival: SmsArrival): Message | 'self-loop' | 'nothing' {
  const field = payload(form)
  const event = form.fields.get('event')
  const mms = [field('subject'), field('body')].filter((one) => one !== undefined && one !== '')
  const text = field('message') ?? (mms.length > 0 ? mms.join('\n') : undefined)
  // A body that is neither JSON nor a form becomes one strange key: words may hide in it.
  const isEmpty = [...form.fields].every(([key, value]) => value === '' && /^[\w.]*$/.test(key))
  const saysNothing = event === undefined ? isEmpty : !bringWords.includes(event)
  if (text === undefined && saysNothing) return 'nothing'
  const date = field('receivedAt') ?? ''
  const at = instantOf(date)
  const written = {
    gateway: name,
    from: field('sender') ?? field('phoneNumber') ?? '',
    to: field('recipient') ?? '',
    text,
    id: at ?? field('messageId') ?? null,
    date: { written: date, at },
    part: null,
    networkCode: null,
    flags: event === 'mms:downloaded' ? ['mms'] : [],
  }
  return readSms(written, form, arrival)
}

/** `Pending` and `Processed` are never told. A person can cancel on the phone what waits there. */
const states: Readonly<Record<string, Pick<Delivery, 'state' | 'final'>>> = {
  'sms:sent': { state: 'sent', final: false },
  'sms:delivered': { state: 'delivered', final: true },
  'sms:failed': { state: 'failed', final: true },
  'sms:cancelled': { state: 'failed', final: true },
}

/** By how the words of a failure begin; all others (`Send result`, `No SIMs found`, a cancel) say that it never left our phone. */
const reasons: readonly [RegExp, string][] = [
  [/^TTL expired/, 'expired'],
  [/^Delivery result/, 'delivery-failure'],
]

/** Of a long SMS each part that arrived is told alone, and each maybe twice under new ids: when it arrived stays the same. */
export function parseDelivery(form: Form, { arrivedAt, toPhone }: Arrival): Delivery | null {
  const field = payload(form)
  const id = field('messageId')?.trim() ?? ''
  const told = states[form.fields.get('event') ?? '']
  if (id === '' || told === undefined) return null
  const said = field('reason') ?? ''
  const of = partsIn(id)
  return {
    gateway: name,
    gatewayMessageId: shortId(id),
    ...told,
    reason: told.state === 'failed' ? (reasons.find(([begins]) => begins.test(said))?.[1] ?? neverLeft) : null,
    phone: toPhone(field('recipient') ?? field('phoneNumber') ?? ''),
    part: told.state === 'delivered' && of > 1 ? { key: shortId(field('deliveredAt') ?? ''), of } : null,
    arrivedAt,
  }
}

export const android: Receiver = { name, by: 'POST', json: true, signed, sms: parseSms, delivery: parseDelivery }
