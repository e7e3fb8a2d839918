import type { MailKind } from '../../directory/mailbox.ts'
import type { Member } from '../../directory/member.ts'
import { addHours } from '../../deadlines/calendar.ts'
import { ownQueue } from '../../routing/queue.ts'
import { newNotice, type Notice, noticeKey, type Plan } from '../notice.ts'
import { afterSend, sendAt } from '../notice-steps.ts'
import type { Settings } from '../settings.ts'

/** What a member hears as one of a team: its topic, and the phone kept for their organisation or pair. */
export function hears(member: Pick<Member, 'role' | 'region' | 'organisation'>, { recipient }: Notice): boolean {
  const [kind = '', id] = ownQueue(member)?.split(':') ?? []
  if (recipient.to === 'organisation') return recipient.id === (id ?? kind) && kind !== 'region'
  if (recipient.to !== 'topic') return false
  return recipient.topic === (kind === 'focal-point' ? 'national' : kind === 'region' ? `regional-${id ?? ''}` : kind)
}

/** As which kind a notice to a team goes to its members' mail too; null where it does not. The morning's is each one's own. */
export function mailKindOf({ key, template, recipient }: Notice): MailKind | null {
  if ((recipient.to !== 'topic' && recipient.to !== 'organisation') || template === 'digest') return null
  return key.startsWith('monday-') ? 'reminder' : 'escalation'
}

/** How long it is of use. */
const usefulHours = 24

/** At most one of a kind in each `span`, a day or an hour, however much called for it: what it counts is read when it leaves. */
export function mailNotice(
  { member, language }: { member: string; language: string },
  { kind, span }: { kind: MailKind; span: string },
  now: string,
  { quietHours }: Pick<Settings, 'quietHours'>,
): Notice {
  const recipient = { to: 'member', id: member } as const
  const plan: Plan = {
    key: noticeKey(`mail-${kind}-${span}`, 0, 'mail', recipient),
    reference: null,
    index: null,
    template: 'mail',
    recipient,
    language,
    values: { kind },
    atOnce: false,
    weighty: false,
    notBefore: now,
    useBy: addHours(now, usefulHours),
  }
  return newNotice(plan, now, sendAt(now, false, quietHours))
}

/** What became of a claimed one. It is tried again as an SMS is; nobody works through what is never taken, since the pages say it all. */
export function afterMail(notice: Notice, said: 'taken' | 'refused' | 'again', now: string, jitter: number): Notice {
  if (said === 'taken')
    return {
      ...notice,
      version: notice.version + 1,
      state: 'delivered',
      attempts: notice.attempts + 1,
      endedAt: now,
    }
  const after = afterSend(notice, { outcome: 'refused', retry: said === 'again', reason: `mail-${said}` }, now, jitter)
  return after.state === 'waiting' ? after : { ...after, state: 'failed' }
}
