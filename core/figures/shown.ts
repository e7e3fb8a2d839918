import type { Backlog } from './backlog.ts'
import type { Costs } from './costs.ts'
import type { FiguresScope } from './scope.ts'
import type { Period, PeriodChoices } from './period.ts'
import type { PeriodFigures, Printed } from './period-figures.ts'

interface OfPeriod {
  todayOn: string
  scope: Exclude<FiguresScope, { kind: 'stub' }>
  period: Period
  choices: PeriodChoices
  /** Those they may ask for by themselves, by what was received; none where that is not theirs to ask. */
  cercles: readonly string[]
}

/** What one person is shown. Every number is as it may be printed: nobody after this takes a decision on that. */
export type FiguresShown =
  | { todayOn: string; scope: Extract<FiguresScope, { kind: 'stub' }>; years: { year: string; received: Printed }[] }
  | (OfPeriod & { figures: PeriodFigures; before: PeriodFigures; backlog: Backlog; costs: Costs })

/** No figures: those of one cercle are read case by case, and so many would have to be read. */
export type FiguresTooMany = OfPeriod & { tooMany: number }
