import type { SendResult } from '../../core/notices/gateway.ts'

export const refused = (reason: string, retry = false): SendResult => ({ outcome: 'refused', retry, reason })
export const undecided = (reason: string): SendResult => ({ outcome: 'undecided', reason })

/** Anchored, unlike those of the gateways' own libraries; ranges are the operators' business. */
const number = /^\+[1-9]\d{6,14}$/

/** What no gateway is asked to send: some take it, and what leaves is an empty SMS or one to nobody. */
export function neverAsked({ to, text }: { to: string; text: string }): SendResult | null {
  if (!number.test(to)) return refused('invalid-number')
  return text === '' ? refused('empty-text') : null
}

/** HTTP errors that speak for themselves, whatever their body. 502 and 504 come from a proxy: the SMS may have passed it. */
export const httpErrors: Readonly<Record<number, SendResult>> = {
  429: refused('throttled', true),
  500: refused('gateway-fault', true),
  502: undecided('http-502'),
  503: refused('gateway-fault', true),
  504: undecided('http-504'),
}

/** Any other answer than the one that says it was taken. */
export const httpAnswer = (status: number): SendResult =>
  httpErrors[status] ?? (status >= 400 && status < 500 ? refused(`http-${status}`) : undecided(`http-${status}`))

/** The connection never stood, so nothing left. */
const neverSent: readonly unknown[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

/** A request without an answer. After any connection that stood the SMS may be on its way. */
export const withoutAnswer = (code: unknown): SendResult =>
  neverSent.includes(code) ? refused('unreachable', true) : undecided('broken-connection')

/** What `fetch` threw. */
export function troubleOf(error: unknown): SendResult {
  if (error instanceof Error && error.name === 'TimeoutError') return undecided('time-out')
  const { cause } = error instanceof Error ? error : { cause: undefined }
  return withoutAnswer(cause instanceof Error && 'code' in cause ? cause.code : undefined)
}
