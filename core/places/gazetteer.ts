import { fold } from './normalise.ts'
import { placeFinder } from './place-finder.ts'
import type { PlaceNaming } from './place-names.ts'
import type { CodeSystem, Gazetteer, Place, PlaceRef } from './place.ts'
import { settlePlaces } from './settle-places.ts'
import { withVillages } from './village.ts'

/** Tables of places, as small as they can be: the columns are named beside the data. */
export interface GazetteerData {
  /** The code systems, in the order of the rows of `same`. */
  systems: readonly CodeSystem[]
  /** Rows `code, name, parent code ('' for a region)`. */
  places: Record<CodeSystem, Record<Place['level'], string[][]>>
  /** Rows of one place's codes, one a system and '' where there is none, then `inferred` or ''. */
  same: string[][]
  /** Rows `code in the system people's words are read by, another spelling of its name`. */
  spellings: string[][]
}

/** Which places a regional cluster serves: codes of any level, with all that lies inside. The most precise code wins. */
export type ClusterMap = readonly { id: string; codes: Record<CodeSystem, readonly string[]> }[]

const levels: Place['level'][] = ['region', 'cercle', 'commune']

/** Nothing is indexed before the first question, and one code system at a time: importing it costs nothing. */
export function gazetteer(data: GazetteerData, clusters: ClusterMap, naming: PlaceNaming): Gazetteer {
  const same = perSystem((system) => sameBySystem(data, system))
  const places = perSystem((system) => index(data, clusters, system, same))
  const lists = new Map<string, Place[]>()
  const find = (ref: PlaceRef) => places(ref.system).get(ref.code)
  const finder = lazy(() => placeFinder([...places(naming.system).values()], data.spellings, naming))
  return {
    find,
    list(system, level) {
      const known = lists.get(`${system} ${level}`) ?? inNameOrder(places(system).values(), level)
      lists.set(`${system} ${level}`, known)
      return known
    },
    suggest: (text) => settlePlaces(withVillages(text, finder()(text), naming, find), find),
  }
}

function inNameOrder(places: Iterable<Place>, level: Place['level']): Place[] {
  return [...places]
    .filter((place) => place.level === level)
    .map((place) => ({ place, name: fold(place.name) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ place }) => place)
}

type SameMap = Map<string, Place['same']>

function index(data: GazetteerData, clusters: ClusterMap, system: CodeSystem, same: (system: CodeSystem) => SameMap) {
  const places = new Map<string, Place>()
  const served = new Map(clusters.flatMap(({ id, codes }) => (codes[system] ?? []).map((code) => [code, id])))
  // Regions first: what serves a place is read from its parent.
  for (const level of levels) {
    for (const [code = '', name = '', parent = ''] of data.places[system]?.[level] ?? []) {
      places.set(code, {
        ref: { system, code },
        name,
        level,
        parent: parent === '' ? null : { system, code: parent },
        get same() {
          return same(system).get(code) ?? []
        },
        region: served.get(code) ?? places.get(parent)?.region ?? null,
      })
    }
  }
  return places
}

/** By code of one system, the same places in the others; an official row goes before an inferred one. */
function sameBySystem(data: GazetteerData, system: CodeSystem): SameMap {
  const found: SameMap = new Map()
  const { systems } = data
  const own = systems.indexOf(system)
  for (const inferred of [false, true]) {
    for (const row of data.same) {
      const code = row[own]
      if (!code || (row[systems.length] !== '') !== inferred) continue
      const known = found.get(code) ?? []
      systems.forEach((other, at) => {
        const ref = { system: other, code: row[at] ?? '' }
        const isKnown =
          ref.code === '' ||
          other === system ||
          known.some((one) => one.ref.system === other && one.ref.code === ref.code)
        if (!isKnown) known.push({ ref, inferred })
      })
      found.set(code, known)
    }
  }
  return found
}

function perSystem<T>(make: (system: CodeSystem) => T): (system: CodeSystem) => T {
  const made = new Map<CodeSystem, T>()
  return (system) => {
    const value = made.get(system) ?? make(system)
    made.set(system, value)
    return value
  }
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
