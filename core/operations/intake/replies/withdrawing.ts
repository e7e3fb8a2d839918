import { complainant } from '../../../case/actor.ts'
import { isOpen } from '../../../case/case-file.ts'
import { entry } from '../../../case/history.ts'
import type { StoredCase } from '../../../ports/cases.ts'
import { citesClosed, unacknowledged } from '../../../notices/by-entry.ts'
import type { Needs, ReadingNeeds } from '../../needs.ts'
import { openContact } from '../../sealed.ts'
import { withoutCase } from '../../sender-memory.ts'
import { unlinked } from '../../unlink.ts'
import { joins, type MessagePlan, opens, repeats, type Said } from './joining.ts'
import { cited, reply } from './replies.ts'

/**
 * « Je retire » with its number, from the phone of the case, ends an ordinary one. Everything else hears one careful reply: neither yes, nor
 * whether there is such a case, nor what it is about; and the wish stands in the case it cites, for whoever reads that.
 */
export async function withdraws(asked: Said, reference: string | null, needs: ReadingNeeds): Promise<MessagePlan> {
  if (reference === null) return reply(asked, needs, 'withdrawHow')
  const { stored, said, refused } = await cited(asked, reference, needs)
  if (refused) return { outcome: 'refused', reference: null, commit: {} }
  const open = stored && isOpen(stored.caseFile) ? stored : null
  if (open?.caseFile.lane === 'N' && (await isTheirs(open, said, needs))) return ends(open.caseFile, said, needs)
  const noted = await reply(said, needs, 'withdrawalNoted')
  const heard = { ...said, sender: noted.sender ?? said.sender }
  const { commit, ...kept } = await (open ? joins(open, heard, needs) : isRead(stored, heard, needs))
  return { ...noted, ...kept, commit: { ...noted.commit, ...commit } }
}

/** What cites a case that is over, or none, is a case of its own with no other word back: somebody reads it, as that reply says. */
const isRead = async (stored: StoredCase | null, said: Said, needs: ReadingNeeds): Promise<MessagePlan> =>
  (await repeats(said, needs)) ??
  opens(said, needs, {
    flags: [citesClosed, unacknowledged.none],
    ...(stored?.caseFile.lane === 'S1' || stored?.caseFile.lane === 'S2' ? { lane: 'P' } : {}),
  })

async function ends(before: StoredCase['caseFile'], said: Said, needs: Needs): Promise<MessagePlan> {
  const { reference } = before
  const told = await reply(said, needs, 'withdrawn', { reference })
  const links = await unlinked({ caseFile: before, by: complainant, needs })
  const withdrawn = entry('closed', needs.now, complainant, { how: 'withdrawn', outcome: 'withdrawn' })
  return {
    outcome: 'withdrawn',
    reference: null,
    sender: withoutCase(told.sender ?? said.sender, reference),
    commit: { ...told.commit, append: [{ before, entries: [...links.entries, withdrawn] }, ...links.append] },
  }
}

/** Anybody may hold a number, but nobody withdraws the case of another phone. */
const isTheirs = async (stored: StoredCase, { sender, phone }: Said, needs: Needs): Promise<boolean> =>
  sender.live.some(({ reference }) => reference === stored.caseFile.reference) ||
  (await openContact(stored, needs)) === phone
