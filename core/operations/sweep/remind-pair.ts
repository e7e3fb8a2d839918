import { dayOf } from '../../deadlines/calendar.ts'
import { hourMs, isoAt } from '../../deadlines/instant.ts'
import { uncheckedLines } from '../../directory/care.ts'
import type { Needs } from '../needs.ts'
import { tellTopic } from '../notices/tell-topic.ts'

/** When the pairs hear what they owe, where the programme is; on days off too, for a dead number is one on Sunday as well. */
const toldHour = 8

/** The day whose word is due by now. */
export const pairsToldOn = ({ programme, now }: Pick<Needs, 'programme' | 'now'>): string =>
  dayOf(programme.calendar, isoAt(Date.parse(now) - toldHour * hourMs))

/**
 * What the pair has not checked for ninety days is read out to nobody: it is told so, every day, until somebody checks it or takes it off, and
 * a week before.
 */
export async function remindOfCare(on: string, needs: Needs): Promise<{ out: number; soon: number }> {
  // Days are counted: who checked a line this very second is not told of it tomorrow.
  const { lines } = await needs.care.read(false)
  const counts = uncheckedLines(lines, on)
  if (counts.out + counts.soon > 0)
    await tellTopic('protection', { key: `care-${on}`, template: 'care', counts }, needs)
  return counts
}
