import { createHash } from 'node:crypto'
import type { Programme } from '../../../core/operations/programme.ts'
import type { PlaceRef } from '../../../core/places/place-ref.ts'
import type { VillageRef } from '../../../core/places/village-ref.ts'
import type { Gazetteer, Place } from '../../../core/places/place.ts'
import type { Meant } from '../../../core/places/places-meant.ts'
import { asset, type Asset } from '../../../web/console/frame/asset.ts'
import type { PlaceList } from '../../../web/console/frame/places.ts'
import type { SiteTexts } from '../../../web/console/frame/site-texts.ts'
import type { Option } from '../../../web/console/frame/choices.ts'
import { type KnowsPlaces, labelOf, meantBy, meantIn, placeSystem, valueOf } from '../../staff/places.ts'
import { placeName, villageName } from '../../staff/with-names.ts'

const levels = ['region', 'cercle', 'commune'] as const

/** The cercle a place is, or lies in; '' for a region. */
const cercleOf = ({ level, ref, parent }: Place): string =>
  level === 'cercle' ? ref.code : level === 'commune' ? (parent?.code ?? '') : ''

const made = new WeakMap<Gazetteer, Map<string, Asset>>()

/** Every place by its full name and its cercle, larger ones first: what typing looks through, loaded once and kept by the browser. */
export function placesAsset(base: string, programme: Programme): Asset {
  const known = made.get(programme.gazetteer) ?? new Map<string, Asset>()
  made.set(programme.gazetteer, known)
  const all = () => levels.flatMap((level) => programme.gazetteer.list(placeSystem, level))
  const rows = () => JSON.stringify(all().map((one) => [placeName(one.ref, programme), cercleOf(one)]))
  const list = known.get(base) ?? asset(`${base}/lieux`, 'application/json; charset=utf-8', rows())
  known.set(base, list)
  return list
}

/** The villages of one cercle by their full names, in name order: loaded once somebody chose that cercle. Null where there is none such. */
export function villagesIn(cercle: string, { programme, villages }: KnowsPlaces): string | null {
  const place = programme.gazetteer.find({ system: placeSystem, code: cercle })
  if (place?.level !== 'cercle' || !villages) return null
  return JSON.stringify(villages.within(place).map((one) => villageName(one, programme)))
}

/** Where the villages of a cercle are, `{cercle}` its code: an address of theirs changes with the table and the words around a name. */
function villagesHref(base: string, { programme, villages }: KnowsPlaces): string {
  // Where no village is asked, none is loaded.
  if (!villages) return ''
  const version = createHash('sha256').update(JSON.stringify([villages.version, programme.placeLevels]))
  return `${base}/lieux/{cercle}?v=${version.digest('base64url').slice(0, 12)}`
}

export const placeList = (base: string, knows: KnowsPlaces, { places }: Pick<SiteTexts, 'places'>): PlaceList => ({
  href: placesAsset(base, knows.programme).href,
  villages: villagesHref(base, knows),
  ...places,
})

export const placeOptions = (meant: readonly Meant[], { programme }: KnowsPlaces): Option[] =>
  meant.map((one) => ({ value: valueOf(one), label: labelOf(one, programme) }))

/** A place as an address or a form has it: its code, or what was typed. */
export function placesIn(given: string, knows: KnowsPlaces): Meant[] {
  if (given.trim() === '') return []
  const chosen = meantBy(given, knows)
  return chosen ? [chosen] : meantIn(given, knows)
}

/** Where a case was, by its full name: the village where it keeps one. */
export function whereOf(
  { place, village }: { place: PlaceRef | null; village: VillageRef | null },
  { programme, villages }: KnowsPlaces,
): string | null {
  const commune = place && programme.gazetteer.find(place)
  if (!commune) return place && place.code
  const isTwin = village !== null && (villages?.find(village)?.isTwin ?? false)
  return labelOf({ place: commune, village: village && { ref: village, commune, isTwin } }, programme)
}
