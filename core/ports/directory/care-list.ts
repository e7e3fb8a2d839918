import type { CareLine } from '../../directory/care.ts'

export interface CareTable {
  /** 0 before anything was written. */
  version: number
  lines: readonly CareLine[]
}

/** What is open to survivors, in one item: read at the last screen, changed by the protection pair alone. */
export interface CareList {
  /** Not `sure`: perhaps as it was a moment ago. */
  read(sure?: boolean): Promise<CareTable>
  /** On condition of the version that was read; `conflict`: somebody wrote first, nothing was written. */
  replace(before: CareTable, lines: readonly CareLine[]): Promise<'done' | 'conflict'>
}
