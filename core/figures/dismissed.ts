import { dismissedField } from './counters.ts'
import { type Months, total } from './indicators.ts'
import type { Period } from './period.ts'
import type { CountedTable } from './small-cells.ts'

/** Cases of one period that were dismissed: a number alone, hidden where months and years would give a small one away. */
export function dismissedTable({ id, months: of }: Period, months: Months): CountedTable {
  const form = new Map(of.map((month) => [`${month} ${dismissedField}`, 1]))
  const value = of.reduce((sum, month) => sum + (months.get(month)?.[dismissedField] ?? 0), 0)
  return { period: id, of: dismissedField, total: { name: total, form, value }, cells: [] }
}
