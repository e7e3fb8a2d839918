import type { CaseFile } from './case-file.ts'
import { changeOf } from './changes.ts'
import type { Entry } from './history.ts'
import { opened } from './opened.ts'

/** Whoever of ours does anything on the case has its page before them, and what the person wrote. */
const isOfStaff = ({ by }: Entry): boolean => by.role !== 'complainant' && by.role !== 'system' && by.role !== 'gateway'

/**
 * The case with one more line. Two machines never agree on the time, and a clock may be set back: no line is earlier than the one
 * before it, so that nothing happens before what it follows from.
 */
export function fold(caseFile: CaseFile, next: Entry): CaseFile {
  const entry = next.at < caseFile.lastAt ? ({ ...next, at: caseFile.lastAt } as Entry) : next
  const index = caseFile.history.length
  const history = [...caseFile.history, entry]
  // A message that joins moves `lastAt` first: resuming counts up to the moment the person wrote.
  const before = { ...caseFile, lastAt: entry.at, wroteAt: isOfStaff(entry) ? null : caseFile.wroteAt }
  return { ...before, ...changeOf(before, entry, index), history, version: index + 1 }
}

/** The case its history tells of. Throws when the history does not begin with `received`. */
export function caseFileOf(programme: string, reference: string, history: readonly Entry[]): CaseFile {
  const [first, ...rest] = history
  if (first?.what !== 'received') throw new Error(`history of ${reference} does not begin with received`)
  return rest.reduce(fold, opened(programme, reference, first))
}
