import { addHours } from '../../../deadlines/calendar.ts'
import { hourOf } from '../../intake/follow-up.ts'
import type { SendNeeds } from '../needs.ts'

const whose = 'sms-to-typed-numbers'

/**
 * Anybody may type anybody's number into the public form. Of the SMS to such numbers only so many leave in an hour, counted first;
 * what is over it waits for a later hour and is never dropped. Until when, or null where it may go. Numbers that wrote or called
 * themselves are none of these.
 */
export async function heldUntil({ limits, programme, now, random, held }: SendNeeds): Promise<string | null> {
  const hour = hourOf(now)
  const most = programme.settings.typedSmsAnHour
  if ((await limits.count(whose, hour)) <= most) return null
  held()
  return addHours(hour, 1 + random())
}
