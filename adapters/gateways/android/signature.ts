import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Call } from '../gateway.ts'

/**
 * How far a phone's clock may be from ours. Its stamp is of each try, so what waited for days still comes with a new one. Within two days
 * every SMS is known again (design §4), so what somebody plays back earlier changes nothing, and a phone in the wrong time zone loses nothing.
 */
const skewMs = 24 * 3_600_000
const digestBytes = 32

/** HMAC-SHA256 of the body and the stamp after it, in hex: `X-Signature`, and `X-Timestamp` in seconds. */
export function signed({ headers, body, at }: Call, keys: readonly string[]): boolean {
  const stamp = headers.get('x-timestamp')?.trim() ?? ''
  const given = Buffer.from(headers.get('x-signature')?.trim() ?? '', 'hex')
  const isNow = /^\d{1,12}$/.test(stamp) && Math.abs(Number(stamp) * 1_000 - Date.parse(at)) <= skewMs
  if (!isNow || given.length !== digestBytes) return false
  // Each is compared, so that the time says nothing about which one matched.
  return keys.reduce((known, key) => timingSafeEqual(given, digestOf(body + stamp, key)) || known, false)
}

const digestOf = (text: string, key: string): Buffer => createHmac('sha256', key).update(text).digest()
