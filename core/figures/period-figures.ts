import { countedNames } from '../channel/questions.ts'
import { dismissedTable } from './dismissed.ts'
import type { FiguresScope } from './scope.ts'
import {
  type Breakdown,
  breakdownTable,
  type Colour,
  colourOf,
  type Months,
  type ShareName,
  shareNames,
  shareRange,
  shareTables,
} from './indicators.ts'
import { type Period, periodsBeside } from './period.ts'
import {
  type CountedCell,
  cellId,
  type Hiding,
  type Shown,
  shownOf,
  smallest,
  type CountedTable,
} from './small-cells.ts'

/** A number as it may be printed: itself, or a word for why not. */
export type Printed = number | Exclude<Shown, 'shown'>
export const printed = (value: number): Printed => (value > 0 && value < smallest ? 'small' : value)

export interface ShareShown {
  n: Printed
  /** What it can be, 0 to 1; both the same where it is known. Null where there is nothing or too little. */
  range: { low: number; high: number } | null
  /** Only where all it can be has one colour. */
  colour: Colour | null
}

export interface PeriodFigures {
  received: Printed
  /** Put away as nobody's complaint: beside what was received, in none of its numbers. Null of a cercle: nothing is kept of where they were. */
  dismissed: Printed | null
  /** One a month, where there is more than one. */
  receivedIn: { month: string; count: Printed }[]
  shares: Record<ShareName, ShareShown>
  /** Calendar days from receipt to the first answer; null where too few were answered. */
  answerDays: { median: number; ninetieth: number; n: number } | null
  /** In order of size, what is hidden last. `withheld`: too few to be told apart at all. */
  by: Partial<Record<Breakdown, { value: string; count: Printed }[] | 'withheld'>>
}

/** By what each kind of scope shows where cases come from. */
const placesOf = { all: ['region'], region: ['cercle'], organisation: ['cercle'], cercle: [] } as const
const always = [...(['category', 'channel'] as const), ...countedNames]

type Scope = Exclude<FiguresScope, { kind: 'stub' }>

/** All that is shown of cases received in one period. */
export function periodFigures(scope: Scope, period: Period, months: Months, hiding: Hiding = shownOf): PeriodFigures {
  const periods = periodsBeside(period)
  const ofShares = periods.flatMap((one) => shareTables(one, months))
  const shown = hiding(ofShares)
  const own = ofShares.filter((table) => table.period === period.id)
  const shares = Object.fromEntries(own.map((table) => [table.of, shareShown(table, shown)])) as PeriodFigures['shares']
  const isCercle = 'cercle' in scope
  const tables = [...placesOf[isCercle ? 'cercle' : scope.kind], ...always].map((by) =>
    breakdownShown(by, periods, months, hiding),
  )
  // One number in several tables: hidden in one, it is printed in none.
  const totals = [...tables.map(({ received }) => received), shares.escalated.n]
  const received = totals.find((one) => typeof one !== 'number') ?? totals[0] ?? 0
  const escalated = typeof received === 'number' ? shares.escalated : { n: received, range: null, colour: null }
  const all = { ...shares, escalated }
  return {
    received,
    dismissed: isCercle ? null : dismissedShown(periods, months, hiding),
    receivedIn: tables[0]?.monthly ?? [],
    shares: Object.fromEntries(shareNames.map((name) => [name, all[name]])) as PeriodFigures['shares'],
    answerDays: answerDays(period, months, shares.told.n),
    by: Object.fromEntries(tables.map(({ by, rows }) => [by, rows])),
  }
}

export const asPrinted = (
  table: CountedTable,
  { name, value }: CountedCell,
  shown: ReadonlyMap<string, Shown>,
): Printed => {
  const how = shown.get(cellId(table, name)) ?? 'hidden'
  return how === 'shown' ? value : how
}

export function shareShown(table: CountedTable, shown: ReadonlyMap<string, Shown>): ShareShown {
  const range = shareRange(table, shown)
  const [low, high] = range ? [colourOf(range.low), colourOf(range.high)] : []
  return { n: asPrinted(table, table.total, shown), range, colour: low && low === high ? low : null }
}

function dismissedShown(periods: readonly Period[], counted: Months, hiding: Hiding): Printed {
  const tables = periods.map((period) => dismissedTable(period, counted))
  const own = tables.at(-1)
  return own ? asPrinted(own, own.total, hiding(tables)) : 0
}

/** The cells that are not nought, or `withheld` where none of them may be printed. */
export function rowsShown(table: CountedTable, shown: ReadonlyMap<string, Shown>) {
  const rows = table.cells.map((cell) => ({ value: cell.name, count: asPrinted(table, cell, shown) }))
  const size = ({ count }: (typeof rows)[number]) => (typeof count === 'number' ? count : 0)
  // One that is nought hidden: all of them are.
  if (table.cells.some(({ value, name }) => value === 0 && shown.get(cellId(table, name)) === 'hidden'))
    return 'withheld'
  if (rows.length > 0 && rows.every(({ count }) => count === 'hidden')) return 'withheld'
  return rows.filter(({ count }) => count !== 0).sort((a, b) => size(b) - size(a))
}

function breakdownShown(by: Breakdown, periods: readonly Period[], counted: Months, hiding: Hiding) {
  const of = periods.at(-1)?.months ?? []
  const tables = periods.map((period) => breakdownTable(by, period, counted))
  const shown = hiding(tables)
  const own = tables.at(-1)
  if (!own) throw new Error('no period to break down')
  const months = tables.filter(({ period }) => period !== own.period && of.includes(period))
  const monthly = months.map((table) => ({ month: table.period, count: asPrinted(table, table.total, shown) }))
  return { by, received: asPrinted(own, own.total, shown), monthly, rows: rowsShown(own, shown) }
}

const field = 'answered#answerDays#'

function answerDays({ months: of }: Period, months: Months, n: Printed): PeriodFigures['answerDays'] {
  if (typeof n !== 'number' || n === 0) return null
  const days = new Map<number, number>()
  for (const month of of)
    for (const [name, count] of Object.entries(months.get(month) ?? {}))
      if (name.startsWith(field)) {
        const day = Number(name.slice(field.length))
        days.set(day, (days.get(day) ?? 0) + count)
      }
  return { median: percentile(days, n, 0.5), ninetieth: percentile(days, n, 0.9), n }
}

/** The smallest of these numbers that at least this part of all reaches: `days` says how many have each. */
export function percentile(days: ReadonlyMap<number, number>, all: number, part: number): number {
  let seen = 0
  for (const [day, count] of [...days].sort(([a], [b]) => a - b)) {
    seen += count
    if (seen >= all * part) return day
  }
  return 0
}
