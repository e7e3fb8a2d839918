import type { CaseFile } from '../../case/case-file.ts'
import type { CounterChange } from '../../lists/counter-change.ts'

/** Everything there is, page by page: for a person who checks or repairs, never for a function. */
export interface FiguresAudit {
  /** `onAgenda`: it stands on the index the sweep reads. */
  everyCase(): AsyncIterable<{ caseFile: CaseFile; onAgenda: boolean }[]>
  everyCounter(): AsyncIterable<CounterChange[]>
}
