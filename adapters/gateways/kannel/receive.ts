/** Kannel's calls, read into our own words: Kannel 1.4.5 with the configuration of docs/gateways.md, which names each field. */
import type { Delivery, Message } from '../../../core/channel/message.ts'
import { unconfirmed } from '../../../core/notices/gateway.ts'
import type { Form } from '../form.ts'
import type { Arrival, Receiver, SmsArrival } from '../gateway.ts'
import { readSms, shortId } from '../read-sms.ts'
import { valueIn } from '../table.ts'
import { name } from './name.ts'
import { partOf } from './part-header.ts'
import { readText } from './text.ts'

export function parseSms(form: Form, arrival: SmsArrival): Message | 'self-loop' | 'nothing' {
  const field = (key: string) => form.fields.get(key) ?? ''
  if (['p', 'b', 'I'].every((key) => field(key) === '')) return 'nothing'
  const octets = form.fields.get('b')
  const { text, flags } = readText(octets ?? '', { charset: field('C'), coding: field('c') })
  const header = field('u')
  const written = {
    gateway: name,
    from: readText(field('p')).text,
    to: readText(field('P')).text,
    text: octets === undefined ? undefined : text,
    id: readText(field('I')).text.trim() || null,
    // Kannel's own time is the moment it took the SMS, a moment before it calls us.
    date: { written: '', at: null },
    part: partOf(header),
    networkCode: null,
    flags: header === '' ? flags : [...flags, 'incomplete'],
  }
  return readSms(written, form, arrival)
}

/**
 * By Kannel's own numbers. Of an SMS in several parts only the first tells (1: that part arrived). 4 and 8 say how far it got; what the
 * operator refused (16) may be followed by a 1 of another part, and the first final state stands.
 */
const states: Readonly<Record<string, Pick<Delivery, 'state' | 'final' | 'reason'>>> = {
  1: { state: 'delivered', final: true, reason: null },
  2: { state: 'failed', final: true, reason: 'delivery-failure' },
  4: { state: 'sent', final: false, reason: null },
  8: { state: 'sent', final: false, reason: null },
  16: { state: 'failed', final: true, reason: 'operator-refused' },
}

/** Told by the first of several parts: the rest may be lost, and nobody will say. */
const ofFirst = (told: (typeof states)[string], parts: string): (typeof states)[string] =>
  told.state === 'delivered' && Number(parts) > 1 ? { ...told, reason: unconfirmed } : told

/** The id is ours: Kannel has none to give when it takes an SMS, so it travels in the address that is called, and the number with it. */
export function parseDelivery({ fields }: Form, { arrivedAt, toPhone }: Arrival): Delivery | null {
  const id = fields.get('id')?.trim() ?? ''
  const told = valueIn(states, fields.get('d')?.trim() ?? '')
  if (id === '' || told === undefined) return null
  return {
    gateway: name,
    gatewayMessageId: shortId(id),
    ...ofFirst(told, fields.get('parts') ?? ''),
    phone: toPhone(fields.get('to') ?? ''),
    arrivedAt,
  }
}

export const kannel: Receiver = { name, by: 'GET', sms: parseSms, delivery: parseDelivery }
