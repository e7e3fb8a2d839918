import { mayContact } from '../case/may-contact.ts'
import { hasEnded, type Notice } from '../feedback/notice.ts'
import { afterSend, cancel, claim, defer, tells } from '../feedback/notice-steps.ts'
import { noticeText } from '../feedback/notice-text.ts'
import type { SendResult, SmsGateway, StoredCase, Topics } from '../ports.ts'
import type { Needs } from './needs.ts'
import { organisationLoad } from './organisation-load.ts'
import { publishNotices } from './publish-notices.ts'
import { openContact, openWords, phoneIn } from './read-words.ts'
import { returnFacts, settleReport } from './settle-notice.ts'

export interface SendNeeds extends Needs {
  gateway: SmsGateway
  topics: Topics
}
export interface NoticeRef {
  reference: string | null
  key: string
}

/** To whom and with which words, or why not at all. */
type Addressed = { phone: string; words: string | null; open?: number; late?: number } | { cancelled: string }

const wordTemplates = (template: string): boolean => tells(template) || template === 'question'

/** Read at send time, so that a case that became S, a STOP or an erasure since still counts. */
async function address(notice: Notice, sealedTo: string | null, needs: SendNeeds): Promise<Addressed> {
  const { cases, vault, programme } = needs
  const { recipient } = notice
  if (recipient.to === 'organisation') {
    const organisation = programme.organisations.find(({ id }) => id === recipient.id)
    if (!organisation?.responsiblePhone) return { cancelled: 'no-number' }
    return { phone: organisation.responsiblePhone, words: null, ...(await organisationLoad(recipient.id, needs)) }
  }
  const reference = notice.reference ?? notice.values['reference'] ?? null
  const stored: StoredCase | null = reference ? await cases.load(reference) : null
  const words =
    stored && wordTemplates(notice.template) && stored.caseFile.lane === 'N'
      ? await openWords(stored, notice.index ?? -1, needs)
      : null
  if (wordTemplates(notice.template) && words === null) return { cancelled: 'no-words' }
  if (recipient.to === 'sender')
    return sealedTo
      ? { phone: phoneIn(await vault.open('general', notice.key, sealedTo)), words }
      : { cancelled: 'no-number' }
  if (!stored) return { cancelled: 'no-case' }
  const { caseFile } = stored
  // A possible S and an S1 case get the one receipt that says nothing; everything else is for N.
  const silent = notice.template === 'receiptShort' && caseFile.lane !== 'S2'
  if (!silent && !mayContact(caseFile)) return { cancelled: 'not-allowed' }
  const phone = caseFile.optedOut ? null : await openContact(stored, needs)
  return phone ? { phone, words } : { cancelled: 'no-number' }
}

/** Sends one notice: claimed before the gateway is called, so that a crash at any point ends in sent once or in a human's list. */
async function sendOne(ref: NoticeRef, needs: SendNeeds): Promise<void> {
  const { notices, vault, gateway, programme, now } = needs
  const found = await notices.get(ref.reference, ref.key)
  if (found?.notice.state !== 'ready') return
  const { notice } = found
  const addressed = await address(notice, found.sealedTo, needs)
  if ('cancelled' in addressed) {
    await notices.replace(notice, cancel(notice, now, addressed.cancelled))
    return
  }
  const [fingerprint = ''] = await vault.fingerprints(`phone:${addressed.phone}`)
  const other = await notices.undecided(fingerprint)
  if (other && other.noticeKey !== notice.key) {
    await notices.replace(notice, defer(notice, now))
    return
  }
  const claimed = claim(notice, now, programme.settings.quietHours)
  if (!claimed || !(await notices.replace(notice, claimed)) || claimed.state !== 'claimed') return
  const { text, segments } = noticeText(notice, addressed, programme)
  // One undecided send per recipient: known before the call, so that a crash leaves it known too.
  await notices.setUndecided(fingerprint, { noticeKey: notice.key, reference: notice.reference })
  const result = await gateway.send({ to: addressed.phone, text })
  await record(claimed, result, segments, needs)
  if (result.outcome !== 'undecided') await notices.setUndecided(fingerprint, null)
}

/** What the gateway said; a delivery report that came before it is caught up with. */
async function record(claimed: Notice, result: SendResult, segments: number, needs: SendNeeds): Promise<void> {
  const { notices, now, random } = needs
  const after = afterSend(claimed, result, now, random(), segments)
  await notices.replace(claimed, after)
  if (result.outcome === 'accepted') {
    const { gatewayMessageId } = result
    const { key: noticeKey, reference } = claimed
    const report = await notices.report({ gatewayMessageId, state: 'accepted', noticeKey, reference })
    if (report.state !== 'accepted') await settleReport(report, needs)
  }
  if (hasEnded(after)) await returnFacts(after, needs)
}

/**
 * Sends what is ready: SMS one by one, topics one message each for the whole batch. Returns the keys that failed for a reason
 * of ours, to be read from the stream again.
 */
export async function sendNotices(refs: readonly NoticeRef[], needs: SendNeeds): Promise<string[]> {
  const failed: string[] = []
  const topics: Notice[] = []
  for (const ref of refs) {
    try {
      const found = await needs.notices.get(ref.reference, ref.key)
      if (found?.notice.recipient.to === 'topic') topics.push(found.notice)
      else await sendOne(ref, needs)
    } catch {
      failed.push(ref.key)
    }
  }
  return [...failed, ...(await publishNotices(topics, needs))]
}
