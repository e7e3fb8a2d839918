import type { Chain } from '../core/language.ts'
import type { Spoken, SpokenTexts } from '../web/console/intake/texts.ts'
import { bambara } from './bm/language.ts'
import { spokenBm } from './bm/spoken.ts'
import { french } from './fr/language.ts'
import { spokenFr } from './fr/spoken.ts'
import { complete, draft, type Whole } from './stock.ts'

/** What staff read out to the person, one line a language. */
export const spokenStock: readonly Whole<SpokenTexts>[] = [complete(french, spokenFr), draft(bambara, spokenBm)]

/** Read out in one language from beginning to end: the nearest of the person's chain. */
export function spokenIn(chain: Chain): Spoken | null {
  const [found] = chain.flatMap((code) => spokenStock.find(({ language }) => language.code === code) ?? [])
  return found ? { code: found.language.code, draft: found.state === 'draft', texts: found.texts } : null
}
