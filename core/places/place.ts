import { type CodeSystem, PlaceRef } from './place-ref.ts'

export { type CodeSystem, PlaceRef }

export interface Place {
  ref: PlaceRef
  name: string
  level: 'region' | 'cercle' | 'commune'
  /** The place one level up, in the same system; null for a region. */
  parent: PlaceRef | null
  /** The same place in the other systems; `inferred` where no official table says so. */
  same: { ref: PlaceRef; inferred: boolean }[]
  /** The regional cluster that serves it, or null where none does (then the national level). */
  region: string | null
}

export interface Gazetteer {
  find(ref: PlaceRef): Place | undefined
  /** All places of one level in one system, in name order. */
  list(system: CodeSystem, level: Place['level']): Place[]
  /** Places a free text may mean, best first, with the words that say so, and the village where one is named in it. */
  suggest(text: string): { place: Place; words: string[]; village: string | null }[]
}
