import type { CodeSystem } from '../../places/place-ref.ts'
import type { Gazetteer } from '../../places/place.ts'
import type { Organisation } from '../organisation.ts'
import type { Sector } from '../presence.ts'

export const matrixColumns = [
  ...['organisation', 'acronym', 'kind', 'sector', 'region', 'cercle', 'commune'],
  ...['regionCode', 'cercleCode', 'communeCode', 'from', 'until', 'status'],
] as const satisfies readonly string[]
export type MatrixColumn =
  | ('organisation' | 'acronym' | 'kind' | 'sector' | 'region' | 'cercle' | 'commune')
  | ('regionCode' | 'cercleCode' | 'communeCode' | 'from' | 'until' | 'status')

/** How the matrices of a country are written; every text as its folded words (`places/normalise.ts`), joined by a blank. */
export interface MatrixNaming {
  columns: Record<MatrixColumn, readonly string[]>
  /** Cells that say nothing (« N/A »). */
  blanks: readonly string[]
  /** A status that says the work is over. */
  over: readonly string[]
  /** Words around a sector that say nothing (« cluster »). */
  aroundSectors: readonly string[]
  kinds: Readonly<Record<string, Organisation['kind']>>
  /** Code systems, the most likely first. */
  systems: readonly CodeSystem[]
}

export type MatrixWhy =
  | ('no-organisation' | 'unknown-organisation' | 'no-sector' | 'unknown-sector' | 'no-place' | 'unknown-place')
  | ('several-places' | 'code-contradicts' | 'code-of-two-cuts' | 'mixed-cuts' | 'bad-day' | 'over')

/** A code system, or `names`. */
export type MatrixCodes = string

/** What the matrix is read against. */
export interface MatrixScene {
  naming: MatrixNaming
  organisations: readonly Organisation[]
  sectors: readonly Sector[]
  gazetteer: Gazetteer
  /** What a person decided of the codes: all of one cut, or only the names count. Null: nobody has, and what is doubtful is left out. */
  codes: MatrixCodes | null
  /** Organisations nobody knows are added instead of being named among what was not understood. */
  adds: boolean
  /** The language of an organisation nobody knew. */
  language: string
}

/** The cells of one row, by column; empty where it says nothing. */
export type Cells = (column: MatrixColumn) => string
