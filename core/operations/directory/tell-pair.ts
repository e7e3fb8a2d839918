import { addDays } from '../../deadlines/calendar.ts'
import type { PairName } from '../../directory/seat.ts'
import { newNotice, noticeKey } from '../../notices/notice.ts'
import { sendAt } from '../../notices/notice-steps.ts'
import type { DirectoryNeeds } from './change.ts'

/** The pair hears that who is in it changes, or was to: no name, and no number but how often. `change` makes it once. */
export async function tellPair(pair: PairName, change: string, { notices, programme, now }: DirectoryNeeds) {
  const recipient = { to: 'topic', topic: pair } as const
  const plan = {
    key: noticeKey(`pair-${change}`, 0, 'pairChanged', recipient),
    reference: null,
    index: null,
    template: 'pairChanged' as const,
    recipient,
    language: programme.languages[0].code,
    values: {},
    atOnce: true,
    weighty: false,
    notBefore: now,
    useBy: addDays(now, 7),
  }
  await notices.create([newNotice(plan, now, sendAt(now, true, programme.settings.quietHours))])
}
