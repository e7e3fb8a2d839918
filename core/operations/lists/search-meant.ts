import { daysSaid, type SaidDays } from '../../lists/said-days.ts'
import { fold } from '../../places/normalise.ts'
import { alone, inCommune, type Meant as MeantPlace } from '../../places/places-meant.ts'
import { isIn, type Villages } from '../../places/villages.ts'
import type { Programme } from '../programme.ts'

/** What a few typed words mean of our own lists; the words themselves go no further. */
export interface Meant {
  places: readonly MeantPlace[]
  /** Best first: the others may have been meant as well. */
  categories: readonly string[]
  days: { fromOn: string; untilOn: string } | null
}

/** What words are looked up in. */
interface Lists extends Pick<Programme, 'gazetteer'> {
  villages: Villages
  subjectsIn: (text: string) => readonly string[]
}

/**
 * Subject, place and days of a half-remembered case, as our lists of them know them. Nothing else is looked in, not what people said, not who they are
 * or what their number is. Null where the words mean none of the three (docs/decisions/035-found-by-what-we-list.md).
 */
export function searchMeant(
  text: string,
  { saidDays, today }: { saidDays: readonly SaidDays[]; today: string },
  lists: Lists,
): Meant | null {
  const { gazetteer, subjectsIn } = lists
  const said = daysSaid(text, saidDays, today)
  const rest = said?.rest ?? text
  const known = gazetteer.suggest(rest)
  const named = new Set(known.flatMap(({ words }) => words))
  const places = [...villagesNamed(rest, known, lists), ...known.map(({ place }) => alone(place))]
  // A place is no subject: « Puits » is a town here and there.
  const others = rest
    .split(/\s+/)
    .filter((word) => !named.has(word))
    .join(' ')
  const categories = subjectsIn(others)
  const days = said && { fromOn: said.fromOn, untilOn: said.untilOn }
  return places.length + categories.length > 0 || days ? { places, categories, days } : null
}

type Known = ReturnType<Programme['gazetteer']['suggest']>

/**
 * The villages words name: inside a place named beside them, « Tin Hamma Ansongo », else all of that name. Many an ordinary word is some village's
 * name, so what is a place's name already, or speaks of a subject, is never read as one.
 */
function villagesNamed(text: string, known: Known, { villages, subjectsIn }: Lists): MeantPlace[] {
  const taken = new Set(known.flatMap(({ words }) => words.map(fold)))
  return villages
    .namedIn(text)
    .filter(({ words }) => !words.every((word) => taken.has(word)) && subjectsIn(words.join(' ')).length === 0)
    .flatMap((one) => one.villages)
    .filter(({ commune }) => known.length === 0 || known.some(({ place }) => isIn(commune, place.ref)))
    .map(inCommune)
}
