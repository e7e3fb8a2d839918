import { type Chain, chainOf, labelIn } from '../../core/language.ts'
import type { Meant } from '../../core/places/places-meant.ts'
import type { Village } from '../../core/places/villages.ts'
import type { Gazetteer, Place } from '../../core/places/place.ts'
import type { PlaceRef } from '../../core/places/place-ref.ts'
import type { Programme } from '../../core/operations/programme.ts'

/** Names beside the codes, in the language staff work in; null where the programme knows no such code. */
interface Names {
  placeName?: string | null
  categoryLabel?: string | null
}

type NamesOf = Pick<Programme, 'gazetteer' | 'categories' | 'placeLevels' | 'languages'>

/** « Ansongo (cercle, Gao) »: what kind of place it is, then what it lies in. */
export function placeName(place: PlaceRef, { gazetteer, placeLevels }: NamesOf): string | null {
  const found = gazetteer.find(place)
  return found ? `${found.name} (${[placeLevels[found.level], ...above(found, gazetteer)].join(', ')})` : null
}

function above(place: Place, gazetteer: Gazetteer): string[] {
  const parent = place.parent && gazetteer.find(place.parent)
  return parent ? [parent.name, ...above(parent, gazetteer)] : []
}

/** « Tin Hamma (localité, Tessit, Ansongo, Gao) »; with its code where another in the same commune has its name. */
export function villageName({ ref, commune, isTwin }: Village, { gazetteer, placeLevels }: NamesOf): string {
  const level = isTwin ? `${placeLevels.village} ${ref.code}` : placeLevels.village
  return `${ref.name} (${[level, commune.name, ...above(commune, gazetteer)].join(', ')})`
}

/** « Tin Hamma (Tessit, Ansongo, Gao) »: in no language, for people who know their own commune. */
export const placeLine = ({ place, village }: Meant, { gazetteer }: Pick<Programme, 'gazetteer'>): string => {
  const around = [...(village ? [place.name] : []), ...above(place, gazetteer)]
  return `${village?.ref.name ?? place.name} (${around.join(', ')})`
}

/** In the language of whoever reads; null where the programme knows no such code, or there is none. */
export function categoryName(
  code: string | null | undefined,
  { categories }: Pick<Programme, 'categories'>,
  chain: Chain,
): string | null {
  const found = categories.find((one) => one.code === code)
  return found ? labelIn(found.label, chain) : null
}

/** Adds names wherever a place or a category stands. Nothing of it is stored: indexes and histories hold codes only. */
export function withNames<T extends object>(coded: T, programme: NamesOf): T & Names {
  const { place, category } = coded as { place?: PlaceRef | null; category?: string | null }
  const { languages } = programme
  return {
    ...coded,
    ...(place === undefined ? {} : { placeName: place && placeName(place, programme) }),
    ...(category === undefined
      ? {}
      : { categoryLabel: category && categoryName(category, programme, chainOf(languages, languages[0].code)) }),
  }
}

interface CaseInCodes {
  suggested: { places: readonly PlaceRef[]; why: readonly { what: string; code: string; words: string[] }[] }
  history: readonly object[]
}

/** The same over a whole case: its header, what its words suggest and why, every line of its history. */
export function caseWithNames<T extends CaseInCodes>(view: T, programme: NamesOf) {
  const { suggested, history } = view
  const nameOf = ({ what, code }: { what: string; code: string }): string | null => {
    if (what !== 'place') return withNames({ category: code }, programme).categoryLabel ?? code
    const place = suggested.places.find((one) => one.code === code)
    return place ? placeName(place, programme) : null
  }
  return {
    ...withNames(view, programme),
    suggested: {
      ...withNames(suggested, programme),
      why: suggested.why.map((line) => ({ ...line, name: nameOf(line) })),
    },
    history: history.map((line) => withNames(line, programme)),
  }
}
