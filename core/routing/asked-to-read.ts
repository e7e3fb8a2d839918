import type { Viewer } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import { type QueueName, readerQueue } from './queue.ts'

/** Is this person asked what the words mean? Until somebody assesses them, and of no other case (`docs/decisions/030-a-reader-is-asked.md`). */
export const isAskedToRead = ({ readerOf = [] }: Viewer, { lane, readerAsked }: CaseFile): boolean =>
  lane === 'P' && readerAsked !== null && readerOf.includes(readerAsked)

/** Who opens what may be S by their role. */
export const opensPossible = ({ role }: Viewer, { alertedAt }: CaseFile): boolean =>
  role === 'focal-point' || role === 'deputy' || (role === 'protection' && alertedAt !== null)

/** Lets them say what the words mean, and nothing else. */
export const readsOnly = (viewer: Viewer, caseFile: CaseFile): boolean =>
  isAskedToRead(viewer, caseFile) && !opensPossible(viewer, caseFile)

/** The list in which readers find the case. */
export const readersList = ({ lane, readerAsked, alertedAt }: CaseFile): string | null =>
  lane === 'P' && readerAsked !== null ? readerQueue(readerAsked, alertedAt !== null) : null

/** The lists of a reader. Whose role has the case in a list already finds it there: none stands twice in what one person reads. */
export function listsToRead({ role, readerOf = [] }: Viewer): QueueName[] {
  const triages = role === 'focal-point' || role === 'deputy'
  const states = triages ? [true] : role === 'protection' ? [false] : [false, true]
  return readerOf.flatMap((language) =>
    states.map((alerted) => ({ index: 'region', lane: 'P', name: readerQueue(language, alerted) }) as const),
  )
}
