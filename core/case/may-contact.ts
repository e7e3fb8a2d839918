import type { CaseFile } from './case-file.ts'

/** May we still come back to the person by phone? Never for S, after STOP, or without consent (design §4). */
export const mayContact = ({ lane, consent, phone, optedOut, erased }: CaseFile): boolean =>
  lane === 'N' && phone && consent !== 'none' && !optedOut && !erased.includes('contact')
