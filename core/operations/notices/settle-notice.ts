import type { Delivery } from '../../channel/message.ts'
import { type KnownDelivery, maybeSame } from '../../notices/gateway.ts'
import { hasEnded } from '../../notices/notice.ts'
import { afterDelivery, inDoubt } from '../../notices/notice-steps.ts'
import { type Needs, retry, untilWritten } from '../needs.ts'
import { elsewhere } from '../silence.ts'
import { returnFacts } from './return-facts.ts'

/** A delivery from the gateway. Deliveries and send results may come in any order, twice, or for an SMS we do not know. */
export async function recordDelivery(told: Delivery, needs: Needs): Promise<void> {
  const { notices, vault } = needs
  const { gateway, gatewayMessageId, state, reason, phone, part = null } = told
  const delivery = await notices.joinDelivery({ gateway, gatewayMessageId, state, reason, part })
  if (delivery.noticeKey || !phone) return settleDelivery(delivery, needs)
  // An unknown id: the one send to this phone of which nobody knows whether it left (design §5).
  const [fingerprint = ''] = await vault.fingerprints(`phone:${phone}`)
  const lost = await notices.undecided(fingerprint)
  const doubted = lost && (await notices.get(lost.reference, lost.noticeKey))
  if (!lost || !doubted || !inDoubt(doubted.notice) || !maybeSame(doubted.notice, told)) return
  const found = await notices.joinDelivery({ gateway, gatewayMessageId, ...lost })
  await settleDelivery(found, needs)
  await notices.setUndecided(fingerprint, null, lost.noticeKey)
}

/**
 * Brings the facts of a delivery back to the history, then its notice up to it: one that says so already has brought them back. Safe to repeat at
 * any point.
 */
export async function settleDelivery(delivery: KnownDelivery, needs: Needs): Promise<void> {
  const { notices, now } = needs
  const { noticeKey } = delivery
  if (!noticeKey) return
  await untilWritten(async (sure) => {
    const found = await notices.get(delivery.reference, noticeKey, sure)
    // What has ended, or has this id already, was so a moment ago; what has not may be further by now.
    const knows = found && (hasEnded(found.notice) || found.notice.gatewayMessageId === delivery.gatewayMessageId)
    if (!sure && !knows) return retry
    if (!found) return true
    const after = afterDelivery(found.notice, delivery, now)
    if (after === found.notice) return true
    await returnFacts(after, needs)
    return (await notices.replace(found.notice, after)) || retry
  })
}

/** The operator's own opt-out: as if the person had sent STOP, even before they ever wrote to us. */
export async function optOut(phone: string, needs: Needs): Promise<void> {
  await untilWritten(async () => {
    const written = await elsewhere(phone, { optedOut: true }, needs)
    return !written.sender || (await needs.cases.commit(written)) === 'done' || retry
  })
}
