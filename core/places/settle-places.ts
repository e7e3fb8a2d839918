import type { PlaceHit } from './place-finder.ts'
import type { Place, PlaceRef } from './place.ts'

const most = 10

/**
 * The places a text means, surest first. A place named beside one that holds it is only its address: the more precise
 * stays. Of several communes of one name, those inside another place of the text stay, else all. One step for each hit: a name
 * said a thousand times costs no more than a thousand.
 */
export function settlePlaces(hits: PlaceHit[], find: (ref: PlaceRef) => Place | undefined) {
  const holders = new Map<Place, Place[]>()
  /** What holds a place, from its own parent up. */
  function holding(place: Place): Place[] {
    const known = holders.get(place)
    if (known) return known
    const above = place.parent && find(place.parent)
    const all = above ? [above, ...holding(above)] : []
    holders.set(place, all)
    return all
  }
  const named = new Set(hits.flatMap(({ places }) => places))
  const narrowed = hits.map((hit) => {
    const inside = hit.places.filter((place) => holding(place).some((above) => named.has(above)))
    return inside.length > 0 ? { ...hit, places: inside } : hit
  })
  const certain = new Set(narrowed.filter(({ places }) => places.length === 1).flatMap(({ places }) => places))
  const addresses = new Set([...certain].flatMap(holding))
  const found = new Map<Place, { words: Set<string>; village: string | null }>()
  for (const { places, words, village } of narrowed.toSorted((a, b) => b.score - a.score)) {
    for (const place of places) {
      if (addresses.has(place)) continue
      const one = found.get(place) ?? { words: new Set<string>(), village: null }
      for (const word of words) one.words.add(word)
      found.set(place, { ...one, village: one.village ?? village })
    }
  }
  return [...found].slice(0, most).map(([place, { words, village }]) => ({ place, words: [...words], village }))
}
