import type { CaseFile } from '../../case/case-file.ts'
import type { CounterChange } from '../../lists/counter-change.ts'
import type { Counted } from './figures.ts'

/** One case as it lies in the table, beside what was last counted of it. */
export interface Audited {
  caseFile: CaseFile
  /** It stands on the index the sweep reads. */
  onAgenda: boolean
  counted: Counted | null
}

export interface AuditPage {
  cases: Audited[]
  /** What counters hold, and what is pending of these cases. */
  counters: CounterChange[]
  /** What to ask for what follows; null after the last page. */
  next: string | null
}

/** Everything there is: for a person who checks or repairs, never for a function. */
export interface FiguresAudit {
  /** All cases and counters once, in the order they lie in; from the beginning, or from what an earlier reading came to. */
  pages(after: string | null): AsyncIterable<AuditPage>
  /** These cases as they are now; at most a hundred. */
  cases(references: readonly string[]): Promise<CaseFile[]>
}
