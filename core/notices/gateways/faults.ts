import type { SendResult } from '../gateway.ts'

/** What a failed send says of the gateway: `at-once`, that no other will leave either; `counts`, that something is wrong if it goes on. */
type Weight = 'at-once' | 'counts'

/** By the code a gateway's folder gives. What is not here says something of the number, of the text, or that we are too fast. */
const refusals: Readonly<Record<string, Weight>> = {
  'insufficient-balance': 'at-once',
  'invalid-sender': 'at-once',
  'no-account': 'at-once',
  'no-phone': 'at-once',
  'not-subscribed': 'at-once',
  'sign-in-refused': 'at-once',
  'http-401': 'at-once',
  'http-403': 'at-once',
  'gateway-fault': 'counts',
  'no-route': 'counts',
  'not-taken': 'counts',
  'operator-fault': 'counts',
  'phone-away': 'counts',
  'sdk-unavailable': 'counts',
  'sign-in-away': 'counts',
  unreachable: 'counts',
}

/** Null where a result says nothing against its gateway. Of an answer that never came it is never the person's fault. */
export function faultOf(result: SendResult): Weight | null {
  if (result.outcome === 'undecided') return 'counts'
  if (result.outcome !== 'refused' || !Object.hasOwn(refusals, result.reason)) return null
  return refusals[result.reason] ?? null
}
