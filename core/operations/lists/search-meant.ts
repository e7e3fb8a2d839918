import { daysSaid, type SaidDays } from '../../lists/said-days.ts'
import type { PlaceRef } from '../../places/place-ref.ts'
import type { Programme } from '../programme.ts'

/** What a few typed words mean of our own lists; the words themselves go no further. */
export interface Meant {
  places: readonly PlaceRef[]
  /** Best first: the others may have been meant as well. */
  categories: readonly string[]
  days: { fromOn: string; untilOn: string } | null
}

/**
 * Subject, place and days of a half-remembered case, as our lists of them know them. Nothing else is looked in, not what people said, not who they are
 * or what their number is. Null where the words mean none of the three (docs/decisions/035-found-by-what-we-list.md).
 */
export function searchMeant(
  text: string,
  { saidDays, today }: { saidDays: readonly SaidDays[]; today: string },
  { gazetteer, subjectsIn }: Pick<Programme, 'gazetteer'> & { subjectsIn: (text: string) => readonly string[] },
): Meant | null {
  const said = daysSaid(text, saidDays, today)
  const rest = said?.rest ?? text
  const found = gazetteer.suggest(rest)
  const places = found.map(({ place }) => place.ref)
  const named = new Set(found.flatMap(({ words }) => words))
  // A place is no subject: « Puits » is a town here and there.
  const others = rest
    .split(/\s+/)
    .filter((word) => !named.has(word))
    .join(' ')
  const categories = subjectsIn(others)
  const days = said && { fromOn: said.fromOn, untilOn: said.untilOn }
  return places.length + categories.length > 0 || days ? { places, categories, days } : null
}
