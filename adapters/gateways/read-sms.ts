import { createHash } from 'node:crypto'
import type { Message, Sender } from '../../core/channel/message.ts'
import type { Form } from './form.ts'
import type { Arrival, SmsArrival } from './gateway.ts'

/** What a gateway's own fields say of one SMS, before anything is judged. Empty where it says nothing. */
export interface WrittenSms {
  gateway: string
  from: string
  to: string
  /** Undefined where no field held a text. */
  text: string | undefined
  /** As the gateway wrote its id; null where it has none. */
  id: string | null
  /** As it was written, and read as an instant; null where nobody can. */
  date: { written: string; at: string | null }
  part: Message['part']
  networkCode: string | null
  /** What else was odd. */
  flags: readonly string[]
}

/** Something could not be read into the message, so the body is kept beside it. */
const losses = ['bad-encoding', 'bad-json', 'duplicate-field', 'many-fields', 'no-sender', 'no-text']
const maxSenderLength = 64
const maxIdLength = 128
/** No two clocks agree; beyond this one of them is wrong. */
const clocksApartMs = 5 * 60_000

/** Too long an id is kept as its hash, so that it still tells two messages apart. */
export const shortId = (id: string): string =>
  id.length <= maxIdLength ? id : `sha256:${createHash('sha256').update(id).digest('hex')}`

/** Whatever came is a message, however odd, with a flag for each oddity; only our own echo is none. */
export function readSms(written: WrittenSms, form: Form, arrival: SmsArrival): Message | 'self-loop' {
  const from = written.from.slice(0, maxSenderLength)
  const sender = senderOf(from, arrival.toPhone)
  const comparable = (number: string) => arrival.toPhone(number) ?? number.trim().toLowerCase()
  const compared = sender.phone ?? from.trim().toLowerCase()
  if (compared !== '' && [...arrival.ownNumbers, written.to].some((own) => comparable(own) === compared))
    return 'self-loop'

  const { text = '', id, date } = written
  // A date that nobody can read still tells two messages apart.
  const told = id ?? (date.at === null && date.written !== '' ? `date:${date.written}` : null)
  const externalId = told === null ? null : shortId(told)
  const oddities: Record<string, boolean> = {
    'no-text': written.text === undefined,
    'blank-text': written.text !== undefined && text.trim() === '',
    'control-characters': /[^\P{Cc}\t\n\r]/u.test(text),
    'no-sender': sender.is === 'unknown',
    'not-a-phone': sender.is === 'name' || sender.is === 'short-code',
    'no-id': id === null,
    'long-id': externalId !== told,
    'odd-date': date.written !== '' && date.at === null,
    // No date of theirs counts, only when it came to us; it may still tell two messages apart.
    'future-date': date.at !== null && Date.parse(date.at) > Date.parse(arrival.arrivedAt) + clocksApartMs,
  }
  const flags = [...form.flags, ...written.flags, ...Object.keys(oddities).filter((flag) => oddities[flag])]
  return {
    channel: 'sms',
    gateway: written.gateway,
    account: arrival.account,
    externalId,
    sender,
    to: written.to.trim().slice(0, maxSenderLength) || null,
    text,
    part: written.part,
    providerAt: date.at,
    arrivedAt: arrival.arrivedAt,
    networkCode: written.networkCode,
    flags,
    raw: flags.some((flag) => losses.includes(flag)) ? form.body : null,
  }
}

/** A call that was not taken: it says who, and nothing else. Null for one of our own lines. */
export function readCall(
  written: Pick<WrittenSms, 'gateway' | 'from' | 'to' | 'id'>,
  form: Form,
  arrival: SmsArrival,
): Message | null {
  const sms = { ...written, text: '', date: { written: '', at: null }, part: null, networkCode: null, flags: [] }
  const read = readSms(sms, form, arrival)
  return read === 'self-loop'
    ? null
    : { ...read, channel: 'call', flags: read.flags.filter((flag) => flag !== 'blank-text') }
}

function senderOf(from: string, toPhone: Arrival['toPhone']): Sender {
  const phone = toPhone(from)
  if (phone !== null) return { is: 'phone', phone }
  const raw = from.trim()
  if (raw === '') return { is: 'unknown', phone: null, raw }
  return { is: /^\+?\d+$/.test(raw) ? 'short-code' : 'name', phone: null, raw }
}

/** `2017-05-03T06:04:45(.445)`, `T` or a blank between, then `Z`, `+02:00` or nothing, which is taken as UTC; null for anything else. */
export function instantOf(date: string): string | null {
  const written = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(?:Z|([+-]\d{2}):?(\d{2}))?$/.exec(
    date.trim(),
  )
  const [, day, time, hours, minutes] = written ?? []
  if (day === undefined || time === undefined) return null
  const at = new Date(`${day}T${time}${hours === undefined ? 'Z' : `${hours}:${minutes ?? ''}`}`)
  // The 30th of February parses, as the 2nd of March.
  const isDay = !Number.isNaN(at.getTime()) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
  return isDay ? at.toISOString() : null
}
