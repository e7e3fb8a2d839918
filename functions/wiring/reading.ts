import { suggestFromWords } from '../../programme/suggest-from-words.ts'
import type { ReadsWords } from './services.ts'

/** What reads words: imported only where words come in or are shown. Every other function deploys without list and model. */
export const reading: ReadsWords = { suggest: suggestFromWords }
