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

/** What a failed send comes down to, for whoever reads which there were. */
export const failureKinds = [
  'away',
  'unanswered',
  'credit',
  'access',
  'operator',
  'number',
  'too-fast',
  'other',
] as const
export type FailureKind = (typeof failureKinds)[number]

const kinds: Readonly<Record<string, FailureKind>> = {
  'insufficient-balance': 'credit',
  'invalid-sender': 'access',
  'no-account': 'access',
  'no-phone': 'access',
  'not-subscribed': 'access',
  'sign-in-refused': 'access',
  'http-401': 'access',
  'http-403': 'access',
  'gateway-fault': 'away',
  'phone-away': 'away',
  'sdk-unavailable': 'away',
  'sign-in-away': 'away',
  unreachable: 'away',
  'broken-connection': 'unanswered',
  'http-502': 'unanswered',
  'http-504': 'unanswered',
  'no-message-id': 'unanswered',
  'time-out': 'unanswered',
  'unreadable-reply': 'unanswered',
  'do-not-disturb': 'operator',
  'no-route': 'operator',
  'operator-fault': 'operator',
  'operator-refused': 'operator',
  'risk-hold': 'operator',
  'invalid-number': 'number',
  'unsupported-number': 'number',
  throttled: 'too-fast',
}
export const failureKind = (code: string): FailureKind => (Object.hasOwn(kinds, code) && kinds[code]) || 'other'
