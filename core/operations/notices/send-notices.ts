import { addHours } from '../../deadlines/calendar.ts'
import { hasEnded, type Notice } from '../../notices/notice.ts'
import { afterSend, cancel, claim, defer, expire } from '../../notices/notice-steps.ts'
import { noticeText } from '../../notices/notice-text.ts'
import { isWrittenTo, type KnownDelivery, senderFor, type SendResult, withoutCredit } from '../../notices/gateway.ts'
import { inParallel, type InTurn, turns } from '../in-parallel.ts'
import { address } from './address.ts'
import { holdsRecipient, letsGo } from './one-in-doubt.ts'
import { heldUntil } from './typed-numbers.ts'
import type { SendNeeds } from './needs.ts'
import { publishNotices } from './publish-notices.ts'
import { type InHand, returnFacts } from './return-facts.ts'
import { settleDelivery } from './settle-notice.ts'
import { stopped } from './check-stopped.ts'
import { sendMail, tellByMail } from './tell-by-mail.ts'

/** A notice with the number sealed in it, if there is one. */
export interface StoredNotice {
  notice: Notice
  sealedTo: string | null
}

/** The programme chose a gateway at which nobody has given us an account: in an hour somebody may have. */
const noAccount: SendResult = { outcome: 'refused', retry: true, reason: 'no-account' }

/**
 * Sends one notice: claimed before the gateway is called, so that a crash at any point ends in sent once or in a human's list. What the stream
 * says of it may be old: then somebody else has moved it, and it cannot be claimed.
 */
async function sendOne({ notice, sealedTo }: StoredNotice, needs: SendNeeds, inTurn: InTurn): Promise<void> {
  const { notices, vault, programme, now } = needs
  const addressed = await address(notice, sealedTo, needs)
  if ('cancelled' in addressed) {
    await notices.replace(notice, cancel(notice, now, addressed.cancelled))
    return
  }
  const { settings } = programme
  if (!isWrittenTo(addressed.phone, settings)) {
    await notices.replace(notice, expire(notice, now, 'abroad'))
    return
  }
  if (addressed.typed) {
    // Counted once: what the stream tells again may have left.
    const found = await notices.get(notice.reference, notice.key)
    if (found?.notice.version !== notice.version) return
    const until = await heldUntil(needs)
    if (until !== null) {
      await notices.replace(notice, defer(notice, until))
      return
    }
  }
  const { text, segments } = noticeText(notice, addressed, programme)
  const gateway = senderFor(addressed.phone, programme.gateways)
  const claimed = claim(notice, now, settings.quietHours, { segments, gateway })
  if (claimed?.state !== 'claimed') {
    if (claimed) await notices.replace(notice, claimed)
    return
  }
  const fingerprints = await vault.fingerprints(`phone:${addressed.phone}`)
  const { to } = notice.recipient
  const sender = to === 'complainant' || to === 'invited' ? await needs.senders.find(fingerprints) : null
  if (await stopped(notice, sender, needs)) return
  const [fingerprint = ''] = fingerprints
  await inTurn(fingerprint, async () => {
    if (!(await holdsRecipient(notice, fingerprint, needs))) {
      await notices.replace(notice, defer(notice, addHours(now, 0.5)))
      return
    }
    if (!(await notices.replace(notice, claimed))) {
      await letsGo(notice, fingerprint, needs)
      return
    }
    const result = (await needs.gateways.get(gateway)?.send({ to: addressed.phone, text })) ?? noAccount
    await record(claimed, result, needs, addressed.stored ? { stored: addressed.stored, sender } : null)
    if (result.outcome === 'refused' && result.reason === withoutCredit) needs.withoutCredit(gateway)
    if (result.outcome !== 'undecided') await notices.setUndecided(fingerprint, null, notice.key)
  })
}

/** What the gateway said. Its id first: from then on deliveries find the notice, whatever becomes of us. */
async function record(
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
  await notices.replace(claimed, after)
  // A delivery that came before our note is caught up with.
  if (delivery && delivery.state !== 'accepted') await settleDelivery(delivery, needs)
  if (hasEnded(after) || after.state === 'sent') await returnFacts(after, needs, inHand)
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

/** Each send waits for table and gateway many times: one by one, a busy hour's answers would leave in the evening. */
const atOnce = 8

/**
 * Sends what is ready: the SMS of one case or one recipient in turn, others side by side; topics one message each for the whole batch. Returns the keys that failed for a reason
 * of ours, to be read from the stream again.
 */
export async function sendNotices(ready: readonly StoredNotice[], needs: SendNeeds): Promise<string[]> {
  const failed: string[] = []
  const topics: Notice[] = []
  const inTurn = turns()
  const byCase = Map.groupBy(ready, ({ notice }) => notice.reference ?? notice.key)
  await inParallel([...byCase.values()], atOnce, async (own) => {
    for (const one of own) {
      try {
        const { recipient } = one.notice
        if (recipient.to === 'topic') topics.push(one.notice)
        else if (recipient.to === 'member') await sendMail(one.notice, recipient.id, needs)
        else await sendOne(one, needs, inTurn)
      } catch {
        failed.push(one.notice.key)
      }
    }
  })
  const told = ready.map(({ notice }) => notice)
  await tellByMail(told, needs).catch(() => failed.push(...told.map(({ key }) => key)))
  return [...failed, ...(await publishNotices(topics, needs))]
}
