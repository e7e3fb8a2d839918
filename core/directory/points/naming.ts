import type { HoursNaming } from './hours.ts'
import type { PointChannel } from './intake-point.ts'

/** In the order a list is written with. */
export const pointColumns = [
  ...(['code', 'name', 'channel', 'organisation', 'region', 'cercle', 'commune', 'village'] as const),
  ...(['number', 'hours', 'everyDays', 'languages', 'isOpen', 'isHidden'] as const),
] as const
export type PointColumn = (typeof pointColumns)[number]

/** How lists of intake points are written; every text as its folded words, joined by a blank. */
export interface PointNaming {
  columns: Record<PointColumn, readonly string[]>
  blanks: readonly string[]
  channels: Readonly<Record<PointChannel, readonly string[]>>
  hours: HoursNaming
  /** Words for how often, in days. */
  rhythms: Readonly<Record<string, number>>
  states: Record<'open' | 'closed' | 'shown' | 'hidden', readonly string[]>
  /** Codes by what a language is called. */
  languages: Readonly<Record<string, string>>
}
