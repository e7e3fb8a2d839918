import { suggest } from '../core/routing/suggest.ts'
import type { Suggestion } from '../core/routing/suggestion.ts'
import { lexicon } from './lexicon.ts'
import { judge } from './model/judge.ts'
import { places } from './places/places.ts'

/** What the words of a message suggest in Mali: places, categories, possible abuse or danger. */
export const suggestFromWords = (text: string): Suggestion => suggest(text, { gazetteer: places, lexicon, judge })
