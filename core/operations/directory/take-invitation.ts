import { invitedId, mayOpenAccount } from '../../directory/member.ts'
import type { DirectoryStore } from '../../ports/directory/directory.ts'
import type { Vault } from '../../ports/vault.ts'
import type { Programme } from '../programme.ts'

interface InvitationNeeds {
  directory: Pick<DirectoryStore, 'member' | 'write'>
  vault: Pick<Vault, 'fingerprints'>
  programme: Pick<Programme, 'organisations'>
  now: string
}

/** One address, however it is written. */
export const mailOf = (written: string): string => written.trim().toLowerCase()
export const mailKeysOf = (mail: string, { vault }: Pick<InvitationNeeds, 'vault'>): Promise<string[]> =>
  vault.fingerprints(`mail:${mailOf(mail)}`)

/**
 * Somebody signs in for the first time with an account the directory does not know: what was said of whoever was invited at that address becomes
 * theirs, once, under the id of the account. Nothing happens while their account does not open: the invitation stays.
 */
export async function takeInvitation(
  { account, mail }: { account: string; mail: string | null },
  needs: InvitationNeeds,
): Promise<void> {
  const { directory, programme, now } = needs
  if (mail === null || (await directory.member(account))) return
  for (const key of await mailKeysOf(mail, needs)) {
    const invited = await directory.member(invitedId(key))
    if (!invited?.active || !mayOpenAccount(invited, programme.organisations)) continue
    const by = { person: account, role: invited.role }
    // Somebody who wrote first took it, or changed it: they are looked for again with the next click.
    await directory.write({
      person: { version: null, member: { ...invited, id: account, version: 1 } },
      gone: { id: invited.id, version: invited.version },
      audit: [{ at: now, by, what: 'invitation-taken', about: `person:${account}`, changes: [] }],
    })
    return
  }
}

/** Is somebody invited at this address whose account does not open yet? */
export async function waitsForProtocol(mail: string | null, needs: InvitationNeeds): Promise<boolean> {
  if (mail === null) return false
  const found = await Promise.all((await mailKeysOf(mail, needs)).map((key) => needs.directory.member(invitedId(key))))
  return found.some((one) => one?.active === true && !mayOpenAccount(one, needs.programme.organisations))
}
