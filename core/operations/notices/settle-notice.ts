import { system } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { type Entry, entry } from '../../case/history.ts'
import { isSurelyTold } from '../../case/runs.ts'
import type { Delivery } from '../../channel/message.ts'
import type { SenderRecord } from '../../channel/sender-record.ts'
import { asks, isAwaited } from '../../notices/verdict.ts'
import { type KnownDelivery, maybeSame } from '../../notices/gateway.ts'
import type { Notice } from '../../notices/notice.ts'
import { isNewsTemplate } from '../../notices/plans.ts'
import { afterDelivery, inDoubt, isUnconfirmed, sending, tells } from '../../notices/notice-steps.ts'
import type { Commit, StoredCase } from '../../ports/cases.ts'
import { type Needs, retry, untilWritten } from '../needs.ts'
import { newsHeard } from './news-heard.ts'
import { openContact } from '../sealed.ts'
import { elsewhere } from '../silence.ts'
import { withLive, withQuestion } from '../sender-memory.ts'

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

/** Brings a notice up to what its delivery says, then the facts back to the history. Safe to repeat at any point. */
export async function settleDelivery(delivery: KnownDelivery, needs: Needs): Promise<void> {
  const { notices, now } = needs
  const { noticeKey } = delivery
  if (!noticeKey) return
  const settled = await untilWritten(async () => {
    const found = await notices.get(delivery.reference, noticeKey)
    if (!found) return null
    const after = afterDelivery(found.notice, delivery, now)
    return after === found.notice || (await notices.replace(found.notice, after)) ? after : retry
  })
  if (settled) await returnFacts(settled, needs)
}

/** What else says by which day the person hears. */
const saysDate: readonly string[] = ['stage', 'reopened']

/**
 * The three facts that go back to the history: told, unreachable, opted out (design §5). Whoever else we wrote to, a focal point or somebody
 * who asked after a number, says by their phone nothing about the person's.
 */
function facts(caseFile: CaseFile, notice: Notice, now: string): Entry[] {
  const { status, told, unreachableAt, answer, optedOut, history } = caseFile
  const isTheirs = notice.recipient.to === 'complainant'
  const optOut = notice.state === 'failed' && notice.reason === 'opted-out'
  // START since then undoes it: the sweep looks at ended notices again and again.
  const undone = history.some(({ what, at }) => what === 'opted-in' && at >= (notice.endedAt ?? ''))
  if (optOut) return !isTheirs || optedOut || undone ? [] : [entry('opted-out', now, system, {})]
  if (isNewsTemplate(notice.template) || saysDate.includes(notice.template)) return newsHeard(caseFile, notice, now)
  const current = tells(notice.template) && notice.index === answer?.index
  if (!current || status !== 'answered' || isSurelyTold(told)) return []
  if (isUnconfirmed(notice)) return told ? [] : [entry('told', now, system, { how: 'sms', unconfirmed: true })]
  if (notice.state === 'delivered') return [entry('told', now, system, { how: 'sms' })]
  if (told) return []
  const gaveUp = isTheirs && notice.state === 'failed' && notice.attempts >= sending.tellAttempts && !unreachableAt
  return gaveUp ? [entry('unreachable', now, system, {})] : []
}

/** Of all else nothing returns, however it ended: the case need not be read. */
const mayReturn = ({ template, state, reason }: Notice): boolean =>
  tells(template) ||
  isNewsTemplate(template) ||
  saysDate.includes(template) ||
  template in asks ||
  (state === 'failed' && reason === 'opted-out')

/** Has a notice that ended anything to say to its case, as that is known? The case itself is read again before anything is written. */
export function mayOwe(notice: Notice, caseFile: CaseFile, now: string): boolean {
  const is = asks[notice.template]
  const question = {
    is: is ?? 'verdict',
    index: notice.index ?? 0,
    askedAt: notice.createdAt,
    deliveredAt: notice.endedAt,
  }
  return facts(caseFile, notice, now).length > 0 || (is !== undefined && isAwaited(question, caseFile, now))
}

async function senderOf(stored: StoredCase, needs: Needs): Promise<SenderRecord | null> {
  const phone = await openContact(stored, needs)
  return phone ? needs.senders.find(await needs.vault.fingerprints(`phone:${phone}`)) : null
}

/** Whom the operator says we may not write to: no case of theirs asks for SMS until START. */
async function silenced(stored: StoredCase, needs: Needs): Promise<Commit['sender'] | null> {
  const before = await senderOf(stored, needs)
  return before && !before.optedOut ? { before, after: { ...before, optedOut: true } } : null
}

/** What the person writes next answers this: from when it left, since not every operator reports that it came. */
async function asked(stored: StoredCase, notice: Notice, needs: Needs): Promise<Commit['sender'] | null> {
  const is = asks[notice.template]
  const { reference } = stored.caseFile
  const left = notice.state === 'delivered' || notice.state === 'sent'
  if (!is || !left || notice.recipient.to !== 'complainant') return null
  const question = { is, index: notice.index ?? 0, askedAt: notice.createdAt, deliveredAt: notice.endedAt }
  if (!isAwaited(question, stored.caseFile, needs.now)) return null
  const before = await senderOf(stored, needs)
  const live = before?.live.find((one) => one.reference === reference)
  const last = live?.question
  const isNews = !last || question.index > last.index || (question.index === last.index && last.deliveredAt === null)
  if (!before || !isNews || (last?.index === question.index && question.deliveredAt === null)) return null
  return { before, after: withQuestion(withLive(before, stored.caseFile), reference, question) }
}

export async function returnFacts(notice: Notice, needs: Needs): Promise<void> {
  const { to } = notice.recipient
  if (to === 'organisation' || to === 'topic' || to === 'invited') return
  const reference = notice.reference ?? notice.values['reference'] ?? null
  if (!reference || !mayReturn(notice)) return
  await untilWritten(async () => {
    const stored = await needs.cases.load(reference)
    if (!stored) return true
    const entries = facts(stored.caseFile, notice, needs.now)
    const optedOut = entries.some(({ what }) => what === 'opted-out')
    const sender = await (optedOut ? silenced(stored, needs) : asked(stored, notice, needs))
    if (entries.length === 0 && !sender) return true
    const append = [{ before: stored.caseFile, entries }]
    // What was asked is noted first and by itself: done again it changes nothing. That a phone is silent goes together with the case.
    const commits: Commit[] =
      optedOut && sender
        ? [{ append, sender }]
        : [...(sender ? [{ sender }] : []), ...(entries.length > 0 ? [{ append }] : [])]
    for (const commit of commits) if ((await needs.cases.commit(commit)) !== 'done') return retry
    return true
  })
}

/** The operator's own opt-out: as if the person had sent STOP, even before they ever wrote to us. */
export async function optOut(phone: string, needs: Needs): Promise<void> {
  await untilWritten(async () => {
    const written = await elsewhere(phone, { optedOut: true }, needs)
    return !written.sender || (await needs.cases.commit(written)) === 'done' || retry
  })
}
