import { dayOf, type WorkingCalendar } from '../deadlines/working-calendar.ts'

/** `dd/mm` of an instant where the programme is, as texts give dates. */
export function dayMonth(at: string, calendar: WorkingCalendar): string {
  const on = dayOf(calendar, at)
  return `${on.slice(8, 10)}/${on.slice(5, 7)}`
}
export const dayMonthOrNull = (at: string | null | undefined, calendar: WorkingCalendar): string | null =>
  at ? dayMonth(at, calendar) : null
