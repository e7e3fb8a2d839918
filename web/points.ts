import type { PointHours } from '../core/directory/points/hours.ts'
import type { IntakePoint, PointChannel } from '../core/directory/points/intake-point.ts'
import { say } from './say.ts'

/** Intake points as the public and staff read of them. */
export interface PointTexts {
  /** Of one. */
  channels: Record<PointChannel, string>
  /** By code. One that is not here goes by its code. */
  languages: Readonly<Record<string, string>>
  /** Monday first. */
  days: readonly string[]
  everyDay: string
  /** `{first}` to `{last}`, of days that follow each other. */
  run: string
  /** `{days}`, `{from}`, `{until}`. */
  span: string
  allDay: string
  /** `{h}`, and `{m}` minutes. */
  clock: { hour: string; minutes: string }
  /** What happens to a box, or a partner's list: `{rhythm}`. */
  rhythms: { box: string; partner: string }
  /** `{count}` days. */
  every: { day: string; week: string; days: string }
}

type When = Pick<IntakePoint, 'channel' | 'hours' | 'everyDays'>

/** « lundi à vendredi, de 8 h à 15 h », « ouverte au moins chaque semaine »; null where nobody said. */
export function whenOpen({ channel, hours, everyDays }: When, texts: PointTexts): string | null {
  if (hours) return spelledHours(hours, texts)
  if (everyDays === null || channel === 'call' || channel === 'face') return null
  const { every } = texts
  const rhythm = everyDays === 1 ? every.day : everyDays === 7 ? every.week : say(every.days, { count: everyDays })
  return say(texts.rhythms[channel], { rhythm })
}

function spelledHours({ days, from, until }: PointHours, texts: PointTexts): string {
  const isAllDay = from === '00:00' && until === '24:00'
  return say(isAllDay ? texts.allDay : texts.span, {
    days: spelledDays(days, texts),
    from: spelledClock(from, texts),
    until: spelledClock(until, texts),
  })
}

function spelledDays(days: PointHours['days'], { days: names, everyDay, run }: PointTexts): string {
  if (days.length === names.length) return everyDay
  const named = days.map((day) => names[day - 1] ?? '')
  const [first = 1] = days
  const isRun = days.length > 2 && days.every((day, at) => day === first + at)
  return isRun ? say(run, { first: named[0], last: named.at(-1) }) : named.join(', ')
}

function spelledClock(at: string, { clock }: PointTexts): string {
  const [h = '', m = ''] = at.split(':')
  return say(m === '00' ? clock.hour : clock.minutes, { h: String(Number(h)), m })
}
