import type { Delivery } from '../channel/message.ts'
import type { KnownDelivery } from '../notices/gateway.ts'
import type { Notice } from '../notices/notice.ts'

/** A notice that may be under way. */
export interface Undecided {
  noticeKey: string
  reference: string | null
}

export interface NoticeStore {
  /** Writes those that are not there yet; a replay changes nothing. */
  create(notices: readonly Notice[]): Promise<void>
  /** `reference` is null for a reply outside any case. Not `sure`: perhaps as it was a moment ago. */
  get(
    reference: string | null,
    key: string,
    sure?: boolean,
  ): Promise<{ notice: Notice; sealedTo: string | null } | null>
  list(reference: string): Promise<Notice[]>
  /** False when somebody else moved it first. Once it has ended its sealed number goes. */
  replace(before: Notice, after: Notice): Promise<boolean>
  /** Takes away what gateways said of the SMS of one case; the notices stay. */
  forget(reference: string): Promise<void>
  /**
   * Joins what is known of one SMS, by its gateway and that gateway's id of it, and returns the result. Of one `part` that arrived it
   * remembers the key: the whole has arrived with the last.
   */
  joinDelivery(
    told: Partial<KnownDelivery> & Pick<Delivery, 'part'> & { gateway: string; gatewayMessageId: string },
  ): Promise<KnownDelivery>
  /** The one send to this recipient of which nobody knows whether it left. */
  undecided(fingerprint: string): Promise<Undecided | null>
  /**
   * Sets it, or with null takes it away. `held` is false while one stands there that is neither the same notice nor `instead`. `today`: SMS that
   * left for this recipient since midnight (UTC), this one among them; what is taken away and has not `left` counts no more.
   */
  setUndecided(
    fingerprint: string,
    notice: Undecided | null,
    instead: string | null,
    left?: boolean,
  ): Promise<{ held: boolean; today: number }>
}
