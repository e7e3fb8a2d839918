import { complainant } from '../../case/actor.ts'
import { fold } from '../../case/fold.ts'
import { type Entry, entry } from '../../case/history.ts'
import { newSender, type SenderRecord } from '../../channel/sender-record.ts'
import type { UssdHop } from '../../channel/ussd/hop.ts'
import type { Append, Commit, StoredCase } from '../../ports/cases.ts'
import type { Needs, ReadingNeeds } from '../needs.ts'
import type { MessagePlan } from './replies/joining.ts'
import { withCase } from '../sender-memory.ts'
import { openCase, type Opening } from './open-case.ts'

/** What one hop is going to write; filled by effects, written once. */
export interface UssdDraft {
  hop: UssdHop
  fingerprints: readonly string[]
  language: string
  stored: StoredCase | null
  isNew: boolean
  entries: Entry[]
  /** What START says of this phone's other cases. */
  also: Append[]
  contact: string | null
  sender: Commit['sender'] | null
  /** An answer to a question of ours, as an SMS would have been written. */
  replied: { before: SenderRecord | null; plan: MessagePlan & { sender: SenderRecord } } | null
}

/** The record of this phone, with what this hop does to it already. */
export async function senderOf({ fingerprints, sender }: UssdDraft, { senders, now }: Needs) {
  if (sender) return { before: sender.before, sender: sender.after }
  const [fingerprint = ''] = fingerprints
  const before = await senders.find(fingerprints)
  return { before, sender: before ? { ...before, fingerprint } : newSender(fingerprint, now) }
}

export const moved = (before: SenderRecord | null, after: SenderRecord) => ({
  before,
  after,
})

/** A case with what the phone may later write about; S2 leaves no trace on the sender item. */
export async function opens(
  draft: UssdDraft,
  needs: ReadingNeeds,
  opening: Omit<Opening, 'channel' | 'phone' | 'language' | 'receivedAt'>,
) {
  const stored = await openCase(
    { ...opening, channel: 'ussd', phone: draft.hop.phone, language: draft.language, receivedAt: needs.now },
    needs,
  )
  draft.stored = stored
  draft.isNew = true
  if (stored.caseFile.lane === 'S2') return stored
  const { before, sender } = await senderOf(draft, needs)
  const [digest = ''] = await needs.vault.fingerprints(JSON.stringify(['text', draft.hop.phone, opening.words]))
  draft.sender = moved(before, withCase(sender, stored.caseFile.reference, digest, needs.now))
  return stored
}

/** What the hop writes; with the last screen the case's stay in its session ends. */
export function draftCommit(draft: UssdDraft, end: boolean, now: string): Commit {
  const { stored, isNew, contact, sender, replied, also } = draft
  if (replied) return { ...replied.plan.commit, sender: moved(replied.before, replied.plan.sender) }
  const last = end && stored?.caseFile.inSession ? [entry('session-ended', now, complainant, { cut: false })] : []
  const entries = [...draft.entries, ...last]
  const about = sender ? { sender } : {}
  if (!stored || (!isNew && entries.length === 0)) return about
  if (!isNew)
    return {
      ...about,
      append: [{ before: stored.caseFile, entries, ...(contact ? { sealed: { contact } } : {}) }, ...also],
    }
  const caseFile = entries.reduce(fold, stored.caseFile)
  return {
    ...about,
    append: also,
    open: { caseFile, sealed: { ...stored.sealed, contact: contact ?? stored.sealed.contact } },
  }
}
