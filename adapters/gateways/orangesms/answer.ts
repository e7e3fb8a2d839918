import type { SendResult } from '../../../core/notices/gateway.ts'
import { shortId } from '../read-sms.ts'
import { httpAnswer, refused, undecided } from '../sending.ts'
import { valueIn } from '../table.ts'
import { name } from './name.ts'

/**
 * By the code in the body: those of the SMS API (`SVC…`, `POL…`, GSMA OneAPI) and the numbers of what stands before all of Orange's
 * (developer.orange.com, Orange APIs error handling).
 */
const refusals: Readonly<Record<string, SendResult>> = {
  // Server faults of the service behind: the same SMS may pass in a minute.
  SVC0001: refused('gateway-fault', true),
  SVC1000: refused('gateway-fault', true),
  SVC0002: refused('invalid-input'),
  SVC0003: refused('invalid-input'),
  SVC0004: refused('invalid-number'),
  SVC0280: refused('too-long'),
  POL0001: refused('operator-refused'),
  POL0003: refused('operator-refused'),
  // The application is not, or no longer, subscribed to this API.
  50: refused('not-subscribed'),
  51: refused('not-subscribed'),
  52: refused('not-subscribed'),
  // At most 25 requests a second, for all of an application together.
  53: refused('throttled', true),
}

/** No code says that a bundle is used up or over; the words of a policy error do. Sending again brings nothing: a person must buy. */
const saysNoCredit = /\b(bundle|contract|credit|balance|units?|quota)\b|expired/i

/** 201 alone means taken; what names it later is the last part of its `resourceURL`. */
export function readAnswer(status: number, body: string): SendResult {
  const parts = partsOf(body)
  if (status === 201 || status === 200) {
    const id = decoded(
      parts
        .get('resourceURL')
        ?.split('/')
        .findLast((part) => part !== '') ?? '',
    )
    return id === ''
      ? undecided('no-message-id')
      : { outcome: 'accepted', gateway: name, gatewayMessageId: shortId(id) }
  }
  const code = parts.get('messageId') ?? parts.get('code') ?? ''
  const isPolicy = code.startsWith('POL')
  if (isPolicy && saysNoCredit.test(`${parts.get('text') ?? ''} ${parts.get('variables') ?? ''}`))
    return refused('insufficient-balance')
  // 502 and 504 come from what stands before: the SMS may have passed it, whatever the body says.
  return status >= 400 && status < 502 ? (valueIn(refusals, code) ?? httpAnswer(status)) : httpAnswer(status)
}

/** What each name holds, however deep it stands; empty where the body is no JSON. */
function partsOf(body: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  try {
    JSON.parse(body, (key, value: unknown) => {
      if (typeof value === 'string' || typeof value === 'number') parts.set(key, String(value))
      if (Array.isArray(value)) parts.set(key, value.join(' '))
      return value
    })
  } catch {
    // A page of somebody in between: its status speaks.
  }
  return parts
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
