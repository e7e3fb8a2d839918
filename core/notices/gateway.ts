/** What a gateway said of one SMS to one recipient. */
export type SendResult =
  | { outcome: 'accepted'; gatewayMessageId: string }
  /** `retry`: the gateway may take it later; otherwise a person must look. */
  | { outcome: 'refused'; retry: boolean; reason: string }
  /** The recipient has blocked us at the gateway. */
  | { outcome: 'opted-out' }
  /** No certain answer (time-out, broken connection, unreadable reply): it may have gone out, so it is never simply repeated. */
  | { outcome: 'undecided'; reason: string }

/** What is known of one SMS, from our sending and from its deliveries; the state only moves forward, the first final one stays. */
export interface KnownDelivery {
  gatewayMessageId: string
  state: 'accepted' | 'sent' | 'delivered' | 'failed'
  /** `opted-out` when the operator says the person blocked us. */
  reason: string | null
  noticeKey: string | null
  reference: string | null
}

/** Which gateway sends to which numbers, by the names of gateways. */
export interface GatewayChoice {
  /** By how a number begins, plus and calling code first (`+223`, `+22376`); where several fit, the longest. */
  byPrefix: Readonly<Record<string, string>>
  otherwise: string
}

export function senderFor(phone: string, { byPrefix, otherwise }: GatewayChoice): string {
  const fitting = Object.keys(byPrefix).filter((prefix) => phone.startsWith(prefix))
  const longest = fitting.toSorted((a, b) => b.length - a.length)[0]
  return longest === undefined ? otherwise : (byPrefix[longest] ?? otherwise)
}

/** Every gateway that may be asked to send. */
export const gatewaysIn = ({ byPrefix, otherwise }: GatewayChoice): string[] => [
  ...new Set([otherwise, ...Object.values(byPrefix)]),
]
