import type { Viewer } from '../../case/actor.ts'
import { readsOnly } from '../../routing/asked-to-read.ts'
import { readsLane } from '../../routing/reads-lane.ts'
import type { StoredCase } from '../../ports/cases.ts'
import type { ReadingNeeds } from '../needs.ts'
import { openWords } from '../sealed.ts'

/** What the words mean, as a reader of that language says. */
interface Meaning {
  words: string
  language: string
  at: string
  /** Null where who read it is not for this viewer to know. */
  by: string | null
}

/**
 * It goes with the words it explains, to whoever may open the case; but what may mean S in it stays with those who read lane P, even where
 * the case was found ordinary since (`docs/decisions/030-a-reader-is-asked.md`).
 */
export async function shownMeaning(viewer: Viewer, stored: StoredCase, needs: ReadingNeeds): Promise<Meaning | null> {
  const { meaning } = stored.caseFile
  const words = meaning && (await openWords(stored, meaning.index, needs))
  if (!meaning || words === null) return null
  const { language, at, by } = meaning
  if (readsLane(viewer.role, 'P') || readsOnly(viewer, stored.caseFile)) return { words, language, at, by }
  return needs.suggest(words).sensitive ? null : { words, language, at, by: null }
}
