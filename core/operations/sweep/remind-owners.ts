import { addDays, dayOf } from '../../deadlines/calendar.ts'
import { newNotice, noticeKey, type Plan, type Recipient } from '../../notices/notice.ts'
import { sendAt } from '../../notices/notice-steps.ts'
import type { Needs } from '../needs.ts'
import { ownerLoad, pairNames } from '../notices/owner-load.ts'

const monday = 1

/** The Monday it is in the programme's own time, or null on any other day. */
export function mondayOn({ programme, now }: Pick<Needs, 'programme' | 'now'>): string | null {
  const on = dayOf(programme.calendar, now)
  return new Date(`${on}T00:00:00.000Z`).getUTCDay() === monday ? on : null
}

interface Owner {
  name: string
  hears: readonly Recipient[]
  language: string
}

const byPhone = (id: string): Recipient => ({ to: 'organisation', id })
const byTopic = (topic: string): Recipient => ({ to: 'topic', topic })

/** Everybody whose turn it may be, and how they hear; an inactive organisation too, whose cases wait until somebody takes them back. */
function ownersOf({ organisations, clusters, languages }: Needs['programme']): Owner[] {
  const language = languages[0].code
  return [
    ...organisations.map((one) => ({ name: one.id, hears: [byPhone(one.id)], language: one.languages[0] ?? language })),
    ...clusters.map(({ id, topic }) => ({ name: `region:${id}`, hears: [byTopic(topic)], language })),
    { name: 'focal-point', hears: [byTopic('national')], language },
    { name: 'coordination', hears: [byTopic('coordination')], language },
    ...pairNames.map((name) => ({ name, hears: [byTopic(name), byPhone(name)], language })),
  ]
}

/** Every Monday each owner who has something to do hears how much (design §5). The key names the day, so that asking twice writes one. */
export async function remindOwners(on: string, needs: Needs): Promise<void> {
  const { programme, notices, now } = needs
  for (const { name, hears, language } of ownersOf(programme)) {
    const { open, late } = await ownerLoad(name, needs)
    if (open === 0) continue
    const plans = hears.map((recipient): Plan => {
      const isTopic = recipient.to === 'topic'
      const template = isTopic ? 'week' : 'reminder'
      return {
        key: noticeKey(`monday-${on}`, 0, template, recipient),
        reference: null,
        index: null,
        template,
        recipient,
        // What a phone is told is counted when it leaves.
        language,
        values: isTopic ? { open: String(open), late: String(late) } : {},
        atOnce: false,
        weighty: false,
        notBefore: now,
        useBy: addDays(now, 1),
      }
    })
    const leavesAt = sendAt(now, false, programme.settings.quietHours)
    await notices.create(plans.map((plan) => newNotice(plan, now, leavesAt)))
  }
}
