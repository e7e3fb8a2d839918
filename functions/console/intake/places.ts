import type { Programme } from '../../../core/operations/programme.ts'
import { fold } from '../../../core/places/normalise.ts'
import type { Place } from '../../../core/places/place.ts'
import { asset, type Asset } from '../../../web/console/frame/asset.ts'
import { type IntakeTexts, maxPlaceLength } from '../../../web/console/intake/texts.ts'
import { placeName } from '../../staff/with-names.ts'
import { cerclesByRegion, inside, placeOption, placeSystem, placeValue } from '../frame/place-choices.ts'
import type { Group, Option } from '../../../web/console/frame/choices.ts'
import { say } from '../../../web/say.ts'

const levels = ['region', 'cercle', 'commune'] as const

/** Every cercle by its region, in name order; and the communes of the cercle that was chosen. */
export function placeGroups(chosen: Place | null, programme: Programme, texts: IntakeTexts['place']): Group[] {
  const { gazetteer } = programme
  const cercleOf = ({ parent }: Place) =>
    gazetteer.list(placeSystem, 'cercle').find(({ ref }) => ref.code === parent?.code)
  const open = chosen?.level === 'commune' ? cercleOf(chosen) : chosen
  const communes = open?.level === 'cercle' ? inside(gazetteer.list(placeSystem, 'commune'), open) : []
  return [
    ...(open && communes.length > 0
      ? [{ label: say(texts.communesOf, { name: open.name }), options: communes.map((one) => placeOption(one)) }]
      : []),
    ...cerclesByRegion(programme, (name) => say(texts.all, { name })),
  ]
}

const all = ({ gazetteer }: Programme): Place[] => levels.flatMap((level) => gazetteer.list(placeSystem, level))
const labelOf = (place: Place, programme: Programme): string => placeName(place.ref, programme) ?? place.name

/** Every place by its full name, larger ones first: what the search looks through, loaded once and kept by the browser. */
export const placesAsset = (path: string, programme: Programme): Asset =>
  asset(path, 'application/json; charset=utf-8', JSON.stringify(all(programme).map((one) => labelOf(one, programme))))

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
