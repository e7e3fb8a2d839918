import type { CaseFile } from '../../case/case-file.ts'
import { hasEnded, newNotice, type Notice } from '../../notices/notice.ts'
import { cancel, sendAt } from '../../notices/notice-steps.ts'
import { noticesFor } from '../../notices/plans.ts'
import type { Needs } from '../needs.ts'

type NoticeNeeds = Pick<Needs, 'programme' | 'notices' | 'now'>

/** The notices a history calls for from entry `from` on, as they are first written. */
function wanted(caseFile: CaseFile, from: number, { programme, now }: NoticeNeeds): Notice[] {
  const { quietHours } = programme.settings
  return noticesFor(caseFile, from, programme).map((plan) =>
    newNotice(plan, now, sendAt(plan.notBefore > now ? plan.notBefore : now, plan.atOnce, quietHours)),
  )
}

/** Writes what new history calls for. Keys are deterministic, so a replay writes nothing new. */
export async function prepareNotices(caseFile: CaseFile, from: number, needs: NoticeNeeds): Promise<void> {
  await needs.notices.create(wanted(caseFile, from, needs))
  if (caseFile.lane === 'S2' || caseFile.lane === 'S1') await withholdNotices(caseFile, needs)
}

/** Writes what the history calls for and is missing, whatever became of a stream record; `written` are those that are there. Only what can still be of use. */
export async function healNotices(caseFile: CaseFile, written: readonly Notice[], needs: NoticeNeeds): Promise<number> {
  const there = new Set(written.map(({ key }) => key))
  const missing = wanted(caseFile, 0, needs).filter(({ key, useBy }) => !there.has(key) && useBy > needs.now)
  if (missing.length > 0) await needs.notices.create(missing)
  return missing.length
}

/** Deciding S takes back what has not left yet: nothing more goes to the phone by itself. */
async function withholdNotices({ reference, lane }: CaseFile, { notices, now }: NoticeNeeds): Promise<void> {
  const waiting = (await notices.list(reference)).filter(
    (notice) =>
      notice.recipient.to === 'complainant' &&
      !hasEnded(notice) &&
      notice.state !== 'sent' &&
      notice.state !== 'claimed' &&
      !(lane === 'S1' && notice.template === 'acknowledgementShort'),
  )
  await Promise.all(waiting.map((notice) => notices.replace(notice, cancel(notice, now, 'protection'))))
}
