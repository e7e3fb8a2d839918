import { say, unbroken } from '../../say.ts'

/** How days, hours and spans are said in one language. */
export interface WhenTexts {
  /** Seven, Sunday first, short. */
  weekdays: readonly string[]
  /** Twelve. */
  months: readonly string[]
  firstDay: string
  /** `{weekday}`, `{day}`, `{month}`, `{year}`. */
  day: string
  /** `{hour}` and `{minute}`, the latter in two digits. */
  time: string
  /** Less than a minute. */
  moment: string
  /** One and several; `{count}`. */
  units: Record<Unit, readonly [one: string, several: string]>
}
type Unit = 'day' | 'hour' | 'minute'

/** How instants are read where the staff are. */
export interface Here {
  now: string
  utcOffsetMinutes: number
}

const minuteMs = 60_000
const unitMs = [
  ['day', 1440 * minuteMs],
  ['hour', 60 * minuteMs],
  ['minute', minuteMs],
] as const

const filled = (text: string, values: Record<string, string>): string => unbroken(say(text, values))

const local = (at: string, { utcOffsetMinutes }: Pick<Here, 'utcOffsetMinutes'>): Date =>
  new Date(Date.parse(at) + utcOffsetMinutes * minuteMs)

/** « lun. 14 juin », with the year only where it is not this one. */
export function spellDay(at: string, here: Here, texts: WhenTexts): string {
  const date = local(at, here)
  const year = date.getUTCFullYear()
  const day = filled(texts.day, {
    weekday: texts.weekdays[date.getUTCDay()] ?? '',
    day: date.getUTCDate() === 1 ? texts.firstDay : String(date.getUTCDate()),
    month: texts.months[date.getUTCMonth()] ?? '',
  })
  return year === local(here.now, here).getUTCFullYear() ? day : `${day}\u00a0${year}`
}

/** « 9 h 00 ». */
export function spellTime(at: string, here: Here, { time }: WhenTexts): string {
  const date = local(at, here)
  return filled(time, { hour: String(date.getUTCHours()), minute: String(date.getUTCMinutes()).padStart(2, '0') })
}

/** Between two instants, in its largest unit and rounded down: « 3 jours ». From two days, two hours on in the larger unit. */
export function spellSpan(fromAt: string, toAt: string, { units, moment }: WhenTexts): string {
  const ms = Math.max(0, Date.parse(toAt) - Date.parse(fromAt))
  if (ms < minuteMs) return filled(moment, {})
  const [unit, size] = unitMs.find(([, each]) => ms >= 2 * each) ?? ['minute', minuteMs]
  const count = Math.floor(ms / size)
  const [one, several] = units[unit]
  return filled(count < 2 ? one : several, { count: String(count) })
}
