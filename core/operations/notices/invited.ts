import { type Invitation, invitedAs, type MessageWay } from '../../directory/invitation.ts'
import { isInvited, type Member } from '../../directory/member.ts'
import { mailIn } from '../../notices/mail/texts.ts'
import { useByOf } from '../../notices/policy/purposes.ts'
import { newNotice, noticeKey, type Notice, type Recipient } from '../../notices/notice.ts'
import { cancel, sendAt } from '../../notices/notice-steps.ts'
import type { Programme } from '../programme.ts'
import { addressIn } from '../sealed.ts'
import type { SendNeeds } from './needs.ts'
import { carryMail } from './tell-by-mail.ts'

const recipientOf = (id: string): Recipient => ({ to: 'invited', id })
/** Of the message that is the `times`th, from 0: by whatever it leaves, it is one. */
export const invitationKey = (id: string, times: number): string => noticeKey(id, times, 'invitation', recipientOf(id))

/** By what a notice of an invitation leaves. */
export const leavesBy = ({ values }: Pick<Notice, 'values'>): MessageWay => (values['by'] === 'mail' ? 'mail' : 'sms')

export function invitationNotice(
  { id, languages }: Pick<Member, 'id' | 'languages'>,
  { times, way }: { times: number; way: MessageWay },
  { programme, now }: { programme: Pick<Programme, 'languages' | 'settings'>; now: string },
): Notice {
  const plan = {
    key: invitationKey(id, times),
    reference: null,
    index: null,
    template: 'invitation' as const,
    recipient: recipientOf(id),
    language: languages[0] ?? programme.languages[0].code,
    values: way === 'mail' ? { by: way } : {},
    atOnce: false,
    weighty: false,
    notBefore: now,
    useBy: useByOf('invitation', now),
  }
  return newNotice(plan, now, sendAt(now, false, programme.settings.quietHours))
}

/** Sends one that leaves by e-mail; whoever has signed in since, or whose address was let go, gets none. */
export async function mailInvitation(notice: Notice, id: string, needs: SendNeeds): Promise<void> {
  const { directory, vault, programme, notices, now } = needs
  const [invitation, member] = await Promise.all([directory.invitation(id), directory.member(id)])
  const { mailFrom, consoleLink } = programme.settings
  const why = !member?.active || !isInvited(member) ? 'not-allowed' : 'no-address'
  if (why === 'not-allowed' || !invitation?.sealedMail || mailFrom === null || consoleLink === null) {
    await notices.replace(notice, cancel(notice, now, why))
    return
  }
  const { subject, body } = mailIn(programme.mails, notice.language).invitation
  const to = addressIn(await vault.open('general', invitedAs(id), invitation.sealedMail))
  await carryMail(notice, { to, subject, body: body({ link: consoleLink }) }, needs)
}

/** Those invited at this phone. */
async function invitedAt(phone: string, { directory, vault }: SendNeeds): Promise<Invitation[]> {
  const keys = await vault.fingerprints(`phone:${phone}`)
  return [...(await directory.invitations()).values()].filter(({ phoneKey }) => keys.includes(phoneKey))
}

/** The notices of their SMS, as far as they were called for. */
export async function* invitationsTo(phone: string, needs: SendNeeds) {
  for (const { id, sent } of await invitedAt(phone, needs))
    for (let times = 0; times < sent; times += 1) {
      const found = await needs.notices.get(null, invitationKey(id, times))
      if (found && leavesBy(found.notice) === 'sms') yield found
    }
}

/**
 * An SMS of an invitation that was called for after the copy a table was restored from left, and nothing here says so: what it would be, were it called
 * for now, and how it is counted once it is known that it left.
 */
export async function* invitationsLost(phone: string, needs: SendNeeds) {
  const { directory, notices, now } = needs
  for (const before of await invitedAt(phone, needs)) {
    const member = await directory.member(before.id)
    if (!member) continue
    const notice = invitationNotice(member, { times: before.sent, way: 'sms' }, needs)
    const count = async (): Promise<boolean> => {
      await notices.create([notice])
      const after = { ...before, sent: before.sent + 1, sentAt: now }
      return (await directory.write({ invitation: { before, after, at: now }, audit: [] })) === 'done'
    }
    yield { notice, count }
  }
}
