import type { CaseFile } from './case-file.ts'
import type { EntryOf } from './history.ts'

/** Told since the first time, whoever tells again. Who was only counted as told is told once somebody knows it, still since then. */
export function toldBy(
  before: CaseFile['told'],
  { at, how, unconfirmed = false }: EntryOf<'told'>,
): NonNullable<CaseFile['told']> {
  if (before && (!before.unconfirmed || unconfirmed)) return before
  return { at: before?.at ?? at, how, unconfirmed }
}
