import type { Gazetteer, PlaceRef } from './place.ts'

/** What lies inside a cercle counts for the cercle, as `system:code`; a region for itself; null where the place is unknown. */
export function cercleOf(ref: PlaceRef | null, gazetteer: Gazetteer): string | null {
  const place = ref && gazetteer.find(ref)
  if (!place) return null
  if (place.level === 'commune' && place.parent) return cercleOf(place.parent, gazetteer)
  return `${place.ref.system}:${place.ref.code}`
}
