import { addDaysOn, dayMs, epochMs, hourMs, isoAt } from './instant.ts'
import type { OpenSpan, WorkingCalendar } from './working-calendar.ts'
import { dayOf, nextWorkingDay, spansOn } from './working-calendar.ts'

export { WorkingCalendar, dayOf, isWorkingDay, spansOn, workingDayOf } from './working-calendar.ts'

/** Clocks in hours run day and night, feasts included. */
export const addHours = (fromAt: string, hours: number): string => isoAt(epochMs(fromAt) + hours * hourMs)

/** Calendar days of 24 hours. */
export const addDays = (fromAt: string, calendarDays: number): string => isoAt(epochMs(fromAt) + calendarDays * dayMs)

/** The earlier of `dueAt` and `days` calendar days after `fromAt`: a run of feasts never stretches a promise beyond it. */
export const capCalendarDays = (fromAt: string, dueAt: string, days: number): string =>
  isoAt(Math.min(epochMs(dueAt), epochMs(fromAt) + days * dayMs))

/** A promise in working days falls due this long before offices close, so that it can still be kept (design §4). */
const beforeClosingMs = 2 * hourMs

/**
 * The instant two hours before offices close on the last of `days` working days. Day 1 is the first working day after
 * the local day of `fromAt`: a message at night, on a Saturday or on a feast counts from that day like any other.
 * A last opening shorter than two hours is due when it begins, so the instant is always in office hours.
 * No days: `fromAt` itself. Throws RangeError when `days` is not a whole number, or no working day comes for a year.
 */
export function addWorkingDays(calendar: WorkingCalendar, fromAt: string, days: number): string {
  if (!Number.isInteger(days) || days < 0) throw new RangeError('working days must be a whole number')
  let on = dayOf(calendar, fromAt)
  for (let day = 1; day <= days; day++) on = nextWorkingDay(calendar, on)
  const last = days === 0 ? undefined : spansOn(calendar, on).at(-1)
  return last ? isoAt(Math.max(epochMs(last.fromAt), epochMs(last.toAt) - beforeClosingMs)) : fromAt
}

/** `at` itself while offices are open, else when they open next. Throws RangeError when they stay closed for a year. */
export function nextOpening(calendar: WorkingCalendar, at: string): string {
  const atMs = epochMs(at)
  const on = dayOf(calendar, at)
  const notOver = ({ toAt }: OpenSpan) => atMs < epochMs(toAt)
  const span = spansOn(calendar, on).find(notOver) ?? spansOn(calendar, nextWorkingDay(calendar, on)).find(notOver)
  return span && atMs < epochMs(span.fromAt) ? span.fromAt : at
}

/**
 * The instant at `share` (0..1) of the way, for reminders. With a calendar (clocks in working days) it waits for offices
 * to open, but never beyond `dueAt`; with null (clocks in hours) it is plain.
 */
export function fraction(fromAt: string, dueAt: string, share: number, calendar: WorkingCalendar | null): string {
  const fromMs = epochMs(fromAt)
  const dueMs = epochMs(dueAt)
  const at = isoAt(Math.round(fromMs + (dueMs - fromMs) * share))
  return calendar ? isoAt(Math.min(epochMs(nextOpening(calendar, at)), dueMs)) : at
}

/**
 * The days, in order, whose opening spans differ between two versions: over all years either one knows, and every date
 * either one names. None: no date moves, whatever the versions are called.
 */
export function changedDays(before: WorkingCalendar, after: WorkingCalendar): string[] {
  const days = new Set([before, after].flatMap(({ dated, overrides }) => [...dated, ...overrides].map(({ on }) => on)))
  const firstOn = `${Math.min(before.years.from, after.years.from)}-01-01`
  const lastOn = `${Math.max(before.years.until, after.years.until)}-12-31`
  for (let on = firstOn; on <= lastOn; on = addDaysOn(on, 1)) days.add(on)
  const spans = (calendar: WorkingCalendar, on: string) =>
    spansOn(calendar, on)
      .flatMap(({ fromAt, toAt }) => [fromAt, toAt])
      .join()
  return [...days].filter((on) => spans(before, on) !== spans(after, on)).sort()
}
