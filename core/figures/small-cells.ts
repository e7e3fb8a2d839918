import { type Form, span } from './linear-span.ts'

/** Below this many cases a number may point at people (`docs/figures.md`, small numbers). Nought points at nobody. */
export const smallest = 5

/** A number of a table: what it is made of, and how large it is. */
export interface CountedCell {
  name: string
  form: Form
  value: number
}

/** Cells that add up to a total. `of`: what the cells are, so that the same table of another period is known for it. */
export interface CountedTable {
  period: string
  of: string
  total: CountedCell
  cells: readonly CountedCell[]
}

/** `small`: under five. `hidden`: it would give a small one away. */
export type Shown = 'shown' | 'small' | 'hidden'

/** Which numbers of some tables may be printed, by `cellId`. */
export type Hiding = (tables: readonly CountedTable[]) => Map<string, Shown>

/** For whoever may open each of the cases. */
export const nothingHidden: Hiding = (tables) =>
  new Map(tables.flatMap((table) => [table.total, ...table.cells].map(({ name }) => [cellId(table, name), 'shown'])))

const isSmall = (value: number): boolean => value > 0 && value < smallest
export const cellId = ({ period, of }: Pick<CountedTable, 'period' | 'of'>, name: string): string =>
  `${period} ${of} ${name}`

/**
 * Which numbers of these tables may be printed so that no small one can be computed from the others: within a table, from a total, or
 * from the same table of a longer or shorter period. Earlier tables come first, so what a month shows never hangs on the year. Larger
 * numbers come first, so what is hidden beside a small one is the next smallest.
 */
export function shownOf(tables: readonly CountedTable[]): Map<string, Shown> {
  const all = tables.flatMap(({ total, cells }) => [total, ...cells])
  const known = span(all.filter(({ value }) => isSmall(value)).map(({ form }) => form))
  for (const { form, value } of all) if (value === 0) known.learn(form)
  const found = new Map<string, Shown>()
  const put = (table: CountedTable, cell: CountedCell, shown: Shown) => found.set(cellId(table, cell.name), shown)
  const mayLearn = ({ form, value }: CountedCell) => !isSmall(value) && known.learn(form)

  for (const table of tables) {
    const { total, cells } = table
    const keeps = isTooSmall(table) ? 'all' : guarded(cells)
    const parts = (cell: CountedCell) => partsOf(table, cell, tables, found)
    put(table, total, isSmall(total.value) ? 'small' : mayLearn(total) && !isForced(parts(total)) ? 'shown' : 'hidden')
    for (const cell of [...cells].sort((a, b) => b.value - a.value)) {
      if (keeps === 'all') put(table, cell, 'hidden')
      else if (isSmall(cell.value)) put(table, cell, 'small')
      else put(table, cell, !keeps.has(cell) && !isForced(parts(cell)) && mayLearn(cell) ? 'shown' : 'hidden')
    }
  }
  return found
}

/** Of two cells and at most eight, to print some and not others would say which they are. */
const isTooSmall = ({ total: { value }, cells }: CountedTable): boolean =>
  isSmall(value) || (cells.length === 2 && value > 0 && value < 2 * smallest - 1)

/** The same cell of shorter periods inside this one, as far as they were not printed. */
function partsOf(
  table: CountedTable,
  cell: CountedCell,
  tables: readonly CountedTable[],
  found: Map<string, Shown>,
): number[] {
  const inside = tables.filter(({ of, period, total }) => {
    if (of !== table.of || period === table.period) return false
    return total.form.size < table.total.form.size && [...total.form.keys()].every((atom) => table.total.form.has(atom))
  })
  return inside.flatMap((part) => {
    const one = [part.total, ...part.cells].find(({ name }) => name === cell.name)
    return one && found.get(cellId(part, one.name)) !== 'shown' && one.value > 0 ? [one.value] : []
  })
}

/** Would their sum leave one answer only: all as small as can be, or all small and as large as that allows? */
function isForced(values: readonly number[]): boolean {
  const small = values.filter(isSmall).length
  if (small === 0) return false
  const { low, high } = range(values, Infinity)
  return small === 1 ? low === high : high === small || low === small * (smallest - 1)
}

/** What the small ones among hidden values can add up to, for somebody who knows the sum of all and that no large one is above `largest`. */
function range(hidden: readonly number[], largest: number): { low: number; high: number } {
  const sum = hidden.reduce((total, value) => total + value, 0)
  const small = hidden.filter(isSmall).length
  const large = hidden.length - small
  if (large === 0) return { low: sum, high: sum }
  return { low: Math.max(small, sum - large * largest), high: Math.min(small * (smallest - 1), sum - large * smallest) }
}

/**
 * The cells to hide in one table alone: the small ones and the next smallest, the first of equals. `all`, those that are nought too,
 * where that would leave one answer to somebody who knows this rule: what decides is only what everybody can see.
 */
function guarded(cells: readonly CountedCell[]): ReadonlySet<CountedCell> | 'all' {
  const small = cells.filter(({ value }) => isSmall(value))
  if (small.length === 0) return new Set()
  const large = cells.filter(({ value }) => value >= smallest)
  const next = large.toSorted((a, b) => a.value - b.value)[0]
  if (!next) return 'all'
  // Had it been any larger, another one would have been hidden in its place.
  const at = cells.indexOf(next)
  const limits = large.flatMap((one) => (one === next ? [] : [cells.indexOf(one) > at ? one.value : one.value - 1]))
  const hidden = [...small, next]
  const { low, high } = range(
    hidden.map(({ value }) => value),
    Math.min(...limits),
  )
  return high > low ? new Set(hidden) : 'all'
}
