import { type Mailbox, type MailKind, mayBeMailed, mailedAs } from '../../directory/mailbox.ts'
import type { Member } from '../../directory/member.ts'
import { afterMail, hears, mailKindOf, mailNotice } from '../../notices/mail/rules.ts'
import { mailIn } from '../../notices/mail/texts.ts'
import type { Notice } from '../../notices/notice.ts'
import { cancel, claim } from '../../notices/notice-steps.ts'
import type { Mailboxes } from '../../ports/directory/mailboxes.ts'
import type { Mails } from '../../ports/mails.ts'
import { ownQueue } from '../../routing/queue.ts'
import type { Needs } from '../needs.ts'
import { addressIn } from '../sealed.ts'
import type { SendNeeds } from './needs.ts'
import { ownerLoad } from './owner-load.ts'

type Directory = Pick<Mailboxes, 'mailboxes' | 'forgetMailbox'> & { member: (id: string) => Promise<Member | null> }

/** Who gave an address and wants this kind, as the directory has them now; the address of somebody who left, or has no work of their own any more, is forgotten. */
async function mailedWith(kind: MailKind, directory: Directory): Promise<{ box: Mailbox; member: Member }[]> {
  const boxes = (await directory.mailboxes()).filter(({ kinds }) => kinds.includes(kind))
  const found = await Promise.all(boxes.map(async (box) => ({ box, member: await directory.member(box.member) })))
  for (const { box, member } of found)
    if (!member?.active || ownQueue(member) === null) await directory.forgetMailbox(box.member)
  return found.flatMap(({ box, member }) => (member && mayBeMailed(member) ? [{ box, member }] : []))
}

/** What teams hear their members are mailed beside it, each at most once an hour, or a Monday. Done again it changes nothing. */
export async function tellByMail(told: readonly Notice[], needs: SendNeeds): Promise<void> {
  const { directory, notices, programme, now } = needs
  if (programme.settings.mailFrom === null) return
  const byKind = Map.groupBy(told, mailKindOf)
  for (const [kind, some] of byKind) {
    if (kind === null) continue
    const span = kind === 'reminder' ? now.slice(0, 10) : now.slice(0, 13)
    const boxes = (await mailedWith(kind, directory)).filter(({ member }) => some.some((one) => hears(member, one)))
    await notices.create(boxes.map(({ box }) => mailNotice(box, { kind, span }, now, programme.settings)))
  }
}

/** Sends one, by what the person wants and what waits for them now; the address of somebody who left since is forgotten. */
export async function sendMail(notice: Notice, to: string, needs: SendNeeds): Promise<void> {
  const { directory, vault, programme, notices, now } = needs
  const [box, member] = await Promise.all([directory.mailbox(to), directory.member(to)])
  const queue = member && mayBeMailed(member) ? ownQueue(member) : null
  if (box && !member?.active) await directory.forgetMailbox(to)
  const wanted = box?.kinds.some((kind) => kind === notice.values['kind'])
  if (!box || !wanted || queue === null || programme.settings.mailFrom === null) {
    await notices.replace(notice, cancel(notice, now, 'not-allowed'))
    return
  }
  const load = await ownerLoad(queue.replace(/^organisation:/, ''), needs)
  if (load.open === 0) {
    await notices.replace(notice, cancel(notice, now, 'nothing-open'))
    return
  }
  const { subject, body } = mailIn(programme.mails, box.language)
  const address = addressIn(await vault.open('general', mailedAs(to), box.sealedAddress))
  await carryMail(
    notice,
    { to: address, subject, body: body({ ...load, link: programme.settings.consoleLink }) },
    needs,
  )
}

/** Claimed before it leaves, as an SMS is; what became of it is noted. */
export async function carryMail(notice: Notice, mail: Parameters<Mails['send']>[0], needs: SendNeeds): Promise<void> {
  const { mails, notices, programme, now, random } = needs
  const next = claim(notice, now, programme.settings.quietHours)
  if (!next || !(await notices.replace(notice, next)) || next.state !== 'claimed') return
  await notices.replace(next, afterMail(next, await mails.send(mail), now, random()))
}

/** The morning's: one each working day for whoever wants it. */
export async function mailDigest(on: string, needs: Needs & { directory: Directory }): Promise<void> {
  const { directory, notices, memory, programme, now } = needs
  // Done again it writes nothing.
  if (programme.settings.mailFrom === null || (await memory.remembered(digestedIn, false)) === on) return
  const boxes = await mailedWith('digest', directory)
  const plans = boxes.map(({ box }) => mailNotice(box, { kind: 'digest', span: on }, now, programme.settings))
  await notices.create(plans)
  await memory.remember(digestedIn, on)
}
const digestedIn = 'mail-digest'
