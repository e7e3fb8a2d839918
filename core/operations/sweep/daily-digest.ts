import { addHours, dayOf, isWorkingDay } from '../../deadlines/calendar.ts'
import { epochMs, hourMs, isoAt, offsetMs } from '../../deadlines/instant.ts'
import { listCounter, listFields, monthGroup } from '../../lists/listed.ts'
import { newNotice, noticeKey } from '../../notices/notice.ts'
import { sendAt } from '../../notices/notice-steps.ts'
import type { Counter } from '../../ports/figures/figures.ts'
import type { ListNeeds } from '../lists/count-lists.ts'
import type { Needs } from '../needs.ts'

/** When each regional cluster hears how its day begins, where the programme is. */
const digestHour = 8
const usefulHours = 10
const doneIn = 'digest'

/** The working day whose digest is due by now; null before eight and on days off. */
export function digestOn({ programme: { calendar }, now }: Pick<Needs, 'programme' | 'now'>): string | null {
  const on = dayOf(calendar, now)
  const dueAt = isoAt(epochMs(on) + digestHour * hourMs - offsetMs(calendar.utcOffsetMinutes))
  return isWorkingDay(calendar, on) && now >= dueAt ? on : null
}

/**
 * Tells the topic of each regional cluster how many cases are open, late, due today and at its own level: counts and a link (design §5). They
 * count nothing that names somebody, for nobody knows who reads a topic. The key names the day, so that two sweeps, or one after the
 * other died, write one. A region with nothing open is left alone.
 */
export async function dailyDigest(on: string, needs: Needs & ListNeeds): Promise<void> {
  const { programme, notices, memory, figures, now } = needs
  // Done again it writes nothing.
  if ((await memory.remembered(doneIn, false)) === on) return
  const told = programme.clusters.map(({ id, topic }) => ({
    name: listCounter({ index: 'region', lane: 'N', name: id }),
    topic,
  }))
  const range = { from: 'region:', to: 'region:~' }
  const [standing = [], days = []] = await figures.countersOf(
    ['live', monthGroup(on)].map((group) => ({ group, ...range })),
  )
  const fieldsOf = (counters: readonly Counter[], name: string) =>
    counters.find((counter) => counter.name === name)?.fields ?? {}
  for (const { name, topic } of told) {
    const [live, month] = [fieldsOf(standing, name), fieldsOf(days, name)]
    const open = live[listFields.all] ?? 0
    if (open === 0) continue
    const counts = {
      open,
      late: live[listFields.late] ?? 0,
      today: month[listFields.due(on)] ?? 0,
      own: live[listFields.owner(name)] ?? 0,
    }
    const recipient = { to: 'topic', topic } as const
    const plan = {
      reference: null,
      index: null,
      template: 'digest' as const,
      recipient,
      atOnce: true,
      weighty: false,
      key: noticeKey(`digest-${on}`, 0, 'digest', recipient),
      language: programme.languages[0].code,
      values: Object.fromEntries(Object.entries(counts).map(([count, number]) => [count, String(number)])),
      notBefore: now,
      useBy: addHours(now, usefulHours),
    }
    await notices.create([newNotice(plan, now, sendAt(now, true, programme.settings.quietHours))])
  }
  await memory.remember(doneIn, on)
}
