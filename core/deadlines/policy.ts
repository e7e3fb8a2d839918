import { addHours, addWorkingDays, type WorkingCalendar } from './calendar.ts'
import type { ServiceStandards, Span } from './service-standards.ts'

/** One running promise on one case. */
export interface Clock {
  name: 'read' | 'assess' | 'act' | 'answer' | 'refer' | 'tell' | 'call' | 'judge' | 'sort' | 'confirm' | 'erase'
  sinceAt: string
  dueAt: string
}

/** What clocks are computed with: the standards of the case and the calendar of today. */
export interface Policy {
  standards: ServiceStandards
  calendar: WorkingCalendar
}

/** The end of a span that starts at `fromAt`. */
export const endOf = (fromAt: string, span: Span, calendar: WorkingCalendar): string =>
  'hours' in span ? addHours(fromAt, span.hours) : addWorkingDays(calendar, fromAt, span.workingDays)
