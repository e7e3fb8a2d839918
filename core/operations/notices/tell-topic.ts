import { addDays } from '../../deadlines/calendar.ts'
import { newNotice, noticeKey } from '../../notices/notice.ts'
import { sendAt } from '../../notices/notice-steps.ts'
import type { PublicationName } from '../../notices/publication.ts'
import type { Needs } from '../needs.ts'

/** Tells a topic counts, once a day, whoever asks: never of a case, a place or a person. */
export async function tellTopic(
  topic: string,
  { key, template, counts }: { key: string; template: PublicationName; counts: Readonly<Record<string, number>> },
  { programme, notices, now }: Needs,
): Promise<void> {
  const recipient = { to: 'topic', topic } as const
  const plan = {
    key: noticeKey(key, 0, template, recipient),
    reference: null,
    index: null,
    template,
    recipient,
    language: programme.languages[0].code,
    values: Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])),
    atOnce: true,
    weighty: false,
    notBefore: now,
    useBy: addDays(now, 1),
  }
  await notices.create([newNotice(plan, now, sendAt(now, true, programme.settings.quietHours))])
}
