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
