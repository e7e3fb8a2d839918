import type { Notice } from '../../notices/notice.ts'
import { inDoubt } from '../../notices/notice-steps.ts'
import type { SendNeeds } from './needs.ts'

/**
 * Marks this notice as the one send to its recipient of which nobody knows whether it left: before the call, so that a crash
 * leaves it known. False while another one is in doubt. A mark that outlived its doubt gives way.
 */
export async function holdsRecipient(
  { key, reference }: Notice,
  fingerprint: string,
  { notices }: SendNeeds,
): Promise<boolean> {
  const own = { noticeKey: key, reference }
  if (await notices.setUndecided(fingerprint, own, null)) return true
  const other = await notices.undecided(fingerprint)
  const found = other && (await notices.get(other.reference, other.noticeKey))
  if (found && inDoubt(found.notice)) return false
  return notices.setUndecided(fingerprint, own, other?.noticeKey ?? null)
}

/** Somebody else has moved it: the mark stays only where that leaves it in doubt. */
export async function letsGo({ key, reference }: Notice, fingerprint: string, { notices }: SendNeeds): Promise<void> {
  const found = await notices.get(reference, key)
  if (!found || !inDoubt(found.notice)) await notices.setUndecided(fingerprint, null, key)
}
