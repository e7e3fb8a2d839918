import type { CaseFile } from '../case/case-file.ts'
import { type Level, laneOf } from '../case/level.ts'
import type { Kind } from '../channel/message.ts'
import { ownAnswerDueAt, type Policy } from './clock.ts'

/**
 * The date a person is promised once a case is assessed: the earlier of what was promised and what the level promises; S promises
 * none. A climb or an extension has promised a date of its own, which stays: only a more urgent level may come before an extension.
 */
export function assessedPromiseAt(
  caseFile: CaseFile,
  { level, kind = caseFile.kind }: { level: Level; kind?: Kind | undefined },
  policy: Policy,
): string | null {
  if (laneOf(level) !== 'N') return null
  const { promisedAt, rungAt, extended } = caseFile
  const dueAt = ownAnswerDueAt({ ...caseFile, level, kind }, policy)
  if (caseFile.kind === 'thanks' || !dueAt) return promisedAt
  if (promisedAt && (rungAt || (extended && level === caseFile.level))) return promisedAt
  return promisedAt && promisedAt < dueAt ? promisedAt : dueAt
}

/** The date a person is promised whose case is reopened at `now`: half the time, from now. */
export const reopenedPromiseAt = (caseFile: CaseFile, policy: Policy, now: string): string | null =>
  ownAnswerDueAt({ ...caseFile, reopenedAt: now, pausedMs: 0, waiting: null }, policy)
