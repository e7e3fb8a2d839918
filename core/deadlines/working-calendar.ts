import * as z from 'zod/mini'
import { easterMondayOn } from './easter.ts'
import { addDaysOn, epochMs, isoAt, offsetMs, timeMs } from './instant.ts'

/** In the order of `Date.getUTCDay`. */
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** `HH:MM`, local time of the calendar. */
export const Time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const Span = z.object({ from: Time, to: Time })
type Span = z.infer<typeof Span>

/** When offices are open on one day, in order, without overlap; none: closed. */
const Spans = z
  .array(Span)
  .check(
    z.refine(
      (spans) => spans.every(({ from, to }, i) => from < to && (spans[i - 1]?.to ?? '') < from),
      'spans out of order',
    ),
  )

const Override = z.discriminatedUnion('is', [
  /** Usual hours of that weekday, whatever the feast; where it has none, `hours` must say which. */
  z.object({ on: z.iso.date(), is: z.literal('open'), reason: z.string() }),
  z.object({ on: z.iso.date(), is: z.literal('closed'), reason: z.string() }),
  /** A half-day, or an opened Saturday. */
  z.object({ on: z.iso.date(), is: z.literal('hours'), spans: Spans, reason: z.string() }),
])

/** Working time of one programme. Immutable: any change has a new `version` and starts a re-fold (`changedDays`). */
export const WorkingCalendar = z
  .object({
    version: z.string(),
    utcOffsetMinutes: z.number().check(z.int(), z.gte(-840), z.lte(840)),
    /** For which years moon-based days are listed; outside them only fixed days and Easter are known. */
    years: z.object({ from: z.int(), until: z.int() }),
    office: z.record(z.enum(weekdays), Spans),
    /** The same day every year; `monthDay` is MM-DD. */
    fixed: z.array(
      z.object({
        monthDay: z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)),
        name: z.string(),
        sinceYear: z.optional(z.int()),
      }),
    ),
    easterMonday: z.boolean(),
    /**
     * Moon-based and decreed days. `computed`: ±1–2 days until the moon is seen; `confirmed` by an official notice;
     * `decreed` beyond the law. `half`: the spans that remain; without it the day is closed.
     */
    dated: z.array(
      z.object({
        on: z.iso.date(),
        name: z.string(),
        source: z.enum(['computed', 'confirmed', 'decreed']),
        half: z.optional(Spans),
      }),
    ),
    /** What people declared later; wins over everything, the last one of a day over the others. */
    overrides: z.array(Override),
  })
  .check(
    z.refine(
      ({ office, overrides }) => overrides.every(({ on, is }) => is !== 'open' || usualHours(office, on).length > 0),
      'open on a day without usual hours',
    ),
  )
export type WorkingCalendar = z.infer<typeof WorkingCalendar>

/** Offices are open from `fromAt` up to, not including, `toAt`. */
export interface OpenSpan {
  fromAt: string
  toAt: string
}

function usualHours(office: WorkingCalendar['office'], on: string): Span[] {
  const weekday = weekdays[new Date(epochMs(on)).getUTCDay()]
  return weekday === undefined ? [] : office[weekday]
}

/** A feast only ever takes hours away: a half-day on a Sunday opens nothing. */
const within = (usual: Span[], left: Span[]): Span[] =>
  usual.flatMap((a) =>
    left
      .map((b) => ({ from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to }))
      .filter(({ from, to }) => from < to),
  )

function isYearlyHoliday(calendar: WorkingCalendar, on: string): boolean {
  const year = Number(on.slice(0, 4))
  const monthDay = on.slice(5)
  if (calendar.fixed.some((day) => day.monthDay === monthDay && year >= (day.sinceYear ?? year))) return true
  // Easter Monday falls between 23 March and 26 April; most days need no computing.
  return calendar.easterMonday && monthDay > '03-22' && monthDay < '04-27' && easterMondayOn(year) === on
}

/** What people declared, else the weekday's hours less the feasts. */
function declaredHours(calendar: WorkingCalendar, on: string): Span[] {
  const usual = usualHours(calendar.office, on)
  const override = calendar.overrides.findLast((declared) => declared.on === on)
  if (override) return override.is === 'hours' ? override.spans : override.is === 'open' ? usual : []
  if (usual.length === 0 || isYearlyHoliday(calendar, on)) return []
  return calendar.dated.filter((day) => day.on === on).reduce((open, feast) => within(open, feast.half ?? []), usual)
}

/** Calendars never change in place, so what is asked of one of their days is worked out once. */
function once<T extends string | readonly Span[]>(work: (calendar: WorkingCalendar, on: string) => T) {
  const known = new WeakMap<WorkingCalendar, Map<string, T>>()
  return (calendar: WorkingCalendar, on: string): T => {
    const days = known.get(calendar) ?? new Map<string, T>()
    known.set(calendar, days)
    const value = days.get(on) ?? work(calendar, on)
    days.set(on, value)
    return value
  }
}

/** Local hours of one day. */
const hoursOn = once(declaredHours)

export const isWorkingDay = (calendar: WorkingCalendar, on: string): boolean => hoursOn(calendar, on).length > 0

/** The opening spans of one day, in order; empty when closed. */
export function spansOn(calendar: WorkingCalendar, on: string): OpenSpan[] {
  const midnightMs = epochMs(on) - offsetMs(calendar.utcOffsetMinutes)
  return hoursOn(calendar, on).map(({ from, to }) => ({
    fromAt: isoAt(midnightMs + timeMs(from)),
    toAt: isoAt(midnightMs + timeMs(to)),
  }))
}

/** The local day an instant falls on, working or not. */
export const dayOf = (calendar: WorkingCalendar, at: string): string =>
  isoAt(epochMs(at) + offsetMs(calendar.utcOffsetMinutes)).slice(0, 10)

/** The first working day after `on`. Throws RangeError when offices stay closed for more than a year. */
export const nextWorkingDay = once((calendar, on) => {
  for (let days = 1; days <= 366; days++) {
    const day = addDaysOn(on, days)
    if (isWorkingDay(calendar, day)) return day
  }
  throw new RangeError('no working day within a year')
})

/** The local day of `at` if offices open at all that day, else the next working day. */
export function workingDayOf(calendar: WorkingCalendar, at: string): string {
  const on = dayOf(calendar, at)
  return isWorkingDay(calendar, on) ? on : nextWorkingDay(calendar, on)
}
