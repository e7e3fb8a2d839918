import type { Programme } from '../../core/operations/programme.ts'
import { PlaceRef } from '../../core/places/place-ref.ts'
import type { Place } from '../../core/places/place.ts'
import { alone, inCommune, isMore, type Meant, placesMeant } from '../../core/places/places-meant.ts'
import type { Villages } from '../../core/places/villages.ts'
import { maxPlaceLength } from '../../web/console/frame/places.ts'
import { placeName, villageName } from './with-names.ts'

/** The code system staff choose from. */
export const placeSystem = 'cod-2021'

/** What tells which places are meant. */
export interface KnowsPlaces {
  programme: Programme
  villages?: Villages
}

/** A place by its full name, as it stands in lists; of a village that of the village. */
export const labelOf = ({ place, village }: Meant, programme: Programme): string =>
  village ? villageName(village, programme) : (placeName(place.ref, programme) ?? place.name)

const placesOf = ({ programme, villages }: KnowsPlaces) => ({
  gazetteer: programme.gazetteer,
  villages,
  system: placeSystem,
  label: (meant: Meant) => labelOf(meant, programme),
})

/** What a typed name may mean; `around` was chosen beside it. */
export const meantIn = (typed: string, knows: KnowsPlaces, around: Place | null = null): Meant[] =>
  typed.length > maxPlaceLength ? [] : placesMeant(typed, around, placesOf(knows))

/** Was more typed than the place says? */
export const saysMore = (typed: string, meant: Meant, knows: KnowsPlaces): boolean =>
  isMore(typed, meant, placesOf(knows))

/** A place as the value of a list or an address: `cod-2021 ML0703`. */
export const placeValue = ({ system, code }: PlaceRef): string => `${system} ${code}`

/** A value of a list as a code in its system; null for anything else. */
function refIn(value: string): PlaceRef | null {
  const [system, code] = value.split(' ')
  return PlaceRef.safeParse({ system, code }).data ?? null
}

/** A value of a list as the place it stands for; null for anything that is no place of the programme. */
export function placeOf(value: string, { gazetteer }: Programme): Place | null {
  const ref = refIn(value)
  return (ref && gazetteer.find(ref)) ?? null
}

/** As an address or a form has it: the village's code, or the place's. */
export const valueOf = ({ place, village }: Meant): string => placeValue(village?.ref ?? place.ref)

/** A value of a form or an address as the place or village it stands for; null for anything that is neither. */
export function meantBy(value: string, { programme, villages }: KnowsPlaces): Meant | null {
  const place = placeOf(value, programme)
  if (place) return alone(place)
  const ref = refIn(value)
  const village = ref && villages?.find(ref)
  return village ? inCommune(village) : null
}
