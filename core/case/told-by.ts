import type { CaseFile } from './case-file.ts'
import type { EntryOf } from './history.ts'

/** Does somebody know that the person has the answer? Not where its SMS only left, nor where it only stands open at follow-up. */
export const isSurelyTold = (told: CaseFile['told']): boolean =>
  told !== null && !told.unconfirmed && told.how !== 'open-answer'

/** Told since the first time, whoever tells again. Who was only counted as told is told once somebody knows it, still since then. */
export function toldBy(
  before: CaseFile['told'],
  { at, how, unconfirmed = false }: EntryOf<'told'>,
): NonNullable<CaseFile['told']> {
  const after = { at: before?.at ?? at, how, unconfirmed }
  return before && (isSurelyTold(before) || !isSurelyTold(after)) ? before : after
}
