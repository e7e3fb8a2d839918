import type { SendResult } from '../../../core/notices/gateway.ts'
import { httpAnswer, httpErrors, refused, undecided, withoutAnswer } from '../sending.ts'
import { name } from './name.ts'
import { providerId } from './provider-id.ts'

/** By per-recipient `statusCode`, the only thing that counts; HTTP 201 and the summary say nothing. 100 to 102 are accepted. */
const refusals: Record<number, SendResult> = {
  401: refused('risk-hold'),
  402: refused('invalid-sender'),
  403: refused('invalid-number'),
  404: refused('unsupported-number'),
  // Sending again costs nothing and brings nothing: a person must buy credit.
  405: refused('insufficient-balance'),
  406: { outcome: 'opted-out' },
  // What to expect where the operator has no agreement with the gateway.
  407: refused('no-route'),
  409: refused('do-not-disturb'),
  500: refused('gateway-fault', true),
  501: refused('operator-fault', true),
  502: refused('operator-refused'),
}
const accepted = [100, 101, 102]

/** A 2xx body: what it says of our one recipient. */
export function readReply(body: unknown, to: string): SendResult {
  const recipients = at(at(body, 'SMSMessageData'), 'Recipients')
  if (!Array.isArray(recipients)) return undecided('unreadable-reply')
  // An unknown sender name is HTTP 201 with an empty list and the name of the error as summary.
  if (recipients.length === 0) {
    return refused(at(at(body, 'SMSMessageData'), 'Message') === 'InvalidSenderId' ? 'invalid-sender' : 'no-recipient')
  }
  const ours: unknown =
    recipients.find((recipient) => at(recipient, 'number') === to) ??
    recipients.find((recipient) => recipients.length === 1 && !isFullNumber(at(recipient, 'number')))
  if (ours === undefined) return undecided('no-recipient')

  const code = Number(at(ours, 'statusCode') ?? Number.NaN)
  if (!accepted.includes(code)) return refusals[code] ?? undecided('unknown-code')
  const gatewayMessageId = providerId(at(ours, 'messageId'))
  return gatewayMessageId === null
    ? undecided('no-message-id')
    : { outcome: 'accepted', gateway: name, gatewayMessageId }
}

/**
 * What the SDK rejected with: an axios error (it carries the API key, the recipient and the text, so only our own codes
 * leave here), the bare body of a 2xx other than 201, or its own refusal of the number before anything was sent.
 */
export function readFailure(failure: unknown, to: string): SendResult {
  if (!(failure instanceof Error)) return readReply(failure, to)
  if (at(failure, 'isAxiosError') !== true) return refused('invalid-number')
  const status = at(at(failure, 'response'), 'status')
  if (typeof status !== 'number') return withoutAnswer(at(failure, 'code'))
  if (status in httpErrors) return httpAnswer(status)
  const told = readReply(at(at(failure, 'response'), 'data'), to)
  return told.outcome === 'undecided' ? httpAnswer(status) : told
}

const isFullNumber = (number: unknown): boolean => typeof number === 'string' && /^\+\d{7,15}$/.test(number)

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined
