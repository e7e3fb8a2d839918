import { PlaceRef } from '../../../core/places/place-ref.ts'
import type { Programme } from '../../../core/operations/programme.ts'
import type { Place } from '../../../core/places/place.ts'
import type { Group, Option } from '../../../web/console/frame/choices.ts'

/** The code system staff choose from. */
export const placeSystem = 'cod-2021'

/** A place as the value of a list or an address: `cod-2021 ML0703`. */
export const placeValue = ({ system, code }: PlaceRef): string => `${system} ${code}`

/** A value of a list as the place it stands for; null for anything that is no place of the programme. */
export function placeOf(value: string, { gazetteer }: Programme): Place | null {
  const [system, code] = value.split(' ')
  const ref = PlaceRef.safeParse({ system, code })
  return (ref.success && gazetteer.find(ref.data)) || null
}

export const inside = (all: readonly Place[], { ref }: Place): Place[] =>
  all.filter(({ parent }) => parent?.code === ref.code)

export const placeOption = ({ ref, name }: Place): Option => ({ value: placeValue(ref), label: name })

/** Every cercle by its region, in name order; before them the region itself, as `whole` says it. */
export function cerclesByRegion({ gazetteer }: Programme, whole: (region: string) => string): Group[] {
  const cercles = gazetteer.list(placeSystem, 'cercle')
  return gazetteer.list(placeSystem, 'region').map((region) => ({
    label: region.name,
    options: [
      { value: placeValue(region.ref), label: whole(region.name) },
      ...inside(cercles, region).map((cercle) => placeOption(cercle)),
    ],
  }))
}
