import { addHours } from '../deadlines/calendar.ts'
import type { Notice, NoticeState } from './notice.ts'
import { sending, tells } from './notice-steps.ts'
import { asks } from './verdict.ts'

const later = (a: string, b: string): string => (a > b ? a : b)
const attemptedAt = (notice: Notice): string => notice.attemptAt ?? notice.sendAt

/**
 * Does anything follow from an SMS that left and of which no arrival is told: the telling, a question that is open from then on, the end of a
 * number kept with it? Of a receipt or a piece of news nothing does: nobody looks at it again.
 */
export const isWatched = ({ template, recipient }: Notice): boolean =>
  tells(template) || template in asks || recipient.to === 'sender'

const countsAt = (notice: Notice): string => addHours(attemptedAt(notice), sending.unconfirmedHours)

const looks: Partial<Record<NoticeState, (notice: Notice) => string | null>> = {
  waiting: ({ sendAt }) => sendAt,
  // The stream should have started it: the sweep takes it up after this, again and again.
  ready: (notice) => addHours(later(notice.sendAt, attemptedAt(notice)), sending.claimMinutes / 60),
  claimed: (notice) => addHours(attemptedAt(notice), sending.claimMinutes / 60),
  undecided: (notice) => addHours(attemptedAt(notice), sending.undecidedHours),
  sent: (notice) => (isWatched(notice) ? countsAt(notice) : null),
}

/** When the sweep must look at a notice again if nothing happens to it before; null where nothing follows from time alone. */
export const noticeLookAt = (notice: Notice): string | null => looks[notice.state]?.(notice) ?? null

/** As people read it: what nobody looks at again counts as arrived when all others do. */
export function asRead(notice: Notice, now: string): Notice {
  const at = countsAt(notice)
  return notice.state === 'sent' && at <= now
    ? { ...notice, state: 'delivered', reason: 'unconfirmed', endedAt: at }
    : notice
}
