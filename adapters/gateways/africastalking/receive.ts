/** Africa's Talking's callbacks, read into our own words. Field facts: developers.africastalking.com, SMS and USSD notifications. */
import type { Delivery, Message } from '../../../core/channel/message.ts'
import type { UssdHop } from '../../../core/channel/ussd/hop.ts'
import type { Form } from '../form.ts'
import type { Arrival, Receiver, SmsArrival, UssdEndStatus } from '../gateway.ts'
import { instantOf, readCall, readSms } from '../read-sms.ts'
import { valueIn } from '../table.ts'
import { name } from './name.ts'
import { givenId, providerId } from './provider-id.ts'
import { readHop } from './ussd-hops.ts'

/** A body that is no form at all becomes one strange key: words may hide in it, so it is a message. */
export function parseSms(form: Form, arrival: SmsArrival): Message | 'self-loop' | 'nothing' {
  const { fields } = form
  if ([...fields].every(([key, value]) => value === '' && /^\w*$/.test(key))) return 'nothing'
  const date = fields.get('date') ?? ''
  const written = {
    gateway: name,
    from: fields.get('from') ?? '',
    to: fields.get('to') ?? '',
    text: fields.get('text'),
    id: givenId(fields.get('id')),
    date: { written: date, at: instantOf(date) },
    part: null,
    networkCode: networkOf(form),
    flags: [],
  }
  return readSms(written, form, arrival)
}

const networkOf = ({ fields }: Form): string | null => /^\d{1,10}$/.exec(fields.get('networkCode') ?? '')?.[0] ?? null

/** By lower-case status. Whether `AbsentSubscriber` and `Expired` are final is not documented; nothing is known to follow them. */
const deliveryStates: Record<string, Pick<Delivery, 'state' | 'final'> & { reason?: string }> = {
  sent: { state: 'sent', final: false },
  submitted: { state: 'sent', final: false },
  buffered: { state: 'sent', final: false },
  success: { state: 'delivered', final: true },
  rejected: { state: 'failed', final: true },
  failed: { state: 'failed', final: true },
  absentsubscriber: { state: 'failed', final: true, reason: 'absent' },
  expired: { state: 'failed', final: true, reason: 'expired' },
}

/** By lower-case `failureReason`; `opted-out` means the person blocked us. The gateway misspells "Subscriber". */
const failureReasons: Record<string, string> = {
  insufficientcredit: 'insufficient-balance',
  invalidlinkid: 'invalid-link',
  userisinactive: 'inactive',
  userinblacklist: 'opted-out',
  useraccountsuspended: 'suspended',
  notnetworksubcriber: 'not-network-subscriber',
  notnetworksubscriber: 'not-network-subscriber',
  usernotsubscribedtoproduct: 'not-subscribed',
  userdoesnotexist: 'unknown-number',
  deliveryfailure: 'delivery-failure',
  donotdisturbrejection: 'do-not-disturb',
}

export function parseDelivery({ fields }: Form, { arrivedAt, toPhone }: Arrival): Delivery | null {
  const gatewayMessageId = providerId(fields.get('id'))
  const status = valueIn(deliveryStates, word(fields.get('status')))
  if (gatewayMessageId === null || status === undefined) return null
  const given = word(fields.get('failureReason'))
  const reason = given === '' || given === 'none' ? null : (valueIn(failureReasons, given) ?? 'other')
  return {
    gateway: name,
    gatewayMessageId,
    state: status.state,
    final: status.final,
    reason: status.state === 'failed' ? (reason ?? status.reason ?? null) : null,
    phone: toPhone(fields.get('phoneNumber') ?? ''),
    arrivedAt,
  }
}

/** A bulk opt-out, or a subscription's deletion (an addition is not one). */
export function parseOptOut({ fields }: Form, { toPhone }: Pick<Arrival, 'toPhone'>): string | null {
  return ['', 'deletion'].includes(word(fields.get('updateType'))) ? toPhone(fields.get('phoneNumber') ?? '') : null
}

/** What was typed is kept exactly. */
export function parseUssd(form: Form, { arrivedAt, toPhone }: Arrival): UssdHop | null {
  const { fields } = form
  const sessionId = providerId(fields.get('sessionId'))
  const phone = toPhone(fields.get('phoneNumber') ?? '')
  if (sessionId === null || phone === null) return null
  const typed = fields.get('text') ?? ''
  return {
    sessionId,
    phone,
    serviceCode: (fields.get('serviceCode') ?? '').trim(),
    networkCode: networkOf(form),
    arrivedAt,
    read: (seen, digest) => readHop(seen, typed, digest),
  }
}

const endStatuses: Record<string, UssdEndStatus> = { success: 'finished', incomplete: 'abandoned', failed: 'failed' }

/** The notice that a session is over. It repeats everything typed: none of that is read. */
export function parseUssdEnd({ fields }: Form): { sessionId: string; status: UssdEndStatus } | null {
  const sessionId = providerId(fields.get('sessionId'))
  return sessionId === null
    ? null
    : { sessionId, status: valueIn(endStatuses, word(fields.get('status'))) ?? 'unknown' }
}

/** Nobody picks up: what a call costs begins when somebody does. */
const refusal = '<?xml version="1.0" encoding="UTF-8"?><Response><Reject/></Response>'

/** A call begins (`isActive` 1) or is over (0, under the same session): one call, whichever of the two reaches us. Ours are none. */
export function parseVoice(form: Form, arrival: SmsArrival): { call: Message | null; answer: string } {
  const field = (key: string) => form.fields.get(key)
  const id = providerId(field('sessionId'))
  const isOurs = word(field('direction')) === 'outbound'
  const isOver = field('isActive')?.trim() === '0'
  const written = { gateway: name, from: field('callerNumber') ?? '', to: field('destinationNumber') ?? '', id }
  return { call: isOurs || (isOver && id === null) ? null : readCall(written, form, arrival), answer: refusal }
}

const word = (value: string | undefined): string => (value ?? '').trim().toLowerCase()

export const africasTalking: Receiver = {
  name,
  by: 'POST',
  sms: parseSms,
  delivery: parseDelivery,
  'opt-out': parseOptOut,
  ussd: parseUssd,
  'ussd-end': parseUssdEnd,
  voice: parseVoice,
}
