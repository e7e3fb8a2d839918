import * as z from 'zod/mini'
import type { Viewer } from '../../case/actor.ts'
import { type Mailbox, MailKind, mayBeMailed, mailedAs } from '../../directory/mailbox.ts'
import type { Member } from '../../directory/member.ts'
import type { Mailboxes } from '../../ports/directory/mailboxes.ts'
import { ownQueue } from '../../routing/queue.ts'
import type { Needs } from '../needs.ts'
import { addressIn, sealedMail } from '../sealed.ts'

interface MailNeeds extends Pick<Needs, 'vault' | 'programme'> {
  directory: Pick<Mailboxes, 'mailbox' | 'putMailbox' | 'forgetMailbox'> & {
    member: (id: string) => Promise<Member | null>
  }
}

/** Longer than any real one. */
export const longestAddress = 120
/** Without a letter beyond ASCII before the `@`: not every server takes those. */
const Wish = z.object({
  address: z.string().check(z.trim(), z.toLowerCase(), z.maxLength(longestAddress), z.email()),
  kinds: z.array(MailKind),
})

/** What somebody asked for, opened; `address` empty where nothing yet. */
export type MailWish = Pick<Mailbox, 'kinds'> & { address: string }

/** Themselves, whosever work they do; null where no mail is sent, and for who has no work of their own that it could count. */
async function mailed({ person }: Viewer, { directory, programme }: MailNeeds): Promise<Member | null> {
  const member = programme.settings.mailFrom === null ? null : await directory.member(person)
  return member && mayBeMailed(member) && ownQueue(member) !== null ? member : null
}

/** Is there anything for this person on that page? */
export const offersMail = async (viewer: Viewer, needs: MailNeeds): Promise<boolean> =>
  (await mailed(viewer, needs)) !== null

export async function mailWish(viewer: Viewer, needs: MailNeeds): Promise<MailWish | null> {
  const member = await mailed(viewer, needs)
  if (!member) return null
  const box = await needs.directory.mailbox(member.id)
  if (!box) return { address: '', kinds: [] }
  const opened = await needs.vault.open('general', mailedAs(member.id), box.sealedAddress)
  return { address: addressIn(opened), kinds: box.kinds }
}

/** Who wants no kind any more has no mailbox any more: the address goes with the last of them. */
export async function saveMailWish(
  viewer: Viewer,
  { wish, language }: { wish: unknown; language: string },
  needs: MailNeeds,
): Promise<'done' | 'invalid' | 'unknown'> {
  const member = await mailed(viewer, needs)
  if (!member) return 'unknown'
  const { directory, vault } = needs
  const none = z.safeParse(z.object({ kinds: z.array(z.never()) }), wish)
  if (none.success) {
    await directory.forgetMailbox(member.id)
    return 'done'
  }
  const read = z.safeParse(Wish, wish)
  if (!read.success) return 'invalid'
  const { address, kinds } = read.data
  const sealedAddress = await vault.seal('general', mailedAs(member.id), sealedMail(address))
  await directory.putMailbox({ member: member.id, sealedAddress, kinds: [...new Set(kinds)], language })
  return 'done'
}
