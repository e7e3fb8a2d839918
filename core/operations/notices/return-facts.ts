import { system } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { type Entry, entry } from '../../case/history.ts'
import { isSurelyTold } from '../../case/runs.ts'
import type { SenderRecord } from '../../channel/sender-record.ts'
import { asks, isAwaited } from '../../notices/verdict.ts'
import type { Notice } from '../../notices/notice.ts'
import { isNewsTemplate } from '../../notices/plans.ts'
import { isUnconfirmed, sending, tells } from '../../notices/notice-steps.ts'
import { outlookOf } from '../../notices/policy/outlook.ts'
import type { Commit, StoredCase } from '../../ports/cases.ts'
import { type Needs, retry, untilWritten } from '../needs.ts'
import { newsHeard } from './news-heard.ts'
import { openContact } from '../sealed.ts'
import { withLive, withQuestion } from '../sender-memory.ts'

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
  const isLost = notice.attempts >= sending.tellAttempts || outlookOf(notice.reason) === 'for-good'
  const gaveUp = isTheirs && notice.state === 'failed' && isLost && !unreachableAt
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

/** A case and the record of its phone, as whoever returns facts has just read them. */
export interface InHand {
  stored: StoredCase
  sender: SenderRecord | null
}

type Known = Pick<InHand, 'stored'> & Partial<InHand>

async function senderOf({ stored, sender }: Known, needs: Needs): Promise<SenderRecord | null> {
  if (sender !== undefined) return sender
  const phone = await openContact(stored, needs)
  return phone ? needs.senders.find(await needs.vault.fingerprints(`phone:${phone}`)) : null
}

/** Whom the operator says we may not write to: no case of theirs asks for SMS until START. */
async function silenced(known: Known, needs: Needs): Promise<Commit['sender'] | null> {
  const before = await senderOf(known, needs)
  return before && !before.optedOut ? { before, after: { ...before, optedOut: true } } : null
}

const isTheTelling = ({ index }: Notice, { told, answer }: CaseFile): boolean =>
  index === answer?.index && isSurelyTold(told) && told?.how === 'sms'

/** What the person writes next answers this: from when it left, since not every operator reports that it came. */
async function asked(known: Known, notice: Notice, needs: Needs): Promise<Commit['sender'] | null> {
  const is = asks[notice.template]
  const { stored } = known
  const { reference } = stored.caseFile
  const left = notice.state === 'delivered' || notice.state === 'sent'
  if (!is || !left || notice.recipient.to !== 'complainant') return null
  // Its arrival was noted before the telling was: that is written second.
  if (tells(notice.template) && isTheTelling(notice, stored.caseFile)) return null
  const question = { is, index: notice.index ?? 0, askedAt: notice.createdAt, deliveredAt: notice.endedAt }
  if (!isAwaited(question, stored.caseFile, needs.now)) return null
  const before = await senderOf(known, needs)
  const live = before?.live.find((one) => one.reference === reference)
  const last = live?.question
  const isNews = !last || question.index > last.index || (question.index === last.index && last.deliveredAt === null)
  if (!before || !isNews || (last?.index === question.index && question.deliveredAt === null)) return null
  return { before, after: withQuestion(withLive(before, stored.caseFile), reference, question) }
}

/** Brings back what a notice that left or ended has to say. What is `inHand` is read again where somebody wrote since. */
export async function returnFacts(notice: Notice, needs: Needs, inHand: InHand | null = null): Promise<void> {
  const { to } = notice.recipient
  if (to === 'organisation' || to === 'topic' || to === 'invited' || to === 'member') return
  const reference = notice.reference ?? notice.values['reference'] ?? null
  if (!reference || !mayReturn(notice)) return
  let known: Known | null = inHand
  await untilWritten(async () => {
    const stored = known?.stored ?? (await needs.cases.load(reference))
    if (!stored) return true
    const read: Known = known ?? { stored }
    known = null
    const entries = facts(stored.caseFile, notice, needs.now)
    const optedOut = entries.some(({ what }) => what === 'opted-out')
    const sender = await (optedOut ? silenced(read, needs) : asked(read, notice, needs))
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
