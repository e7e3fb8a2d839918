import { addDaysOn } from '../deadlines/instant.ts'
import { silentDays } from '../lists/silence.ts'
import { openFields } from './counters.ts'
import type { Months } from './indicators.ts'
import { type Printed, rowsShown } from './period-figures.ts'
import { type CountedCell, cellId, type Hiding, shownOf, type CountedTable } from './small-cells.ts'

/** K15 of `docs/figures.md`: open cases by the days since they came; the last has no end. */
const ages = ['0-7', '8-14', '15-30', '31-'] as const
export type Age = (typeof ages)[number]
const lastDay: readonly number[] = [7, 14, 30]

/** What is open as of now, whenever it came. */
export interface Backlog {
  open: Printed
  late: Printed
  ages: Record<Age, Printed> | 'withheld'
  /** No step by a person for more than seven days. */
  silent: Printed
  /** What part of the open cases that is, where it may be said. */
  silentShare: number | null
}

const first = (todayOn: string): string => addDaysOn(todayOn, -(lastDay.at(-1) ?? 0))
/** The month from which counters are needed: what is older is in the total alone. */
export const backlogFrom = (todayOn: string): string => first(todayOn).slice(0, 7)

/** Days change ages and silence, and nothing is written: both are sums over counters by day. */
export function backlogOf(months: Months, todayOn: string, hiding: Hiding = shownOf): Backlog {
  const on = (day: string, field: string): number => months.get(day.slice(0, 7))?.[`${field}#${day.slice(8)}`] ?? 0
  const within = (from: number, to: number, field: string): number =>
    Array.from({ length: to - from + 1 }, (_, at) => on(addDaysOn(todayOn, -(from + at)), field)).reduce(
      (sum, count) => sum + count,
      0,
    )
  const all = months.get('now') ?? {}
  const open = all[openFields.open] ?? 0
  const late = all[openFields.late] ?? 0
  const young = lastDay.map((day, at) => within((lastDay[at - 1] ?? -1) + 1, day, openFields.came))
  const byAge = [...young, open - young.reduce((sum, count) => sum + count, 0)]
  const silent = open - within(0, silentDays, openFields.moved)

  const whole = new Map(ages.map((age): [string, number] => [age, 1]))
  const total: CountedCell = { name: 'total', form: whole, value: open }
  const part = (of: string, value: number): CountedTable => {
    const rest = new Map([...whole, [of, -1] as const])
    const cells = [
      { name: 'yes', form: new Map([[of, 1]]), value },
      { name: 'no', form: rest, value: open - value },
    ]
    return { period: 'now', of, total, cells }
  }
  const aged = ages.map((age, at): CountedCell => ({ name: age, form: new Map([[age, 1]]), value: byAge[at] ?? 0 }))
  const byAgeTable = { period: 'now', of: 'age', total, cells: aged }
  const [lateTable, silentTable] = [part('late', late), part('silent', silent)]
  const shown = hiding([lateTable, silentTable, byAgeTable])
  const print = (table: CountedTable, name: string, value: number): Printed => {
    const how = shown.get(cellId(table, name)) ?? 'hidden'
    return how === 'shown' ? value : how
  }
  const rows = rowsShown(byAgeTable, shown)
  const whether = print(silentTable, 'yes', silent)
  const silentShare = typeof whether === 'number' && open > 0 ? whether / open : null
  return {
    open: print(lateTable, 'total', open),
    late: print(lateTable, 'yes', late),
    ages:
      rows === 'withheld'
        ? rows
        : (Object.fromEntries(aged.map(({ name, value }) => [name, print(byAgeTable, name, value)])) as Record<
            Age,
            Printed
          >),
    silent: whether,
    silentShare,
  }
}
