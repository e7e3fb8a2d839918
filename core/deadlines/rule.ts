import type { CaseFile } from '../case/case-file.ts'
import type { Entry } from '../case/history.ts'
import type { Clock, Policy } from './policy.ts'
import type { Rulebook } from './rulebook.ts'

/** Something that will have to happen to a case if nobody does anything before `at`. */
export interface Due {
  at: string
  entries: (now: string) => Entry[]
}
/** What a rule of the agenda looks at. */
export interface View {
  caseFile: CaseFile
  rulebook: Rulebook
  policy: Policy
  /** Running clocks, earliest due first. */
  clocks: Clock[]
}
export type Rule = (view: View) => Due | null

/** Does anybody still have to work on it? */
export const isWorking = ({ caseFile: { status } }: View): boolean => status !== 'answered' && status !== 'closed'
