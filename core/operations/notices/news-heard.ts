import { system } from '../../case/actor.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { type Entry, entry } from '../../case/history.ts'
import { newsOf } from '../../case/news.ts'
import type { Notice } from '../../notices/notice.ts'
import { isUnconfirmed } from '../../notices/notice-steps.ts'

/** News that arrived; how far a follow-up by SMS had to tell is what there was when it was asked for. Not what only left. */
export function newsHeard({ history, lane, status }: CaseFile, notice: Notice, now: string): Entry[] {
  if (notice.state !== 'delivered' || isUnconfirmed(notice) || lane !== 'N' || status === 'closed') return []
  const before = history.findLastIndex(({ at }) => at <= notice.createdAt)
  const told = newsOf(history).findLast(({ index }) => index <= (notice.index ?? before))
  const about = notice.index ?? told?.index
  if (about === undefined || history.some((line) => line.what === 'heard' && line.about >= about)) return []
  return [entry('heard', now, system, { about, how: notice.index === null ? 'follow-up' : 'sms' })]
}
