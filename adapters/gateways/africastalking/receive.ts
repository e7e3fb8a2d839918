/** Africa's Talking's callbacks, read into our own words. Field facts: developers.africastalking.com, SMS and USSD notifications. */
import type { Delivery, Message, Sender } from '../../../core/channel/message.ts'
import type { UssdHop } from '../../../core/channel/ussd/hop.ts'
import type { Form } from '../form.ts'
import type { Arrival, Receiver, SmsArrival, UssdEndStatus } from '../gateway.ts'
import { name } from './name.ts'
import { providerId } from './provider-id.ts'
import { readHop } from './ussd-hops.ts'

/** Something could not be read into the message, so the body is kept beside it. */
const losses = ['bad-encoding', 'duplicate-field', 'many-fields', 'no-sender', 'no-text']
const maxSenderLength = 64
/** No two clocks agree; beyond this one of them is wrong. */
const clocksApartMs = 5 * 60_000

export function parseSms(form: Form, arrival: SmsArrival): Message | 'self-loop' | 'nothing' {
  const { fields } = form
  // A body that is no form at all becomes one strange key: words may hide in it, so it is kept.
  if ([...fields].every(([key, value]) => value === '' && /^\w*$/.test(key))) return 'nothing'

  const from = (fields.get('from') ?? '').slice(0, maxSenderLength)
  const sender = senderOf(from, arrival.toPhone)
  const comparable = (number: string) => arrival.toPhone(number) ?? number.trim().toLowerCase()
  const compared = sender.phone ?? from.trim().toLowerCase()
  const ownNumbers = [...arrival.ownNumbers, fields.get('to') ?? '']
  if (compared !== '' && ownNumbers.some((own) => comparable(own) === compared)) return 'self-loop'

  const text = fields.get('text') ?? ''
  const id = fields.get('id')
  const externalId = providerId(id)
  const date = fields.get('date') ?? ''
  const providerAt = instantOf(date)
  const oddities: Record<string, boolean> = {
    'no-text': !fields.has('text'),
    'blank-text': fields.has('text') && text.trim() === '',
    'control-characters': /[^\P{Cc}\t\n\r]/u.test(text),
    'no-sender': sender.is === 'unknown',
    'not-a-phone': sender.is === 'name' || sender.is === 'short-code',
    'no-id': externalId === null,
    'long-id': externalId !== null && externalId !== id,
    'odd-date': date !== '' && providerAt === null,
    // No date of theirs counts, only when it came to us; it may still tell two messages apart.
    'future-date': providerAt !== null && Date.parse(providerAt) > Date.parse(arrival.arrivedAt) + clocksApartMs,
  }
  const flags = [...form.flags, ...Object.keys(oddities).filter((flag) => oddities[flag])]
  return {
    channel: 'sms',
    gateway: name,
    account: arrival.account,
    externalId,
    sender,
    to: fields.get('to')?.trim().slice(0, maxSenderLength) || null,
    text,
    part: null,
    providerAt,
    arrivedAt: arrival.arrivedAt,
    networkCode: networkOf(form),
    flags,
    raw: flags.some((flag) => losses.includes(flag)) ? form.body : null,
  }
}

function senderOf(from: string, toPhone: Arrival['toPhone']): Sender {
  const phone = toPhone(from)
  if (phone !== null) return { is: 'phone', phone }
  const raw = from.trim()
  if (raw === '') return { is: 'unknown', phone: null, raw }
  return { is: /^\+?\d+$/.test(raw) ? 'short-code' : 'name', phone: null, raw }
}

/** `2017-05-03T06:04:45(.445)Z` or `2017-05-03 06:04:45`, the second taken as UTC; null for anything else. */
function instantOf(date: string): string | null {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)Z?$/.exec(date.trim()) ?? []
  if (day === undefined || time === undefined) return null
  const at = new Date(`${day}T${time}Z`)
  // The 30th of February parses, as the 2nd of March.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? at.toISOString() : null
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
  const status = deliveryStates[word(fields.get('status'))]
  if (gatewayMessageId === null || status === undefined) return null
  const given = word(fields.get('failureReason'))
  const reason = given === '' || given === 'none' ? null : (failureReasons[given] ?? 'other')
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
  return sessionId === null ? null : { sessionId, status: endStatuses[word(fields.get('status'))] ?? 'unknown' }
}

const word = (value: string | undefined): string => (value ?? '').trim().toLowerCase()

export const africasTalking: Receiver = {
  name,
  sms: parseSms,
  delivery: parseDelivery,
  'opt-out': parseOptOut,
  ussd: parseUssd,
  'ussd-end': parseUssdEnd,
}
