import type { PlaceRef } from '../places/place.ts'

/**
 * What the words of a message suggest. A person confirms: words never decide a category, and never decide that a case
 * is sensitive (design §11, rule 2).
 */
export interface Suggestion {
  /** The one place that matches, or null when none or several do. */
  place: PlaceRef | null
  /** All places that match, best first. */
  places: PlaceRef[]
  category: string | null
  /** The words may mean abuse, exploitation or danger (`S`): a narrow circle reads first. */
  sensitive: boolean
  /** Why: which words and phrases of the text led to what. Holds words of the person, so it is computed on reading and never stored. */
  why: { what: 'place' | 'category' | 'sensitive'; code: string; words: string[] }[]
}
