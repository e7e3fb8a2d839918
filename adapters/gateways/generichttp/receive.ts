/** Whoever calls us by HTTP with fields of their own names: what they are called stands in `programme/gateways.ts`. */
import type { Delivery, Message } from '../../../core/channel/message.ts'
import type { FieldNames } from '../../../core/notices/gateway.ts'
import type { Form } from '../form.ts'
import type { Arrival, Receiver, SmsArrival } from '../gateway.ts'
import { instantOf, readSms, shortId } from '../read-sms.ts'
import { valueIn } from '../table.ts'
import { name } from './name.ts'

/** Where the programme names none: whatever comes is kept as it is. */
const noNames: FieldNames = {
  sms: { from: [], to: [], text: [], id: [], date: [] },
  delivery: { id: [], phone: [], state: [], states: {} },
}

const namesIn = ({ fields }: Pick<Arrival, 'fields'>): FieldNames => fields?.[name] ?? noNames

/** Of the names a field may have, the first that is there. */
const fieldOf = ({ fields }: Form, names: readonly string[]): string | undefined =>
  names.map((one) => fields.get(one)).find((value) => value !== undefined)

/** A body that is neither JSON nor a form becomes one strange key: words may hide in it, so it is a message. */
const isEmpty = ({ fields }: Form): boolean =>
  [...fields].every(([key, value]) => value === '' && /^[\w.-]*$/.test(key))

export function parseSms(form: Form, arrival: SmsArrival): Message | 'self-loop' | 'nothing' {
  if (isEmpty(form)) return 'nothing'
  const { sms } = namesIn(arrival)
  const date = fieldOf(form, sms.date) ?? ''
  const written = {
    gateway: name,
    from: fieldOf(form, sms.from) ?? '',
    to: fieldOf(form, sms.to) ?? '',
    text: fieldOf(form, sms.text),
    id: fieldOf(form, sms.id)?.trim() || null,
    date: { written: date, at: instantOf(date) },
    part: null,
    networkCode: null,
    flags: [],
  }
  return readSms(written, form, arrival)
}

/** Why one failed nobody tells alike: a failure is a failure. */
export function parseDelivery(form: Form, arrival: Arrival): Delivery | null {
  const { delivery } = namesIn(arrival)
  const id = fieldOf(form, delivery.id)?.trim() ?? ''
  const state = valueIn(delivery.states, (fieldOf(form, delivery.state) ?? '').trim().toLowerCase())
  if (id === '' || state === undefined) return null
  return {
    gateway: name,
    gatewayMessageId: shortId(id),
    state,
    final: state !== 'sent',
    reason: state === 'failed' ? 'delivery-failure' : null,
    phone: arrival.toPhone(fieldOf(form, delivery.phone) ?? ''),
    arrivedAt: arrival.arrivedAt,
  }
}

export const parseOptOut = (form: Form, arrival: Arrival): string | null =>
  arrival.toPhone(fieldOf(form, namesIn(arrival).sms.from) ?? '')

export const genericHttp: Receiver = {
  name,
  by: 'POST',
  json: true,
  sms: parseSms,
  delivery: parseDelivery,
  'opt-out': parseOptOut,
}
