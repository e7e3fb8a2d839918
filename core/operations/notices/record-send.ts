import type { KnownDelivery, SendResult } from '../../notices/gateway.ts'
import { hasEnded, type Notice } from '../../notices/notice.ts'
import { afterSend } from '../../notices/notice-steps.ts'
import type { SendNeeds } from './needs.ts'
import { type InHand, returnFacts } from './return-facts.ts'
import { settleDelivery } from './settle-notice.ts'

/**
 * What the gateway said. Its id first: from then on deliveries find the notice, whatever becomes of us. The notice last: one that says so has
 * brought its facts back.
 */
export async function record(
  claimed: Notice,
  result: SendResult,
  needs: SendNeeds,
  inHand: InHand | null = null,
): Promise<void> {
  const { notices, now, random } = needs
  const { key: noticeKey, reference } = claimed
  let delivery: KnownDelivery | null = null
  if (result.outcome === 'accepted') {
    const { gateway, gatewayMessageId } = result
    delivery = await notices.joinDelivery({ gateway, gatewayMessageId, state: 'accepted', noticeKey, reference })
  }
  const after = afterSend(claimed, result, now, random())
  if (hasEnded(after) || after.state === 'sent') await returnFacts(after, needs, inHand)
  await notices.replace(claimed, after)
  // A delivery that came before our note is caught up with.
  if (delivery && delivery.state !== 'accepted') await settleDelivery(delivery, needs)
}

interface Taken {
  to: string
  gateway: string
  gatewayMessageId: string
  delivered: boolean
}

/** Noted as sent, though nothing of ours sent it now: the gateway's own list says that it took it. */
export async function noteSent(notice: Notice, { to, delivered, ...taken }: Taken, needs: SendNeeds): Promise<void> {
  const { notices, vault } = needs
  if (delivered) await notices.joinDelivery({ ...taken, state: 'delivered' })
  await record(notice, { outcome: 'accepted', ...taken }, needs)
  const [fingerprint = ''] = await vault.fingerprints(`phone:${to}`)
  await notices.setUndecided(fingerprint, null, notice.key)
}
