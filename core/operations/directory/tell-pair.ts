import { addDays } from '../../deadlines/calendar.ts'
import { type PairName, pairNames } from '../../directory/seat.ts'
import { newNotice, noticeKey } from '../../notices/notice.ts'
import { sendAt } from '../../notices/notice-steps.ts'
import type { PublicationName } from '../../notices/publication.ts'
import type { DirectoryNeeds } from './change.ts'

type Tells = Pick<DirectoryNeeds, 'notices' | 'programme' | 'now'>

/** The pair hears that who is in it changes, or was to: no name, and no number but how often. `change` makes it once. */
export const tellPair = (pair: PairName, change: string, needs: Tells): Promise<void> =>
  tell(pair, { change: `pair-${change}`, template: 'pairChanged' }, needs)

/** Both pairs and the coordination hear that there is an administrator more: whoever manages the directory may one day fill a pair again. */
export async function tellOfAdministrator(change: string, needs: Tells): Promise<void> {
  for (const topic of [...pairNames, 'coordination'])
    await tell(topic, { change: `administrator-${change}`, template: 'administratorAdded' }, needs)
}

/** Both pairs hear that somebody more reads what may be sensitive without a seat: at triage, or in a language. */
export async function tellOfReader(change: string, needs: Tells): Promise<void> {
  for (const pair of pairNames) await tell(pair, { change: `reader-${change}`, template: 'readerAdded' }, needs)
}

async function tell(
  topic: string,
  { change, template }: { change: string; template: PublicationName },
  { notices, programme, now }: Tells,
): Promise<void> {
  const recipient = { to: 'topic', topic } as const
  const plan = {
    key: noticeKey(change, 0, template, recipient),
    reference: null,
    index: null,
    template,
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
