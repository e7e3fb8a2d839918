import { addHours } from '../../deadlines/calendar.ts'
import type { Notice } from '../../notices/notice.ts'
import { afterSend, cancel, claim, defer, expire, inDoubt } from '../../notices/notice-steps.ts'
import { noticeText } from '../../notices/notice-text.ts'
import { isWrittenTo, type SendResult, withoutCredit } from '../../notices/gateway.ts'
import { faultOf } from '../../notices/gateways/faults.ts'
import { priceOf } from '../../notices/policy/cost.ts'
import { inParallel, type InTurn, turns } from '../in-parallel.ts'
import { address } from './address.ts'
import { type AtHand, gatewaysAtHand } from './gateways/at-hand.ts'
import { type Purse, purseOf } from './gateways/months-money.ts'
import { leavesBy, mailInvitation } from './invited.ts'
import { letsGo, mustWait } from './holding/one-in-doubt.ts'
import { heldUntil } from './holding/typed-numbers.ts'
import type { SendNeeds } from './needs.ts'
import { publishNotices } from './publish-notices.ts'
import { record } from './record-send.ts'
import { stopped } from './check-stopped.ts'
import { sendMail, tellByMail } from './tell-by-mail.ts'

/** A notice with the number sealed in it, if there is one. */
export interface StoredNotice {
  notice: Notice
  sealedTo: string | null
}

/** The programme chose a gateway at which nobody has given us an account: in an hour somebody may have. */
const noAccount: SendResult = { outcome: 'refused', retry: true, reason: 'no-account' }

/** So long an SMS waits whose gateways are all turned off, again and again, until one is turned on or it is of no use any more. */
const turnedOffHours = 0.25
const turnedOff: SendResult = { outcome: 'refused', retry: false, reason: 'turned-off' }

interface Turn {
  inTurn: InTurn
  atHand: AtHand
  purse: Purse
}

/**
 * Sends one notice: claimed before the gateway is called, so that a crash at any point ends in sent once or in a human's list. What the stream
 * says of it may be old: then somebody else has moved it, and it cannot be claimed.
 */
async function sendOne({ notice, sealedTo }: StoredNotice, needs: SendNeeds, turn: Turn): Promise<void> {
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
  if (await turn.purse.givesUp(notice)) {
    await notices.replace(notice, expire(notice, now, 'ceiling'))
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
  const mine = claim(notice, now, settings.quietHours, { segments })
  if (mine?.state !== 'claimed') {
    if (mine) await notices.replace(notice, mine)
    return
  }
  const fingerprints = await vault.fingerprints(`phone:${addressed.phone}`)
  // Whatever a phone asks it is answered; all else somebody typed its number for, and its own STOP wins.
  const sender = notice.recipient.to === 'sender' ? null : await needs.senders.find(fingerprints)
  if (await stopped(notice, sender, needs)) return
  const { inTurn, atHand } = turn
  const sms = { notice, phone: addressed.phone, sender }
  const picked = await atHand.choose(sms)
  if (!picked) {
    // What may be under way goes by no other: a person passes it on.
    const after = inDoubt(notice) ? afterSend(notice, turnedOff, now, 0) : defer(notice, addHours(now, turnedOffHours))
    await notices.replace(notice, after)
    return
  }
  const { gateway } = picked
  const claimed = { ...mine, gateway, price: priceOf(gateway, segments, programme.gateways) }
  const [fingerprint = ''] = fingerprints
  await inTurn(fingerprint, async () => {
    const waiting = await mustWait(notice, fingerprint, needs)
    if (waiting) {
      await notices.replace(notice, waiting)
      return
    }
    if (!(await notices.replace(notice, claimed))) {
      await letsGo(notice, fingerprint, needs)
      return
    }
    const said = (await needs.gateways.get(gateway)?.send({ to: addressed.phone, text })) ?? noAccount
    atHand.count(gateway, said, claimed)
    // It never left, and that is the gateway's own fault: another one may send it.
    const passedOn = said.outcome === 'refused' && faultOf(said) !== null && atHand.hasOther(sms, gateway)
    const result: SendResult = passedOn ? { ...said, retry: true } : said
    await record(claimed, result, needs, addressed.stored ? { stored: addressed.stored, sender } : null)
    if (result.outcome === 'refused' && result.reason === withoutCredit) needs.withoutCredit(gateway)
    if (result.outcome === 'undecided') return
    await notices.setUndecided(fingerprint, null, notice.key, result.outcome === 'accepted')
  })
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
  const turn = { inTurn: turns(), atHand: gatewaysAtHand(needs), purse: purseOf(needs) }
  const byCase = Map.groupBy(ready, ({ notice }) => notice.reference ?? notice.key)
  await inParallel([...byCase.values()], atOnce, async (own) => {
    for (const one of own) {
      try {
        const { recipient } = one.notice
        if (recipient.to === 'topic') topics.push(one.notice)
        else if (recipient.to === 'member') await sendMail(one.notice, recipient.id, needs)
        else if (recipient.to === 'invited' && leavesBy(one.notice) === 'mail')
          await mailInvitation(one.notice, recipient.id, needs)
        else await sendOne(one, needs, turn)
      } catch {
        failed.push(one.notice.key)
      }
    }
  })
  await turn.atHand.close()
  await turn.purse.close()
  const told = ready.map(({ notice }) => notice)
  await tellByMail(told, needs).catch(() => failed.push(...told.map(({ key }) => key)))
  return [...failed, ...(await publishNotices(topics, needs))]
}
