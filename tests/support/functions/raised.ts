import type { CaseFile } from '../../../core/case/case-file.ts'
import { entry } from '../../../core/case/history.ts'
import type { Append } from '../../../core/ports/cases.ts'

/** What raising a case to S2 writes, without anything that follows from it. */
export const raised = (before: CaseFile, at: string): Append => {
  const by = { role: 'focal-point', person: 'focal-1' } as const
  return { before, entries: [entry('assessed', at, by, { level: 'S2', promisedAt: null })] }
}
