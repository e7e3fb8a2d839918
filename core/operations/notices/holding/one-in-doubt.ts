import { addHours } from '../../../deadlines/calendar.ts'
import type { Notice } from '../../../notices/notice.ts'
import { defer, inDoubt } from '../../../notices/notice-steps.ts'
import { isTooMany, tomorrow } from './days-limit.ts'
import type { SendNeeds } from '../needs.ts'

/** Until then what was under way to the same person may be settled. */
const settledHours = 0.5

/**
 * What a notice becomes that must wait: another one to the same person may be under way, or they had enough today. Null where it may go: then it is
 * marked as the one send to its recipient of which nobody knows whether it left, before the call, so that a crash leaves it known.
 */
export async function mustWait(notice: Notice, fingerprint: string, needs: SendNeeds): Promise<Notice | null> {
  const { held, today } = await holdsRecipient(notice, fingerprint, needs)
  if (!held) return defer(notice, addHours(needs.now, settledHours))
  if (!isTooMany(notice, today, needs)) return null
  await needs.notices.setUndecided(fingerprint, null, notice.key, false)
  return tomorrow(notice, needs)
}

/** A mark that outlived its doubt gives way. */
async function holdsRecipient({ key, reference }: Notice, fingerprint: string, { notices }: SendNeeds) {
  const own = { noticeKey: key, reference }
  const mark = await notices.setUndecided(fingerprint, own, null)
  if (mark.held) return mark
  const other = await notices.undecided(fingerprint)
  const found = other && (await notices.get(other.reference, other.noticeKey))
  return found && inDoubt(found.notice) ? mark : notices.setUndecided(fingerprint, own, other?.noticeKey ?? null)
}

/** Somebody else has moved it: the mark stays only where that leaves it in doubt. */
export async function letsGo({ key, reference }: Notice, fingerprint: string, { notices }: SendNeeds): Promise<void> {
  const found = await notices.get(reference, key)
  if (!found || !inDoubt(found.notice)) await notices.setUndecided(fingerprint, null, key, false)
}
