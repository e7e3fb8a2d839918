import type { CostShown } from '../figures/costs.ts'
import type { Breakdown, Colour, ShareName } from '../figures/indicators.ts'
import type { Period } from '../figures/period.ts'
import type { PeriodFigures, Printed, ShareShown } from '../figures/period-figures.ts'
import type { FiguresShown } from '../figures/shown.ts'

/** `year`: S cases of one year, which is all there is of them. */
export type FigureName =
  'open' | 'late' | 'silent' | 'received' | 'dismissed' | ShareName | 'answerDays' | 'cost' | 'year'
/** What open cases, or those received, are told apart by. */
export type BreakdownName = 'age' | 'month' | 'costLanguage' | 'costMonth' | Breakdown
export type SectionName = 'today' | 'received' | 'by' | 'cost' | 'stub'
export type ColumnName = keyof FiguresWording['columns']

export interface SectionWords {
  title: string
  /** Empty where there is nothing to say. */
  lead: string
}
export interface FigureWords {
  label: string
  formula: string
}
export interface BreakdownWords {
  title: string
  formula: string
  /** What must be read with its numbers; empty where nothing must. */
  about: string
}

/** How figures are said in one language. What stands where is decided in this room, in which words by whoever has the texts. */
export interface FiguresWording {
  title: string
  /** Whose figures they are, and the day. */
  asOf: string
  period: (period: Period) => string
  columns: {
    section: string
    figure: string
    value: string
    n: string
    colour: string
    before: string
    /** Of a breakdown: its values, and how many. */
    code: string
    count: string
  }
  /** How figures are made, in a file. */
  noted: Record<'title' | 'of' | 'formula' | 'source', string>
  /** Columns of a file beside one of numbers. */
  highest: (column: string) => string
  inWords: (column: string) => string
  section: (name: SectionName, shown: FiguresShown) => SectionWords
  /** `code`: which of several. */
  figure: (name: FigureName, code: string) => FigureWords
  /** « n = 34 · dossiers répondus ». */
  n: (name: FigureName, n: Printed) => string
  breakdown: (name: BreakdownName) => BreakdownWords
  /** One value of a breakdown. */
  code: (name: BreakdownName, code: string) => string
  /** Stands for the rows of a breakdown too small to be told apart. */
  withheld: string
  /** `read`: of one cercle, case by case. */
  sources: { now: string; months: string; read: string; stub: string }
  count: (count: Printed) => string
  /** A count, and what part of all that is where it may be said. */
  part: (count: Printed, share: number | null) => string
  share: (share: ShareShown) => string
  days: (days: NonNullable<PeriodFigures['answerDays']>) => string
  cost: (cost: CostShown) => string
  colour: (colour: Colour) => string
  /** What a figure is compared with. */
  receivedBefore: (count: Printed, before: Period) => string
  shareBefore: (share: ShareShown) => string
}
