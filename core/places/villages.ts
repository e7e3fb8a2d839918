import { fold, letters, words } from './normalise.ts'
import type { PlaceNaming } from './place-names.ts'
import type { CodeSystem, Gazetteer, Place } from './place.ts'
import type { PlaceRef } from './place-ref.ts'
import { distance, sound, tolerance } from './spelling.ts'
import type { VillageRef } from './village-ref.ts'

export interface Village {
  ref: VillageRef
  /** The commune it lies in, in the system people choose places from. */
  commune: Place
  /** Another of the same name lies in the same commune: only the code tells them apart. */
  isTwin: boolean
}

/** Villages as data: rows of a commune's code and its villages, `code name` each, parted by `;`, a code without the commune's before it. */
export interface VillageData {
  /** Changes with what is in it. */
  version: string
  system: CodeSystem
  villages: string[][]
}

/** The villages of a country. Read where people choose places or look for them, and nowhere else: messages are read without. */
export interface Villages {
  version: string
  find(ref: PlaceRef): Village | undefined
  /** All of this name, however it is spaced, hyphened or accented. */
  named(written: string): readonly Village[]
  /** Those whose name is a letter or two away; none of names too short for that. */
  alike(written: string): readonly Village[]
  /** Those of one cercle or commune, in name order. */
  within(place: Place): readonly Village[]
  /** What the words of a text name, in the order of the text, longest names first; `words` are those that say it. */
  namedIn(text: string): readonly { villages: readonly Village[]; words: readonly string[] }[]
}

type Naming = Pick<PlaceNaming, 'system' | 'sounds'>

const near = { one: 5, two: 9 }
/** Words of a name at most, and letters of one at least, where a text is read for them. */
const longest = 4
const shortest = 4

/** Nothing is read before the first question. */
export function villageTable(data: VillageData, gazetteer: Gazetteer, naming: Naming): Villages {
  let made: ReturnType<typeof index> | undefined
  const read = () => (made ??= index(data, gazetteer, naming))
  const named = (written: string) => read().byLetters().get(letters(written)) ?? []
  return {
    version: data.version,
    find: ({ system, code }) => (system === data.system ? read().byCode.get(code) : undefined),
    named,
    alike(written) {
      const heard = sound(letters(written), naming.sounds)
      const most = tolerance(heard.length, near)
      const isAlike = (name: string) => name.charAt(0) === heard.charAt(0) && distance(name, heard, most) <= most
      return most === 0 ? [] : [...read().byHeard()].flatMap(([name, all]) => (isAlike(name) ? all : []))
    },
    within: ({ ref }) =>
      inNameOrder(
        read()
          .inCommunes.filter(({ place }) => isIn(place, ref))
          .flatMap((one) => one.villages),
      ),
    namedIn(text) {
      const run = words(text)
      const found: { villages: readonly Village[]; words: readonly string[] }[] = []
      for (let at = 0; at < run.length; at++) {
        for (let count = Math.min(longest, run.length - at); count > 0; count--) {
          const said = run.slice(at, at + count)
          const villages = said.join('').length < shortest ? [] : named(said.join(' '))
          if (villages.length === 0) continue
          found.push({ villages, words: said })
          at += count - 1
          break
        }
      }
      return found
    },
  }
}

/** Does a commune, or what stands in it, lie in this commune or cercle? */
export const isIn = (commune: Place, { system, code }: PlaceRef): boolean =>
  [commune.ref, commune.parent].some((one) => one?.system === system && one.code === code)

const inNameOrder = (some: readonly Village[]): Village[] =>
  some
    .map((village) => ({ village, name: fold(village.ref.name) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ village }) => village)

function index({ system, villages }: VillageData, gazetteer: Gazetteer, naming: Naming) {
  const inCommunes = villages.flatMap(([commune = '', listed = '']) => {
    const all = gazetteer.find({ system, code: commune })?.same ?? []
    const same = all.find(({ ref }) => ref.system === naming.system)
    const place = same && gazetteer.find(same.ref)
    return place ? [{ place, villages: rowsOf(listed, { system, commune, place }) }] : []
  })
  const all = inCommunes.flatMap((one) => one.villages)
  return {
    inCommunes,
    byCode: new Map(all.map((one) => [one.ref.code, one])),
    byLetters: lazy(() => Map.groupBy(all, ({ ref }) => letters(ref.name))),
    byHeard: lazy(() => Map.groupBy(all, ({ ref }) => sound(letters(ref.name), naming.sounds))),
  }
}

function rowsOf(listed: string, { system, commune, place }: { system: CodeSystem; commune: string; place: Place }) {
  const rows: Village[] = listed.split(';').map((one) => {
    const [rest = ''] = one.split(' ', 1)
    const code = rest.length > commune.length ? rest : `${commune}${rest}`
    const name = one.slice(rest.length + 1)
    return {
      ref: { system, code, name },
      commune: place,
      get isTwin() {
        return rows.filter(({ ref }) => letters(ref.name) === letters(name)).length > 1
      },
    }
  })
  return rows
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
