import type { WorkingCalendar } from '../../core/deadlines/calendar.ts'

/*
 * A second, slower working calendar to check the first against. It knows no spans: a day is 96 quarter hours painted
 * open or closed, time is walked quarter by quarter, and Easter comes from the printed table of full moons.
 */

const quarterMs = 900_000
const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** Paschal full moons of the golden numbers 1 to 19, as printed for 1900–2199 (MMDD). */
const fullMoons = [414, 403, 323, 411, 331, 418, 408, 328, 416, 405, 325, 413, 402, 322, 410, 330, 417, 407, 327]

export function printedEasterMonday(year: number): string {
  const moon = fullMoons[year % 19] ?? 0
  const day = new Date(Date.UTC(year, Math.floor(moon / 100) - 1, moon % 100))
  do day.setUTCDate(day.getUTCDate() + 1)
  while (day.getUTCDay() !== 0)
  day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

const quarterOf = (time: string) => {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? 0) * 4 + (minutes ?? 0) / 15
}

function paint(day: boolean[], spans: { from: string; to: string }[]) {
  for (const { from, to } of spans) day.fill(true, quarterOf(from), quarterOf(to))
  return day
}

const blank = () => Array.from({ length: 96 }, () => false)

export class PaintedCalendar {
  private readonly days = new Map<string, boolean[]>()
  private readonly calendar: WorkingCalendar
  constructor(calendar: WorkingCalendar) {
    this.calendar = calendar
  }

  /** Local date and quarter of an instant. */
  private local(ms: number): [on: string, quarter: number] {
    const local = new Date(ms + this.calendar.utcOffsetMinutes * 60_000)
    return [local.toISOString().slice(0, 10), local.getUTCHours() * 4 + Math.floor(local.getUTCMinutes() / 15)]
  }

  day(on: string): boolean[] {
    const known = this.days.get(on) ?? this.paintDay(on)
    this.days.set(on, known)
    return known
  }

  private paintDay(on: string): boolean[] {
    const { office, fixed, dated, easterMonday, overrides } = this.calendar
    const usual = paint(blank(), office[names[new Date(`${on}T00:00:00Z`).getUTCDay()] ?? 'sunday'])
    let day = [...usual]
    if (fixed.some((f) => on.endsWith(f.monthDay) && Number(on.slice(0, 4)) >= (f.sinceYear ?? 0))) day = blank()
    if (easterMonday && printedEasterMonday(Number(on.slice(0, 4))) === on) day = blank()
    for (const feast of dated) {
      if (feast.on !== on) continue
      const left = paint(blank(), feast.half ?? [])
      day = day.map((open, q) => open && left[q] === true)
    }
    for (const declared of overrides) {
      if (declared.on !== on) continue
      if (declared.is === 'open') day = [...usual]
      if (declared.is === 'closed') day = blank()
      if (declared.is === 'hours') day = paint(blank(), declared.spans)
    }
    return day
  }

  isOpen(ms: number): boolean {
    const [on, quarter] = this.local(ms)
    return this.day(on)[quarter] ?? false
  }

  nextOpening(ms: number): number {
    let at = ms
    while (!this.isOpen(at)) at = Math.floor(at / quarterMs) * quarterMs + quarterMs
    return at
  }

  /** Walks quarters; every first open quarter of a later date is one more working day. */
  addWorkingDays(fromMs: number, days: number): number {
    if (days === 0) return fromMs
    const fromOn = this.local(fromMs)[0]
    let seen = 0
    let seenOn = fromOn
    let at = Math.floor(fromMs / quarterMs) * quarterMs
    for (; seen < days; at += quarterMs) {
      const on = this.local(at)[0]
      if (on === seenOn || !this.isOpen(at)) continue
      seenOn = on
      seen++
    }
    let closing = at
    for (; this.local(at)[0] === seenOn; at += quarterMs) if (this.isOpen(at)) closing = at + quarterMs
    let due = closing
    while (due > closing - 8 * quarterMs && this.isOpen(due - quarterMs)) due -= quarterMs
    return due
  }
}
