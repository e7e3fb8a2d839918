import { PlaceRef } from '../../core/case/place-ref.ts'
import type { Programme } from '../../core/operations/programme.ts'
import { fold } from '../../core/routing/normalise.ts'
import type { Place } from '../../core/routing/place.ts'
import { asset, type Asset } from '../../web/console/asset.ts'
import type { Group, Option } from '../../web/console/case-view.ts'
import { say } from '../../web/console/case-words.ts'
import type { IntakeTexts } from '../../web/console/intake-texts.ts'
import { placeName } from '../http/with-names.ts'

/** The code system staff choose from. */
const system = 'cod-2021'
const levels = ['region', 'cercle', 'commune'] as const

export const placeValue = ({ system, code }: PlaceRef): string => `${system} ${code}`

/** A value of a list as the place it stands for; null for anything that is no place of the programme. */
export function placeOf(value: string, { gazetteer }: Programme): Place | null {
  const [given, code] = value.split(' ')
  const ref = PlaceRef.safeParse({ system: given, code })
  return (ref.success && gazetteer.find(ref.data)) || null
}

/** Every cercle by its region, in name order; and the communes of the cercle that was chosen. */
export function placeGroups(chosen: Place | null, { gazetteer }: Programme, texts: IntakeTexts['place']): Group[] {
  const cercles = gazetteer.list(system, 'cercle')
  const option = ({ ref, name }: Place): Option => ({ value: placeValue(ref), label: name })
  const inside = (all: readonly Place[], { ref }: Place) => all.filter(({ parent }) => parent?.code === ref.code)
  const open = chosen?.level === 'commune' ? cercles.find(({ ref }) => ref.code === chosen.parent?.code) : chosen
  const communes = open?.level === 'cercle' ? inside(gazetteer.list(system, 'commune'), open).map(option) : []
  return [
    ...(open && communes.length > 0 ? [{ label: say(texts.communesOf, { name: open.name }), options: communes }] : []),
    ...gazetteer.list(system, 'region').map((region) => ({
      label: region.name,
      options: [
        { value: placeValue(region.ref), label: say(texts.all, { name: region.name }) },
        ...inside(cercles, region).map(option),
      ],
    })),
  ]
}

const all = ({ gazetteer }: Programme): Place[] => levels.flatMap((level) => gazetteer.list(system, level))
const labelOf = (place: Place, programme: Programme): string => placeName(place.ref, programme) ?? place.name

/** Every place by its full name, larger ones first: what the search looks through, loaded once and kept by the browser. */
export const placesAsset = (path: string, programme: Programme): Asset =>
  asset(path, 'application/json; charset=utf-8', JSON.stringify(all(programme).map((one) => labelOf(one, programme))))

/**
 * The places a typed name may mean: the one written in full, else all of that name (of a name at several levels the cercle,
 * then the region, as in messages), else what the finder makes of a misspelling.
 */
export function placesMeant(typed: string, programme: Programme): Place[] {
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
