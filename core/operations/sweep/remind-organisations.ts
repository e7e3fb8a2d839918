import { addDays, dayOf } from '../../deadlines/calendar.ts'
import { newNotice, noticeKey } from '../../notices/notice.ts'
import { sendAt } from '../../notices/notice-steps.ts'
import type { Needs } from '../needs.ts'
import { organisationLoad } from '../notices/organisation-load.ts'

const monday = 1

/** The Monday it is in the programme's own time, or null on any other day. */
export function mondayOn({ programme, now }: Pick<Needs, 'programme' | 'now'>): string | null {
  const on = dayOf(programme.calendar, now)
  return new Date(`${on}T00:00:00.000Z`).getUTCDay() === monday ? on : null
}

/**
 * Every Monday the responsible person of each organisation that has open cases hears how many (design §5); of an inactive one too,
 * whose cases wait until somebody takes them back. The key names the day, so that asking twice writes one.
 */
export async function remindOrganisations(on: string, needs: Needs): Promise<void> {
  const { programme, notices, now } = needs
  for (const { id, languages } of programme.organisations) {
    if ((await organisationLoad(id, needs)).open === 0) continue
    const recipient = { to: 'organisation', id } as const
    const plan = {
      key: noticeKey(`monday-${on}`, 0, 'reminder', recipient),
      reference: null,
      index: null,
      template: 'reminder',
      recipient,
      language: languages[0] ?? programme.languages[0].code,
      values: {},
      atOnce: false,
      weighty: false,
      notBefore: now,
      useBy: addDays(now, 1),
    } as const
    await notices.create([newNotice(plan, now, sendAt(now, false, programme.settings.quietHours))])
  }
}
