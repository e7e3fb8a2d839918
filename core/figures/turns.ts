import { rowsShown } from './period-figures.ts'
import { type CountedTable, shownOf } from './small-cells.ts'

/** Whose turn it is, on how many open cases, as it may be handed on. */
export function turnsShown(turns: readonly { owner: string; open: number }[]) {
  const cells = turns.map(({ owner, open }) => ({ name: owner, form: new Map([[owner, 1]]), value: open }))
  const form = new Map(cells.map(({ name }) => [name, 1]))
  const total = { name: 'total', form, value: cells.reduce((sum, { value }) => sum + value, 0) }
  const table: CountedTable = { period: 'now', of: 'turn', total, cells }
  return rowsShown(table, shownOf([table]))
}
