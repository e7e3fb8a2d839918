import type { PlaceHit } from './place-finder.ts'
import type { Place, PlaceRef } from './place.ts'

const most = 10

/**
 * The places a text means, surest first. A place named beside one that holds it is only its address: the more precise
 * stays. Of several communes of one name, those inside another place of the text stay, else all.
 */
export function settlePlaces(hits: PlaceHit[], find: (ref: PlaceRef) => Place | undefined) {
  const isInside = (place: Place, outer: Place): boolean => {
    const above = place.parent && find(place.parent)
    return above !== null && above !== undefined && (above === outer || isInside(above, outer))
  }
  const others = (hit: PlaceHit) => hits.filter((other) => other !== hit).flatMap((other) => other.places)
  const narrowed = hits.map((hit) => {
    const inside = hit.places.filter((place) => others(hit).some((other) => isInside(place, other)))
    return inside.length > 0 ? { ...hit, places: inside } : hit
  })
  const certain = narrowed.filter((hit) => hit.places.length === 1).flatMap((hit) => hit.places)
  const found = new Map<Place, string[]>()
  for (const { places, words } of narrowed.toSorted((a, b) => b.score - a.score)) {
    for (const place of places) {
      if (certain.some((other) => isInside(other, place))) continue
      found.set(place, [...new Set([...(found.get(place) ?? []), ...words])])
    }
  }
  return [...found].slice(0, most).map(([place, words]) => ({ place, words }))
}
