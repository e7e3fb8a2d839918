import { fold, letters, words } from './normalise.ts'
import type { CodeSystem, Gazetteer, Place } from './place.ts'
import type { Village, Villages } from './villages.ts'

/** A place as somebody chose or wrote it; with the village, where it is one. */
export interface Meant {
  place: Place
  village: Village | null
}

/** What tells what is meant. */
export interface Places {
  gazetteer: Gazetteer
  villages: Villages | undefined
  /** The code system people choose from. */
  system: CodeSystem
  /** The full name of a place, as it stands in lists. */
  label: (meant: Meant) => string
}

const levels = ['region', 'cercle', 'commune'] as const

export const alone = (place: Place): Meant => ({ place, village: null })
export const inCommune = (village: Village): Meant => ({ place: village.commune, village })

/**
 * The places a typed name may mean: the one written in full, else all of that name (of a name at several levels the cercle, then the region, as
 * in messages), else the villages that bear it, else what is written almost so. What stands behind the name, or was chosen beside it
 * (`around`), says where it lies: « Golea, Ansongo ».
 */
export function placesMeant(typed: string, around: Place | null, places: Places): Meant[] {
  const { gazetteer, villages, label } = places
  const wanted = fold(typed.trim())
  const { name, rest, named, called } = written(typed, places)
  const exact = [...named, ...called].find((one) => fold(label(one)) === wanted)
  if (exact) return [exact]
  const beside = lyingIn([...named, ...called], rest, gazetteer)
  if (beside.length > 0) return beside
  if (named.length > 0 && (rest === '' || called.length === 0)) return largest(named)
  if (called.length > 0) return insideOf(around, called, gazetteer)
  const almost = (villages?.alike(name) ?? []).map(inCommune)
  const near = lyingIn(almost, rest, gazetteer)
  if (near.length > 0) return near
  const suggested = gazetteer.suggest(typed).map(({ place }) => alone(place))
  return suggested.length > 0 ? suggested : insideOf(around, almost, gazetteer)
}

/** What was typed as a name and what says where it lies: all of it a name, else what stands before the last bracket or the first comma. */
function written(typed: string, { gazetteer, villages, system }: Places) {
  const all = levels.flatMap((level) => gazetteer.list(system, level))
  const splits = [/^(.*)()$/s, /^(.*)\(([^()]*)\)?\s*$/s, /^([^,(]*)[,(](.*)$/s].flatMap((split) => {
    const [, name, rest] = split.exec(typed) ?? []
    return name === undefined || rest === undefined ? [] : [{ name, rest }]
  })
  const read = splits.map(({ name, rest }) => ({
    name,
    rest,
    named: all.filter((one) => letters(one.name) === letters(name)).map(alone),
    called: (villages?.named(name) ?? []).map(inCommune),
  }))
  const none = { name: typed, rest: '', named: [], called: [] }
  return read.find(({ named, called }) => named.length + called.length > 0) ?? read.at(-1) ?? none
}

function largest(named: Meant[]): Meant[] {
  const at = (wanted: Place['level']) => named.find(({ place }) => place.level === wanted)
  const town = at('cercle') ?? at('region')
  return town ? [town] : named
}

/** What a place lies in, its commune first where it is a village. */
function holders({ place, village }: Meant, gazetteer: Gazetteer): Place[] {
  const above = (one: Place): Place[] => {
    const parent = one.parent && gazetteer.find(one.parent)
    return parent ? [parent, ...above(parent)] : []
  }
  return village ? [place, ...above(place)] : above(place)
}

/** Those of which what stands behind the name says where they lie; none where it says nothing. */
function lyingIn(some: readonly Meant[], rest: string, gazetteer: Gazetteer): Meant[] {
  const said = ` ${words(rest).join(' ')} `
  const counted = some.map((meant) => ({
    meant,
    count: holders(meant, gazetteer).filter(({ name }) => said.includes(` ${words(name).join(' ')} `)).length,
  }))
  const most = Math.max(0, ...counted.map(({ count }) => count))
  return most === 0 ? [] : counted.flatMap(({ meant, count }) => (count === most ? [meant] : []))
}

/** Those inside a place chosen beside the name, where there are any. */
function insideOf(around: Place | null, some: Meant[], gazetteer: Gazetteer): Meant[] {
  const inside = some.filter((meant) => holders(meant, gazetteer).some(({ ref }) => ref.code === around?.ref.code))
  return inside.length > 0 ? inside : some
}

/** Was more typed than the place says, as in « Tin Foo, Tessit » for the commune? Then it is worth keeping as it was written. */
export function isMore(typed: string, meant: Meant, { label }: Pick<Places, 'label'>): boolean {
  const said = words(label(meant))
  const own = words(meant.village?.ref.name ?? meant.place.name)
  const written = words(typed)
  return written.length > own.length && written.some((word) => !said.includes(word))
}
