import type { CaseFile } from '../case/case-file.ts'
import { mayContact, mayHaveNumber } from '../case/may-contact.ts'
import { addDays, addHours } from '../deadlines/calendar.ts'
import { type QuietHours, quietUntil } from '../deadlines/quiet-hours.ts'
import { type KnownDelivery, maybeSame, type SendResult, unconfirmed } from './gateway.ts'
import { hasEnded, type Notice, type NoticeState } from './notice.ts'
import { outlookOf } from './policy/outlook.ts'

/** How sending goes on, in one place. */
export const sending = {
  /** A claim nobody finished after this was cut off between the gateway and the table: nobody knows whether it left. */
  claimMinutes: 2,
  /** Without a delivery after this an undecided send is settled: again once if it carries an answer or a date, else by hand. */
  undecidedHours: 6,
  /** An operator that tells of no arrivals: an accepted send counts after this, marked, and is never repeated. */
  unconfirmedHours: 24,
  retries: 6,
  /** An answer is tried on so many days before the person counts as unreachable. */
  tellAttempts: 3,
  nextTryAt: '08:00',
} as const

/** Templates whose delivery is the telling. */
export const tells = (template: string): boolean => template === 'answer' || template === 'refused'

/** May it still go to the complainant? A possible S and an S1 case get the one receipt that says nothing; everything else is for N. */
export const mayGo = (template: string, caseFile: CaseFile): boolean =>
  (caseFile.closedHow !== 'withdrawn' || template === 'withdrawn') && mayStillGo(template, caseFile)
const mayStillGo = (template: string, caseFile: CaseFile): boolean =>
  (template === 'acknowledgementShort' && caseFile.lane !== 'S2') ||
  // A later part of the same SMS may suggest S before the first word back has left: it stands as it is.
  (template.startsWith('acknowledgement') && caseFile.lane === 'P' && mayHaveNumber(caseFile)) ||
  mayContact(caseFile)

const end = (notice: Notice, state: NoticeState, now: string, reason: string | null = null): Notice => ({
  ...notice,
  version: notice.version + 1,
  state,
  reason,
  endedAt: now,
})
const move = (notice: Notice, state: NoticeState, change: Partial<Notice> = {}): Notice => ({
  ...notice,
  version: notice.version + 1,
  state,
  ...change,
})

/** Outside quiet hours, unless it may go at once. Topics and life in danger do not wait for the morning. */
export const sendAt = (notBefore: string, atOnce: boolean, quiet: QuietHours): string =>
  atOnce ? notBefore : quietUntil(quiet, notBefore)

/** Of no use any more, or nowhere to go; an answer nobody heard goes to a human's list instead. */
export const expire = (notice: Notice, now: string, reason: string): Notice =>
  end(notice, tells(notice.template) ? 'by-hand' : 'expired', now, reason)

export const cancel = (notice: Notice, now: string, reason: string): Notice => end(notice, 'cancelled', now, reason)
/** Before the gateway is called, so that a crash afterwards is seen. Null when it is not ready to go. */
export function claim(notice: Notice, now: string, quiet: QuietHours, sms: Partial<Notice> = {}): Notice | null {
  if (notice.state !== 'ready') return null
  if (now > notice.useBy) return expire(notice, now, 'use-by')
  const at = sendAt(now, notice.atOnce, quiet)
  if (at > now) return move(notice, 'waiting', { sendAt: at })
  return move(notice, 'claimed', { attemptAt: now, ...sms })
}

/** Counted as arrived because nobody told of it. */
export const isUnconfirmed = ({ state, reason }: Notice): boolean => state === 'delivered' && reason === unconfirmed

/** May an SMS of it be under way of which we have no id? Also while it waits for its second sending. */
export const inDoubt = ({ state, resent }: Notice): boolean =>
  state === 'claimed' || state === 'undecided' || (resent && (state === 'ready' || state === 'waiting'))

/** Not now: another message to the same person is undecided, or too many leave this hour. */
export const defer = (notice: Notice, until: string): Notice => move(notice, 'waiting', { sendAt: until })

/** What the gateway said of a claimed notice. `jitter` is 0..1. */
export function afterSend(notice: Notice, result: SendResult, now: string, jitter: number): Notice {
  if (result.outcome === 'accepted') return move(notice, 'sent', taken(notice, result))
  if (result.outcome === 'undecided') return move(notice, 'undecided', { reason: result.reason })
  if (result.outcome === 'opted-out') return end(notice, 'failed', now, 'opted-out')
  if (!result.retry || notice.retries + 1 >= sending.retries) return end(notice, 'by-hand', now, result.reason)
  const minutes = 2 ** notice.retries * (1 + jitter)
  return move(notice, 'waiting', {
    retries: notice.retries + 1,
    reason: result.reason,
    sendAt: addHours(now, minutes / 60),
  })
}

const nextMorning = (now: string): string => `${addDays(now, 1).slice(0, 10)}T${sending.nextTryAt}:00.000Z`

/** The gateway took it: one more attempt, under its id. */
const taken = (
  { attempts }: Notice,
  { gateway, gatewayMessageId }: Pick<KnownDelivery, 'gateway' | 'gatewayMessageId'>,
): Partial<Notice> => ({ attempts: attempts + 1, retries: 0, reason: null, gateway, gatewayMessageId })

/**
 * What a delivery makes of a notice; itself when nothing changes. It may overtake our own note of the send, and an SMS of
 * which nobody knew whether it left learns its id from the delivery itself.
 */
export function afterDelivery(notice: Notice, delivery: KnownDelivery, now: string): Notice {
  const own = maybeSame(notice, delivery) && notice.gatewayMessageId === delivery.gatewayMessageId
  const found = !own && maybeSame(notice, delivery) && delivery.noticeKey === notice.key && inDoubt(notice)
  // A phone switched on after two days: what only counted as arrived has arrived.
  const isMore = own && isUnconfirmed(notice) && delivery.reason === null
  if (isMore && delivery.state === 'delivered') return end(notice, 'delivered', now)
  if (hasEnded(notice) || !(own || found)) return notice
  const known = found ? { ...notice, ...taken(notice, delivery) } : notice
  if (delivery.state === 'delivered') return end(known, 'delivered', now, delivery.reason)
  if (delivery.state !== 'failed') return found ? move(known, 'sent') : notice
  // It failed, and what will be sent again is on its way.
  if (found && notice.resent && notice.state !== 'claimed' && notice.state !== 'undecided') return notice
  if (delivery.reason === 'opted-out') return end(known, 'failed', now, 'opted-out')
  const outlook = outlookOf(delivery.reason)
  if (!tells(known.template) || known.attempts >= sending.tellAttempts || outlook === 'for-good')
    return end(known, outlook === 'ours' ? 'by-hand' : 'failed', now, delivery.reason)
  return move(known, 'waiting', { sendAt: nextMorning(now), gatewayMessageId: null, reason: delivery.reason })
}

/** A crash between claim and answer. An alert to people on duty is better told twice than late; an SMS is not. */
function afterInterruption(notice: Notice, now: string): Notice {
  const reason = 'interrupted'
  if (notice.recipient.to !== 'topic') return move(notice, 'undecided', { reason })
  if (notice.resent) return end(notice, 'by-hand', now, reason)
  return move(notice, 'ready', { resent: true, sendAt: now, reason })
}

/** What time alone makes of a notice when the sweep looks at it; itself when it is not time yet. */
export function afterTime(notice: Notice, now: string): Notice {
  const since = notice.attemptAt ?? notice.createdAt
  const passed = (hours: number) => addHours(since, hours) <= now
  if (hasEnded(notice)) return notice
  if (now > notice.useBy && (notice.state === 'waiting' || notice.state === 'ready'))
    return expire(notice, now, 'use-by')
  if (notice.state === 'waiting') return notice.sendAt <= now ? move(notice, 'ready', { attemptAt: null }) : notice
  // Still ready after two minutes: its stream record was lost. Touching it makes a new one.
  if (notice.state === 'ready')
    return addHours(notice.sendAt > since ? notice.sendAt : since, sending.claimMinutes / 60) <= now
      ? move(notice, 'ready', { attemptAt: now })
      : notice
  if (notice.state === 'claimed') return passed(sending.claimMinutes / 60) ? afterInterruption(notice, now) : notice
  if (notice.state === 'undecided' && passed(sending.undecidedHours))
    return notice.weighty && !notice.resent
      ? move(notice, 'ready', { resent: true, sendAt: now })
      : end(notice, 'by-hand', now, notice.reason)
  if (notice.state === 'sent' && passed(sending.unconfirmedHours)) return end(notice, 'delivered', now, unconfirmed)
  return notice
}
