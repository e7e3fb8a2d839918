import type { PointColumn } from '../../../core/directory/points/naming.ts'
import type { PointWhy } from '../../../core/directory/points/list.ts'

/** The register of intake points: its list, one of them, and a list that changes it. */
export interface PointsTexts {
  add: string
  edit: string
  /** Of the list: `{open}` of `{count}`. */
  sum: string
  columns: Record<'name' | 'where' | 'when' | 'languages' | 'state', string>
  /** Where nobody said. */
  unsaid: string
  everywhere: string
  fields: Record<
    | ('name' | 'organisation' | 'channel' | 'place' | 'number' | 'days' | 'from' | 'until' | 'everyDays' | 'languages')
    | ('isOpen' | 'isHidden'),
    { label: string; hint?: string }
  >
  states: Record<'open' | 'closed' | 'shown' | 'hidden', string>
  save: string
  /** What came back, by field. */
  wrong: Record<'place' | 'several' | 'number' | 'from' | 'everyDays', string>
  /** The files with all of them. */
  download: string
  import: string
  lead: string
  expects: string
  look: string
  preview: string
  nothingYet: string
  sums: Record<'new' | 'changed' | 'same' | 'wrong', string>
  is: Record<'new' | 'changed' | 'same' | 'wrong', string>
  lines: Record<'line' | 'what', string>
  why: Record<PointWhy | 'not-yours' | 'no-language', string>
  /** `{fields}` of a point known before. */
  changes: string
  apply: string
  another: string
  stale: string
  /** What a file calls its columns, and says of a state. */
  file: { title: string; columns: Record<PointColumn, string> }
}
