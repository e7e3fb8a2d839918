import { wordsWithPlace } from './normalise.ts'
import type { Place } from './place.ts'
import { sound } from './spelling.ts'
import type { Sounds } from './spelling.ts'

/** What stands around a name: 0 nothing, 1 a small word, 2 a capital no sentence asks for, 3 an announcing word. */
export type Evidence = 0 | 1 | 2 | 3

/** How people write places in the programme's language; every word folded (lower case, no accents). */
export interface PlaceNaming {
  system: Place['ref']['system']
  sounds: Sounds
  /** What people call a place beside its name: folded words, and the code it means. */
  aliases: readonly (readonly [string, string])[]
  /** Words that say which level is meant (« cercle de »). */
  levelWords: Record<Place['level'], readonly string[]>
  /** Words for what lies in a commune and has no code (« village »), what joins them to a name (« de »), and the name to its commune (« dans la »). */
  villages: { called: readonly string[]; of: readonly string[]; joining: readonly string[] }
  /** Words that announce a place (« village », « CSCom »). */
  announcing: readonly string[]
  /** Small words that often come before a place, and before much else (« à », « de »). */
  small: readonly string[]
  /** Names that are ordinary words or surnames too, by the evidence they need (`Evidence`). */
  doubtful: Partial<Record<Evidence, readonly string[]>>
  /** Ordinary words that look like a misspelt name and never are one. */
  notPlaces: readonly string[]
}

/** One name, its forms and all places that bear it. */
export interface Name {
  letters: string
  heard: string
  parts: number
  places: Place[]
  communeOnly: boolean
}
/** Every name and spelling of the programme's own code system, once. */
export function indexNames(places: Place[], spellings: string[][], naming: PlaceNaming): Name[] {
  const found = new Map<string, Name>()
  const byCode = new Map(
    places.filter(({ ref }) => ref.system === naming.system).map((place) => [place.ref.code, place]),
  )
  const spelt = [...byCode.values()].map((place): [string, Place] => [place.name, place])
  const others = [...spellings, ...naming.aliases.map(([name, code]) => [code, name])].flatMap(
    ([code = '', name = '']) => {
      const place = byCode.get(code)
      return place ? [[name, place] as const] : []
    },
  )
  for (const [written, place] of [...spelt, ...others]) {
    const parts = wordsWithPlace(written).map(({ word }) => word)
    const letters = parts.join('')
    const name = found.get(letters) ?? {
      letters,
      heard: sound(letters, naming.sounds),
      parts: parts.length,
      places: [],
      communeOnly: true,
    }
    if (!name.places.includes(place)) name.places.push(place)
    found.set(letters, { ...name, communeOnly: name.communeOnly && place.level === 'commune' })
  }
  return [...found.values()]
}
