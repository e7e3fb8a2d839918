import type { Counted } from '../channel/questions.ts'
import { type Dimension, fieldOf, type MeasureName } from './measures.ts'
import { type CountedCell, cellId, type Shown, smallest, type CountedTable } from './small-cells.ts'
import type { Period } from './period.ts'

/** What a viewer's counters add up to, by month of receipt: field by field. */
export type Months = ReadonlyMap<string, Readonly<Record<string, number>>>

/** What received cases are shown by. */
export type Breakdown = Extract<Dimension, 'region' | 'cercle' | 'category' | 'channel' | Counted>

/** A number made of measures: so many times each. */
type Sum = Partial<Record<MeasureName | `satisfied#satisfaction#${1 | 2 | 3}`, number>>

interface Share {
  /** What it is a share of. */
  of: Sum
  /** Cells that add up to it; each with what it is worth in the share. */
  parts: Readonly<Record<string, { sum: Sum; worth: number }>>
}

/** Cases of two kinds: those that count, and the others. */
const yesOrNo = (yes: Sum, of: Sum): Share => {
  const others = Object.entries({ ...of, ...yes }).map(([name]) => {
    const key = name as keyof Sum
    return [key, (of[key] ?? 0) - (yes[key] ?? 0)] as const
  })
  return { of, parts: { yes: { sum: yes, worth: 1 }, no: { sum: Object.fromEntries(others), worth: 0 } } }
}

const answered: Sum = { answered: 1 }
const verdicts: Sum = { satisfied: 1 }

/**
 * The shares of a page, by the formulas of `docs/figures.md`. Each is a table of its own whose cells are printed or hidden together: a
 * share of which one side is under five is not printed.
 */
export const shares = {
  /** K05. */
  promises: yesOrNo({ promisesKept: 1 }, { promises: 1 }),
  /** Beside K05: promises to people who left no way to be reached. */
  available: yesOrNo({ availableKept: 1 }, { available: 1 }),
  /** K04: late open cases stay in the denominator. */
  onTime: {
    of: { answered: 1, lateOpen: 1 },
    parts: {
      yes: { sum: { answeredInTime: 1 }, worth: 1 },
      late: { sum: { answered: 1, answeredInTime: -1 }, worth: 0 },
      open: { sum: { lateOpen: 1 }, worth: 0 },
    },
  },
  /** K03. */
  read: yesOrNo({ readInTime: 1 }, { readInTime: 1, readLate: 1 }),
  told: yesOrNo({ told: 1 }, answered),
  /** K07. */
  satisfaction: {
    of: verdicts,
    parts: {
      yes: { sum: { 'satisfied#satisfaction#1': 1 }, worth: 1 },
      partly: { sum: { 'satisfied#satisfaction#2': 1 }, worth: 0.5 },
      no: { sum: { 'satisfied#satisfaction#3': 1 }, worth: 0 },
    },
  },
  response: yesOrNo(verdicts, { told: 1 }),
  /** K06: who only said thanks is closed without an answer, and owed none. */
  loopClosed: yesOrNo({ loopClosed: 1 }, { closedAnswered: 1 }),
  /** K08: of what was answered, since what is open again is closed no more. */
  reopened: yesOrNo({ reopened: 1 }, answered),
  /** K14. What counters call it is stored, and stays. */
  escalated: yesOrNo({ climbed: 1 }, { received: 1 }),
  answeredAfterEscalation: yesOrNo({ answeredAfterClimb: 1 }, { climbed: 1 }),
} satisfies Record<string, Share>
export type ShareName = keyof typeof shares
export const shareNames = Object.keys(shares) as ShareName[]

/** The name of a table's total among its cells. */
export const total = 'total'

const value = (months: Months, month: string, field: string): number => months.get(month)?.[field] ?? 0

function cell(name: string, sum: Sum, { months: of }: Period, months: Months): CountedCell {
  const form = new Map<string, number>()
  let all = 0
  for (const month of of)
    for (const [field, times] of Object.entries(sum)) {
      if (times === 0) continue
      form.set(`${month} ${field}`, times)
      all += times * value(months, month, field)
    }
  return { name, form, value: all }
}

/** All shares of one period. */
export const shareTables = (period: Period, months: Months): CountedTable[] =>
  shareNames.map((of) => {
    const share: Share = shares[of]
    const cells = Object.entries(share.parts).map(([name, { sum }]) => cell(name, sum, period, months))
    return { period: period.id, of, total: cell(total, share.of, period, months), cells }
  })

/** What a dimension of received cases takes for values in any of these months. */
export function valuesOf(by: Breakdown, months: Months): string[] {
  const begin = fieldOf('received', by, '')
  const fields = [...months.values()].flatMap((one) => Object.keys(one).filter((field) => field.startsWith(begin)))
  return [...new Set(fields.map((field) => field.slice(begin.length)))].sort()
}

/** Cases received in a period, by one dimension; the total is the sum of its cells. */
export function breakdownTable(by: Breakdown, period: Period, months: Months): CountedTable {
  const fields = valuesOf(by, months).map((one) => [one, fieldOf('received', by, one)] as const)
  const cells = fields.map(([name, field]) => cell(name, { [field]: 1 }, period, months))
  const form = new Map(cells.flatMap((one) => [...one.form]))
  return {
    period: period.id,
    of: by,
    total: { name: total, form, value: cells.reduce((sum, one) => sum + one.value, 0) },
    cells,
  }
}

/** What a share can be, 0 to 1, by what is printed of its cells alone; the two are the same where all is. Null: nothing can be said. */
export function shareRange(
  table: CountedTable,
  shown: ReadonlyMap<string, Shown>,
): { low: number; high: number } | null {
  const { parts }: Share = shares[table.of as ShareName]
  const n = table.total.value
  const how = ({ name }: CountedCell) => shown.get(cellId(table, name))
  const hidden = table.cells.filter((one) => how(one) === 'hidden')
  if (n === 0 || how(table.total) !== 'shown' || hidden.length > 1) return null
  let answers = [{ sum: 0, left: n }]
  for (const one of table.cells.filter((cell) => how(cell) !== 'hidden')) {
    const values = how(one) === 'shown' ? [one.value] : Array.from({ length: smallest - 1 }, (_, at) => at + 1)
    const worth = parts[one.name]?.worth ?? 0
    answers = answers.flatMap(({ sum, left }) =>
      values.map((value) => ({ sum: sum + worth * value, left: left - value })),
    )
  }
  const worthOfRest = parts[hidden[0]?.name ?? '']?.worth ?? 0
  const possible = answers.filter(({ left }) => (hidden.length === 0 ? left === 0 : left >= smallest))
  const found = possible.map(({ sum, left }) => (sum + worthOfRest * left) / n)
  return found.length > 0 ? { low: Math.min(...found), high: Math.max(...found) } : null
}

/** The colours of the CCPM (`docs/figures.md`). */
const colours = ['red', 'orange', 'yellow', 'green'] as const
export type Colour = (typeof colours)[number]
const limits = [0.25, 0.5, 0.75]
export const colourOf = (share: number): Colour => colours[limits.filter((limit) => share > limit).length] ?? 'green'
