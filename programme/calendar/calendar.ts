import type { WorkingCalendar } from '../../core/deadlines/calendar.ts'
import { dated, fixed } from './holidays.ts'

/** A default to confirm with the clusters: no source in hand gives office hours, only that Friday is shorter. */
const day = [{ from: '07:30', to: '16:00' }]
const friday = [{ from: '07:30', to: '12:30' }]

/**
 * Mali's working calendar. Africa/Bamako is UTC+0 all year. Sources of the days: see `holidays.ts`. A day declared late is a
 * new version beside the old ones, which moves what it must once it is in force (design §4): never change one in place.
 */
const november2026 = {
  version: 'ml-2026-11-22',
  utcOffsetMinutes: 0,
  years: { from: 2023, until: 2030 },
  office: { monday: day, tuesday: day, wednesday: day, thursday: day, friday, saturday: [], sunday: [] },
  fixed,
  easterMonday: true,
  dated,
  overrides: [],
} satisfies WorkingCalendar

/** The one in force. */
export const calendar = november2026
/** All there have been, by version: what dates were once computed with. */
export const calendars: Readonly<Record<string, WorkingCalendar>> = { [november2026.version]: november2026 }
