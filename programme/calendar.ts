import type { WorkingCalendar } from '../core/deadlines/calendar.ts'
import { dated, fixed } from './holidays.ts'

/** A default to confirm with the clusters: no source in hand gives office hours, only that Friday is shorter. */
const day = [{ from: '07:30', to: '16:00' }]
const friday = [{ from: '07:30', to: '12:30' }]

/** Mali's working calendar. Africa/Bamako is UTC+0 all year. Sources of the days: see `holidays.ts`. */
export const calendar = {
  version: 'ml-2026-11-22',
  utcOffsetMinutes: 0,
  years: { from: 2023, until: 2030 },
  office: { monday: day, tuesday: day, wednesday: day, thursday: day, friday, saturday: [], sunday: [] },
  fixed,
  easterMonday: true,
  dated,
  overrides: [],
} satisfies WorkingCalendar
