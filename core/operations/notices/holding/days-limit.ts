import { addDays, addHours } from '../../../deadlines/calendar.ts'
import type { Notice } from '../../../notices/notice.ts'
import { defer, expire, sendAt } from '../../../notices/notice-steps.ts'
import { isLimited } from '../../../notices/policy/purposes.ts'
import type { SendNeeds } from '../needs.ts'

/**
 * Is this more than one recipient gets in a day? Two machines that answer each other end here, and so does an afternoon of assignments. Answers,
 * dates and what says where to go in danger are held by nothing.
 */
export const isTooMany = ({ template }: Notice, today: number, { programme }: Pick<SendNeeds, 'programme'>): boolean =>
  isLimited(template) && today > programme.settings.smsADay

/** The next morning, not all in the same minute; of no use by then, it is given up. */
export function tomorrow(notice: Notice, { programme, now, random }: SendNeeds): Notice {
  const midnight = `${addDays(now, 1).slice(0, 'YYYY-MM-DD'.length)}T00:00:00.000Z`
  const at = addHours(sendAt(midnight, false, programme.settings.quietHours), random())
  return at > notice.useBy ? expire(notice, now, 'too-many') : defer(notice, at)
}
