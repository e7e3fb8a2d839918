import type { CaseFile } from './case-file.ts'

/** What ends a wait; a pause for the person counts up to here. */
export function resume(caseFile: CaseFile, at: string): Partial<CaseFile> {
  const { waiting } = caseFile
  if (waiting?.waitingFor !== 'complainant') return { waiting: null, asked: null }
  // A sweep that comes late must not make the pause longer.
  const endedAt = waiting.until && waiting.until < at ? waiting.until : at
  const stood = Math.max(0, Date.parse(endedAt) - Date.parse(waiting.sinceAt))
  return { waiting: null, asked: null, pausedMs: caseFile.pausedMs + stood }
}
