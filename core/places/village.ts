import { type Word, wordsWithPlace } from './normalise.ts'
import type { PlaceHit } from './place-finder.ts'
import type { PlaceNaming } from './place-names.ts'
import type { Place, PlaceRef } from './place.ts'

/** Words of a village's name at most. */
const longest = 3
/** Words behind a place where its village may still be named. */
const reach = 8

interface Village {
  /** Its name among the words of the text, and where the phrase begins. */
  from: number
  to: number
  begins: number
  said: string
}

/**
 * « À Tessit, village de Tin Hamma »: villages have no code, so the commune beside one is the place and the village stands with it, also
 * where a commune elsewhere bears the village's name.
 */
export function withVillages(
  text: string,
  hits: readonly PlaceHit[],
  naming: PlaceNaming,
  find: (ref: PlaceRef) => Place | undefined,
): PlaceHit[] {
  const isWithin = ({ parent }: Place, holders: readonly Place[]): boolean => {
    const above = parent && find(parent)
    return above ? holders.includes(above) || isWithin(above, holders) : false
  }
  // What comes later stands beside none of them.
  const run = wordsWithPlace(text, (hits.at(-1)?.to ?? 0) + reach)
  return villagesIn(text, run, naming).reduce(
    (found: PlaceHit[], village) => {
      const { from, to, begins } = village
      const own = found.find((hit) => hit.from < to && hit.to > from)
      const beside = found.find((hit) => hit !== own && isBeside(hit, { from: begins, to }, run, naming))
      if (!beside || own?.places.some((place) => isWithin(place, beside.places))) return found
      return found.flatMap((hit) => (hit === own ? [] : hit === beside ? [{ ...hit, village: village.said }] : [hit]))
    },
    [...hits],
  )
}

/** « Village de … », « fraction … »: the words behind that are written as a name, the first in any case where « de » stands before it. */
function villagesIn(text: string, run: readonly Word[], { villages, small }: PlaceNaming): Village[] {
  const isName = (word: Word | undefined) => word !== undefined && /^\p{Lu}/u.test(word.raw)
  return run.flatMap(({ word, at }, begins) => {
    if (!villages.called.includes(word)) return []
    const isOf = villages.of.includes(run[begins + 1]?.word ?? '')
    const from = begins + (isOf ? 2 : 1)
    const first = run[from]
    if (!first || (!isName(first) && (!isOf || small.includes(first.word) || first.word.length <= longest))) return []
    let to = from + 1
    while (to < from + longest && isName(first) && isName(run[to])) to++
    const last = run[to - 1] ?? first
    return [{ from, to, begins, said: text.slice(at, last.at + last.raw.length) }]
  })
}

/** Nothing but « à », « dans la commune de » between the two. */
function isBeside(hit: PlaceHit, village: { from: number; to: number }, run: readonly Word[], naming: PlaceNaming) {
  const [start, end] = hit.from < village.from ? [hit.to, village.from] : [village.to, hit.from]
  const says = [...naming.small, ...naming.villages.joining, ...Object.values(naming.levelWords).flat()]
  return run.slice(start, end).every(({ word }) => says.includes(word))
}
