import type { CaseFile } from './case-file.ts'

/** Is a number still kept? */
export const hasNumber = ({ phone, erased }: CaseFile): boolean =>
  phone && !erased.includes('contact') && !erased.includes('all')

/** May whoever works the case have the number, to call or to pass it on? Never against the person's word: no consent, or STOP (design §4). */
export const mayHaveNumber = (caseFile: CaseFile): boolean =>
  hasNumber(caseFile) && caseFile.consent !== 'none' && !caseFile.optedOut

/** May we still come back to the person by phone? Never for S (design §4). */
export const mayContact = (caseFile: CaseFile): boolean => caseFile.lane === 'N' && mayHaveNumber(caseFile)
