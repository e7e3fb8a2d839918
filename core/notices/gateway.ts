/** What a gateway said of one SMS to one recipient. */
export type SendResult =
  | { outcome: 'accepted'; gateway: string; gatewayMessageId: string }
  /** `retry`: the gateway may take it later; otherwise a person must look. */
  | { outcome: 'refused'; retry: boolean; reason: string }
  /** The recipient has blocked us at the gateway. */
  | { outcome: 'opted-out' }
  /** No certain answer (time-out, broken connection, unreadable reply): it may have gone out, so it is never simply repeated. */
  | { outcome: 'undecided'; reason: string }

/** What is known of one SMS, from our sending and from its deliveries; the state only moves forward, the first final one stays. */
export interface KnownDelivery {
  /** Null where it was stored before an SMS was known by gateway and id. */
  gateway: string | null
  gatewayMessageId: string
  state: 'accepted' | 'sent' | 'delivered' | 'failed'
  /** `opted-out` when the operator says the person blocked us. */
  reason: string | null
  noticeKey: string | null
  reference: string | null
}

/** May one gateway have said both? What was stored before its name was written down has none: the id alone says. */
export const maybeSame = (one: { gateway: string | null }, other: { gateway: string | null }): boolean =>
  one.gateway === null || other.gateway === null || one.gateway === other.gateway

/** Which gateway sends to which numbers, by the names of gateways. */
export interface GatewayChoice {
  /** By how a number begins, plus and calling code first (`+223`, `+22376`); where several fit, the longest. */
  byPrefix: Readonly<Record<string, string>>
  otherwise: string
  /** Whose SMS those are that were stored before one was known by gateway and id; null where there are none. */
  unnamed: string | null
}

/** Do we write to numbers that begin so? Elsewhere an SMS may cost many times as much, and some numbers live from it. */
export const isWrittenTo = (phone: string, { callingCodes }: { callingCodes: readonly string[] }): boolean =>
  callingCodes.some((code) => phone.startsWith(`+${code}`))

type Chosen = Pick<GatewayChoice, 'byPrefix' | 'otherwise'>

export function senderFor(phone: string, { byPrefix, otherwise }: Chosen): string {
  const fitting = Object.keys(byPrefix).filter((prefix) => phone.startsWith(prefix))
  const longest = fitting.toSorted((a, b) => b.length - a.length)[0]
  return longest === undefined ? otherwise : (byPrefix[longest] ?? otherwise)
}

/** Every gateway that may be asked to send. */
export const gatewaysIn = ({ byPrefix, otherwise }: Chosen): string[] => [
  ...new Set([otherwise, ...Object.values(byPrefix)]),
]
