import type { Backlog } from './backlog.ts'
import type { FiguresScope } from './scope.ts'
import type { Period, PeriodChoices } from './period.ts'
import type { PeriodFigures, Printed } from './period-figures.ts'

/** What one person is shown. Every number is as it may be printed: nobody after this takes a decision on that. */
export type FiguresShown = { todayOn: string } & (
  | { scope: Extract<FiguresScope, { kind: 'stub' }>; years: { year: string; received: Printed }[] }
  | {
      scope: Exclude<FiguresScope, { kind: 'stub' }>
      period: Period
      choices: PeriodChoices
      figures: PeriodFigures
      before: PeriodFigures
      backlog: Backlog
    }
)
