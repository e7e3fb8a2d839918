import type { CaseFile } from './case-file.ts'

/** May whoever works the case have the number, to call or to pass it on? Never against the person's word: no consent, or STOP (design §4). */
export const mayHaveNumber = ({ consent, phone, optedOut, erased }: CaseFile): boolean =>
  phone && consent !== 'none' && !optedOut && !erased.includes('contact') && !erased.includes('all')

/** May we still come back to the person by phone? Never for S (design §4). */
export const mayContact = (caseFile: CaseFile): boolean => caseFile.lane === 'N' && mayHaveNumber(caseFile)
