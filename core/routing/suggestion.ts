import type { Kind } from '../channel/message.ts'
import type { PlaceRef } from '../places/place-ref.ts'

/**
 * What the words of a message suggest. A person confirms: words never decide a category, a kind or a level, and never
 * decide that a case is sensitive (design §11, rule 2).
 */
export interface Suggestion {
  /** The one place that matches, or null when none or several do. */
  place: PlaceRef | null
  /** All places that match, best first. */
  places: PlaceRef[]
  category: string | null
  /** What sort of message it is; null where the words do not say. */
  kind: Kind | null
  /** The words may mean abuse, exploitation or danger (`S`): a narrow circle reads first. */
  sensitive: boolean
  /** `N2` where the words may mean that a life is in danger now. Words suggest no other level. */
  level: 'N2' | null
  /** Too few of its words are known here: nothing above says that it is harmless. */
  unread: boolean
  /** Reason: which words and phrases of the text led to what. Holds words of the person, so it is computed on reading and never stored. */
  why: Reason[]
}

export const suggestable = ['place', 'category', 'kind', 'sensitive', 'level'] as const
/** `code` is that of the place, category, kind or level. */
export interface Reason {
  what: (typeof suggestable)[number]
  code: string
  words: string[]
}
