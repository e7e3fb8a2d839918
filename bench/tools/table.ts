/** One line of the result. */
export interface Figure {
  section: string
  what: string
  /** As measured here, with its unit: true of this machine and minute only. */
  figure: string
  /** Against `over` in the same run; what budgets are about. */
  ratio?: number
  over?: string
  budget?: Budget
}

export type Budget = { atLeast: number } | { atMost: number }

/** A budget on a ratio is given as the product's against the floor's; one on a plain figure has that figure as its `ratio`. */
export const isOver = ({ ratio, budget }: Figure): boolean => {
  if (ratio === undefined || !budget) return false
  return 'atLeast' in budget ? !(ratio >= budget.atLeast) : !(ratio <= budget.atMost)
}

const shown = (ratio: number | undefined): string => (ratio === undefined ? '' : ratio.toFixed(ratio < 10 ? 2 : 1))
const shownBudget = (budget: Budget | undefined): string =>
  budget === undefined ? '' : 'atLeast' in budget ? `≥ ${budget.atLeast}` : `≤ ${budget.atMost}`

const heads = ['what', 'figure', 'ratio', 'against', 'budget', ''] as const

function cells(figure: Figure): string[] {
  const { what, figure: measured, ratio, over = '', budget } = figure
  const verdict = budget && ratio !== undefined ? (isOver(figure) ? 'OVER' : 'ok') : ''
  return [what, measured, shown(ratio), over, shownBudget(budget), verdict]
}

/** The figures of one section as a Markdown table whose columns also line up on a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [[...heads], ...figures.map(cells)]
  const widths = heads.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0), 3))
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  const [head = [], ...rest] = rows
  return [line(head), rule, ...rest.map(line)].join('\n')
}
