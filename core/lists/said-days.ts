import { matrixDay } from '../directory/matrix/day.ts'
import { words, wordsWithPlace } from '../places/normalise.ts'
import { addDaysOn, epochMs } from '../deadlines/instant.ts'

const units = ['day', 'week', 'month'] as const
type Unit = (typeof units)[number]

/** How days are said in one language; every list holds ways to say the same. */
export interface SaidDays {
  today: readonly string[]
  yesterday: readonly string[]
  /** Numbers in words, « quelques » among them. */
  numbers: Readonly<Record<string, number>>
  units: Readonly<Record<Unit, readonly string[]>>
  /** « il y a » stands before so many weeks, « ago » after. */
  ago: { before: readonly string[]; after: readonly string[] }
  /** « last week », « la semaine dernière ». */
  last: { before: readonly string[]; after: readonly string[] }
  /** From January. */
  months: readonly (readonly string[])[]
}

interface Days {
  fromOn: string
  untilOn: string
}
interface Hit extends Days {
  /** Words it took. */
  count: number
}
type Reader = (run: readonly string[], at: number, said: SaidDays, today: string) => Hit | null

/** What one unit spans, and how far off a memory of one may be. */
const spans: Record<Unit, { days: number; off: number }> = {
  day: { days: 1, off: 1 },
  week: { days: 7, off: 7 },
  month: { days: 30, off: 15 },
}

/** How many words of the longest of these ways stand there; 0 where none does. */
function saidAt(run: readonly string[], at: number, ways: readonly string[]): number {
  const counts = ways.map((way) => {
    const own = words(way)
    return own.every((word, index) => run[at + index] === word) ? own.length : 0
  })
  return Math.max(0, ...counts)
}

const unitAt = (run: readonly string[], at: number, said: SaidDays): Unit | null =>
  units.find((unit) => saidAt(run, at, said.units[unit]) > 0) ?? null

function numberAt(run: readonly string[], at: number, { numbers }: SaidDays): number | null {
  const word = run[at] ?? ''
  return /^\d{1,2}$/.test(word) ? Number(word) : (numbers[word] ?? null)
}

/** A memory is as vague as it is old. */
function around(count: number, unit: Unit, today: string): Days {
  const { days, off } = spans[unit]
  const vague = unit === 'day' ? Math.max(off, Math.round(count / 3)) : off
  return { fromOn: addDaysOn(today, -count * days - vague), untilOn: addDaysOn(today, vague - count * days) }
}

const ago: Reader = (run, at, said, today) => {
  const before = saidAt(run, at, said.ago.before)
  const count = numberAt(run, at + before, said)
  const unit = unitAt(run, at + before + 1, said)
  const after = saidAt(run, at + before + 2, said.ago.after)
  if (count === null || unit === null || before + after === 0) return null
  return { ...around(count, unit, today), count: before + 2 + after }
}

const lastDay = (month: string): string => {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of, 0)).toISOString().slice(0, 10)
}
const monthDays = (month: string): Days => ({ fromOn: `${month}-01`, untilOn: lastDay(month) })

/** The whole one before this; of days, the day before. */
const before: Record<Unit, (today: string) => Days> = {
  day: (today) => ({ fromOn: addDaysOn(today, -1), untilOn: addDaysOn(today, -1) }),
  week: (today) => {
    const monday = addDaysOn(today, -((new Date(epochMs(today)).getUTCDay() + 6) % 7))
    return { fromOn: addDaysOn(monday, -7), untilOn: addDaysOn(monday, -1) }
  },
  month: (today) => monthDays(addDaysOn(`${today.slice(0, 7)}-01`, -1).slice(0, 7)),
}

const last: Reader = (run, at, said, today) => {
  const first = saidAt(run, at, said.last.before)
  const unit = unitAt(run, at + first, said)
  const after = saidAt(run, at + first + 1, said.last.after)
  return unit !== null && first + after > 0 ? { ...before[unit](today), count: first + 1 + after } : null
}

/** « octobre », « 12 octobre », « octobre 2026 »: without a year the latest there has been. */
const month: Reader = (run, at, said, today) => {
  const typed = /^\d{1,2}$/.test(run[at] ?? '') ? Number(run[at]) : null
  const start = typed === null ? at : at + 1
  const index = said.months.findIndex((ways) => saidAt(run, start, ways) > 0)
  if (index < 0) return null
  const hasYear = /^20\d\d$/.test(run[start + 1] ?? '')
  const of = (year: number): string => `${String(year)}-${String(index + 1).padStart(2, '0')}`
  const thisYear = Number(today.slice(0, 4))
  const own = hasYear ? of(Number(run[start + 1])) : of(of(thisYear) <= today.slice(0, 7) ? thisYear : thisYear - 1)
  const on = `${own}-${String(typed ?? 1).padStart(2, '0')}`
  const days = typed === null || on > lastDay(own) ? monthDays(own) : { fromOn: on, untilOn: on }
  return { ...days, count: start - at + 1 + Number(hasYear) }
}

const word: Reader = (run, at, said, today) => {
  const now = saidAt(run, at, said.today)
  const yesterday = saidAt(run, at, said.yesterday)
  if (yesterday > 0) return { ...before.day(today), count: yesterday }
  return now > 0 ? { fromOn: today, untilOn: today, count: now } : null
}

/** A day or a month in figures, as `matrixDay` reads them; a bare number is no day. */
function inFigures(text: string): (Days & { written: string }) | null {
  for (const [written] of text.matchAll(/\S*\d[-/.]\d\S*/g)) {
    const [fromOn, untilOn] = [matrixDay(written, 'first'), matrixDay(written, 'last')]
    if (fromOn !== null && untilOn !== null && fromOn !== 'bad' && untilOn !== 'bad')
      return { fromOn, untilOn, written }
  }
  return null
}

/** Which days a few typed words may mean, in any of these languages, and what is left of the words; null where they say none. */
export function daysSaid(
  text: string,
  languages: readonly SaidDays[],
  today: string,
): (Days & { rest: string }) | null {
  const upToNow = ({ fromOn, untilOn }: Days): Days => ({ fromOn, untilOn: untilOn > today ? today : untilOn })
  const figures = inFigures(text)
  if (figures && figures.fromOn <= today) return { ...upToNow(figures), rest: text.replace(figures.written, ' ') }
  const typed = wordsWithPlace(text)
  const run = typed.map((one) => one.word)
  for (const [at, from] of typed.entries())
    for (const said of languages)
      for (const read of [ago, last, month, word]) {
        const hit = read(run, at, said, today)
        if (hit === null || hit.fromOn > today) continue
        const end = typed[at + hit.count - 1]
        const rest = text.slice(0, from.at) + text.slice(end ? end.at + end.raw.length : text.length)
        return { ...upToNow(hit), rest }
      }
  return null
}
