import { forEachOf, unstubbedNames } from '../channel/questions.ts'
import type { CaseFile } from './case-file.ts'
import type { Entry, What } from './history.ts'

/** What is written from now on is erased in its turn; the number is gone for good (only START brings one back). */
export const erasedAnew = ({ erased }: CaseFile) => ({ erased: erased.filter((part) => part !== 'words') })

const noSuggestion = { place: null, category: null, sensitive: false } as const

/**
 * What an erasure leaves. Of `all` (S2) a content-free stub: no place, category, person or danger in any view, list or row. The
 * history only grows, so their codes stay in the stored entries; `stubLine` keeps them from every reader. `named` stays, unshown: it
 * is what shuts the people named out.
 */
export function erasing({ erased }: CaseFile, part: 'contact' | 'words' | 'all'): Partial<CaseFile> {
  const parts = { erased: [...erased, part] }
  if (part === 'contact') return parts
  if (part === 'words') return { ...parts, village: null }
  const about = {
    ...forEachOf(unstubbedNames, () => null),
    place: null,
    village: null,
    category: null,
    intakePoint: null,
    onBehalf: null,
  }
  return { ...parts, ...about, readerAsked: null, meaning: null, suggested: noSuggestion }
}

/** Lines that say where it was, whom it was about, or who was near enough to be asked. */
const aboutIt: readonly What[] = [
  ...(['consent-given', 'place-given', 'corrected'] as const),
  ...unstubbedNames.map((name) => `${name}-given` as const),
  ...(['assigned', 'accepted', 'refused', 'revoked', 'hand-over-resent', 'hand-over-returned'] as const),
  ...(['escalated', 'sent-back', 'merged', 'unmerged', 'followed', 'unfollowed', 'split-off'] as const),
  ...(['reader-asked', 'meaning-said', 'flooded', 'flood-lifted'] as const),
]

const unsaid = forEachOf(unstubbedNames, () => undefined)

/** A line of the history of a stub: what was done, when and by whom; none where it would say what it was about. */
export function stubLine(line: Entry): Entry[] {
  if (aboutIt.includes(line.what)) return []
  const about = {
    ...unsaid,
    place: undefined,
    village: undefined,
    category: undefined,
    named: undefined,
    dropped: undefined,
  }
  if (line.what === 'received')
    return [
      {
        ...line,
        place: undefined,
        village: undefined,
        source: undefined,
        onBehalf: undefined,
        flags: undefined,
        sources: undefined,
        suggested: noSuggestion,
      },
    ]
  if (line.what === 'assessed' || line.what === 'lower-proposed') return [{ ...line, ...about }]
  return line.what === 'reminded' ? [{ ...line, to: 'protection' }] : [line]
}
