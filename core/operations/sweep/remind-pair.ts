import { addDays, dayOf } from '../../deadlines/calendar.ts'
import { hourMs, isoAt } from '../../deadlines/instant.ts'
import { newNotice, noticeKey } from '../../notices/notice.ts'
import { sendAt } from '../../notices/notice-steps.ts'
import type { PublicationName } from '../../notices/publication.ts'
import { uncheckedLines } from '../../directory/care.ts'
import type { Needs } from '../needs.ts'

/** When the pairs hear what they owe, where the programme is; on days off too, for a dead number is one on Sunday as well. */
const toldHour = 8

/** The day whose word is due by now. */
export const pairsToldOn = ({ programme, now }: Pick<Needs, 'programme' | 'now'>): string =>
  dayOf(programme.calendar, isoAt(Date.parse(now) - toldHour * hourMs))

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

/**
 * What the pair has not checked for ninety days is read out to nobody: it is told so, every day, until somebody checks it or takes it off, and
 * a week before.
 */
export async function remindOfCare(on: string, needs: Needs): Promise<{ out: number; soon: number }> {
  const { lines } = await needs.care.read()
  const counts = uncheckedLines(lines, on)
  if (counts.out + counts.soon > 0)
    await tellTopic('protection', { key: `care-${on}`, template: 'care', counts }, needs)
  return counts
}
