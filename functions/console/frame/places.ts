import type { Programme } from '../../../core/operations/programme.ts'
import { fold } from '../../../core/places/normalise.ts'
import type { Gazetteer, Place } from '../../../core/places/place.ts'
import { asset, type Asset } from '../../../web/console/frame/asset.ts'
import { type PlaceList, maxPlaceLength } from '../../../web/console/frame/places.ts'
import type { SiteTexts } from '../../../web/console/frame/site-texts.ts'
import type { Option } from '../../../web/console/frame/choices.ts'
import { placeName } from '../../staff/with-names.ts'
import { placeOf, placeSystem, placeValue } from './place-choices.ts'

const levels = ['region', 'cercle', 'commune'] as const

const all = ({ gazetteer }: Programme): Place[] => levels.flatMap((level) => gazetteer.list(placeSystem, level))
const labelOf = (place: Place, programme: Programme): string => placeName(place.ref, programme) ?? place.name

const made = new WeakMap<Gazetteer, Map<string, Asset>>()

/** Every place by its full name, larger ones first: what typing looks through, loaded once and kept by the browser. */
export function placesAsset(base: string, programme: Programme): Asset {
  const known = made.get(programme.gazetteer) ?? new Map<string, Asset>()
  made.set(programme.gazetteer, known)
  const labels = () => JSON.stringify(all(programme).map((one) => labelOf(one, programme)))
  const list = known.get(base) ?? asset(`${base}/lieux`, 'application/json; charset=utf-8', labels())
  known.set(base, list)
  return list
}

export const placeList = (base: string, programme: Programme, { places }: Pick<SiteTexts, 'places'>): PlaceList => ({
  href: placesAsset(base, programme).href,
  ...places,
})

/**
 * The places a typed name may mean: the one written in full, else all of that name (of a name at several levels the cercle,
 * then the region, as in messages), else what the finder makes of a misspelling.
 */
export function placesMeant(typed: string, programme: Programme): Place[] {
  if (typed.length > maxPlaceLength) return []
  const wanted = fold(typed.trim())
  const name = fold(typed.replace(/\(.*/s, '').trim())
  const named = all(programme).filter((one) => fold(one.name) === name)
  const exact = named.find((one) => fold(labelOf(one, programme)) === wanted)
  if (exact) return [exact]
  const town = named.find(({ level }) => level === 'cercle') ?? named.find(({ level }) => level === 'region')
  if (town) return [town]
  return named.length > 0 ? named : programme.gazetteer.suggest(typed).map(({ place }) => place)
}

export const placeOptions = (places: readonly Place[], programme: Programme): Option[] =>
  places.map((one) => ({ value: placeValue(one.ref), label: labelOf(one, programme) }))

/** A place as an address or a form has it: its code, or what was typed. */
export function placesIn(given: string, programme: Programme): Place[] {
  if (given.trim() === '') return []
  const chosen = placeOf(given, programme)
  return chosen ? [chosen] : placesMeant(given, programme)
}
