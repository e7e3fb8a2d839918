import { fold } from '../../places/normalise.ts'

/** From Monday, 1, to Sunday, 7. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof weekdays)[number]

/** When somebody answers, by the clock of the place: `08:00`, and `24:00` for the end of a day. */
export interface PointHours {
  /** In their order, at least one. */
  days: readonly Weekday[]
  from: string
  until: string
}

/** How hours are written in lists, in folded words. */
export interface HoursNaming {
  /** Monday first; of each its names, the short ones too. */
  days: readonly (readonly string[])[]
  /** Phrases that say every day, and the whole day. */
  allDays: readonly string[]
  allDay: readonly string[]
  /** Between the first and the last of a run of days, beside the hyphen. */
  until: readonly string[]
  /** Words beside them that say nothing. */
  around: readonly string[]
}

/** An hour as it is kept; null for what is none. */
export function clockIn(written: string): string | null {
  const [, hour = '', minute = '00'] = /^\s*(\d{1,2})\s*(?:[h:]\s*([0-5]\d)?)?\s*$/i.exec(written) ?? []
  const kept = `${hour.padStart(2, '0')}:${minute}`
  return hour !== '' && kept <= '24:00' ? kept : null
}

/** Hours that somebody can keep: some day, and an end after the beginning. Null where they are none. */
export function hoursOf(days: readonly Weekday[], from: string | null, until: string | null): PointHours | null {
  if (days.length === 0 || from === null || until === null || from >= until) return null
  return { days: weekdays.filter((day) => days.includes(day)), from, until }
}

const wholeDay = /\b24 ?(?:h|hours?|heures?)? ?(?:\/|sur) ?24(?: ?h)?\b/g
const wholeWeek = /\b7 ?(?:j|jours?|d|days?)? ?(?:\/|sur) ?7(?: ?j)?\b/g
const token = /(\d{1,2}) ?(?:(?:heures?|hours?|h|:) ?([0-5]\d)?)?(?![\da-z])|[a-z]+|-/g

/** « lundi à vendredi, 8 h à 15 h 30 », « 7j/7 24h/24 », « lun, mer 8-12h ». Null for what says no hours, or more than one span of them. */
export function readHours(written: string, naming: HoursNaming): PointHours | null {
  let left = fold(written).replaceAll(/[–—]/g, '-').replaceAll(/\s+/g, ' ')
  const takes = (phrases: readonly (string | RegExp)[]): boolean => {
    const before = left
    for (const one of phrases) left = left.replaceAll(one, ' ')
    return left !== before
  }
  const isAllDay = takes([wholeDay, ...naming.allDay])
  const isAllWeek = takes([wholeWeek, ...naming.allDays])
  const said = [...left.matchAll(token)]
  const hours = said.flatMap(([, hour, minute]) => (hour === undefined ? [] : [clockIn(`${hour}:${minute ?? '00'}`)]))
  const days = daysIn(
    said.flatMap(([word, hour]) => (hour === undefined ? [word] : [])),
    naming,
  )
  if (days === null || hours.length !== (isAllDay ? 0 : 2)) return null
  const [from = '00:00', until = '24:00'] = hours
  // Who says hours alone means every day.
  return hoursOf(isAllWeek || days.length === 0 ? weekdays : days, from, until)
}

/** Days said one by one or as a run; null where a word is neither. */
function daysIn(said: readonly string[], { days, until, around }: HoursNaming): Weekday[] | null {
  const found: Weekday[] = []
  let isRun = false
  for (const word of said) {
    const day = weekdays[days.findIndex((names) => names.includes(word))]
    const last = found.at(-1)
    if (day !== undefined) {
      if (isRun && last !== undefined) found.push(...between(last, day))
      found.push(day)
      isRun = false
    } else if (word === '-' || until.includes(word)) isRun = last !== undefined
    else if (!around.includes(word)) return null
  }
  return found
}

/** Days after the one and before the other, over the end of the week where they lie so. */
function between(first: Weekday, last: Weekday): Weekday[] {
  const next = weekdays[first % weekdays.length] ?? 1
  return next === last || first === last ? [] : [next, ...between(next, last)]
}
