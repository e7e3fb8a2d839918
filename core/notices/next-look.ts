import { addHours } from '../deadlines/calendar.ts'
import type { Notice, NoticeState } from './notice.ts'
import { sending } from './notice-steps.ts'

const later = (a: string, b: string): string => (a > b ? a : b)
const attemptedAt = (notice: Notice): string => notice.attemptAt ?? notice.sendAt

const looks: Partial<Record<NoticeState, (notice: Notice) => string>> = {
  waiting: ({ sendAt }) => sendAt,
  // The stream should have started it: the sweep takes it up after this, again and again.
  ready: (notice) => addHours(later(notice.sendAt, attemptedAt(notice)), sending.claimMinutes / 60),
  claimed: (notice) => addHours(attemptedAt(notice), sending.claimMinutes / 60),
  undecided: (notice) => addHours(attemptedAt(notice), sending.undecidedHours),
  sent: (notice) => addHours(attemptedAt(notice), sending.unconfirmedHours),
}

/** When the sweep must look at a notice again if nothing happens to it before; null once it has ended. */
export const noticeLookAt = (notice: Notice): string | null => looks[notice.state]?.(notice) ?? null
