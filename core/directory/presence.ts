import type { Label } from '../language.ts'
import type { Organisation } from './organisation.ts'
import type { Gazetteer, PlaceRef } from '../places/place.ts'

/** One line of who does what where. Days are both included; null: it is not said. */
export interface Presence {
  /** Id of an organisation. */
  organisation: string
  /** Code of a sector. */
  sector: string
  place: PlaceRef
  fromOn: string | null
  untilOn: string | null
}

/** What organisations do, and which complaints that concerns. */
export interface Sector {
  code: string
  label: Label
  /** How matrices write it, folded. */
  spellings: readonly string[]
  /** How the codes of its categories begin. A category of no sector concerns all. */
  categories: readonly string[]
}

/** Who is likely to be responsible, and the line that says so: there itself, around the place, or somewhere inside it. */
export interface Suggested {
  organisation: string
  line: Presence
  how: 'there' | 'around' | 'inside'
}

const keyOf = ({ system, code }: PlaceRef): string => `${system} ${code}`

/** A place and all it lies in, nearest first, each under all the codes it has. */
function chainOf(ref: PlaceRef, gazetteer: Gazetteer): string[][] {
  const chain: string[][] = []
  for (let at: PlaceRef | null = ref; at; at = gazetteer.find(at)?.parent ?? null)
    chain.push([keyOf(at), ...(gazetteer.find(at)?.same ?? []).map(({ ref: other }) => keyOf(other))])
  return chain
}

const isOn = ({ fromOn, untilOn }: Presence, on: string): boolean =>
  (fromOn === null || fromOn <= on) && (untilOn === null || on <= untilOn)

/** Sectors a category concerns; null when it may be any. */
export function sectorsOf(category: string | null, sectors: readonly Sector[]): readonly string[] | null {
  const found = sectors.filter(({ categories }) => categories.some((start) => category?.startsWith(start)))
  return found.length === 0 ? null : found.map(({ code }) => code)
}

interface About {
  place: PlaceRef | null
  category: string | null
  on: string
}
interface Known {
  presence: readonly Presence[]
  organisations: readonly Organisation[]
  sectors: readonly Sector[]
  gazetteer: Gazetteer
}

/**
 * The active organisations that work in the sector of a case where it happened, the nearest first: one line each, the best. Nothing
 * without a place. Cost: one look at each line of the matrix.
 */
export function suggestedPartners({ place, category, on }: About, known: Known): Suggested[] {
  if (!place) return []
  const { presence, organisations, sectors, gazetteer } = known
  const wanted = sectorsOf(category, sectors)
  const active = new Set(organisations.filter((one) => one.active).map(({ id }) => id))
  const around = new Map(chainOf(place, gazetteer).flatMap((keys, far) => keys.map((key) => [key, far] as const)))
  const own = new Set(chainOf(place, gazetteer)[0])
  const best = new Map<string, Suggested & { far: number }>()
  for (const line of presence) {
    if (!active.has(line.organisation) || !isOn(line, on) || (wanted && !wanted.includes(line.sector))) continue
    const far = around.get(keyOf(line.place)) ?? (isInside(line.place, own, gazetteer) ? insideIsAsFarAs : null)
    if (far === null || far >= (best.get(line.organisation)?.far ?? Infinity)) continue
    const how = far === 0 ? 'there' : far === insideIsAsFarAs ? 'inside' : 'around'
    best.set(line.organisation, { organisation: line.organisation, line, how, far })
  }
  return [...best.values()].toSorted((a, b) => a.far - b.far).map(({ far: _, ...found }) => found)
}

/** Between its own place and the one around it: closer than a whole region. */
const insideIsAsFarAs = 0.5

const isInside = (place: PlaceRef, own: ReadonlySet<string>, gazetteer: Gazetteer): boolean =>
  chainOf(place, gazetteer).some((keys) => keys.some((key) => own.has(key)))
