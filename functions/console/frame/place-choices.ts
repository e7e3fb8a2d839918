import type { Programme } from '../../../core/operations/programme.ts'
import type { Place } from '../../../core/places/place.ts'
import { placeSystem, placeValue } from '../../staff/places.ts'
import type { Group, Option } from '../../../web/console/frame/choices.ts'

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
