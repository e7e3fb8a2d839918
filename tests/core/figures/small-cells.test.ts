import { describe, expect, test } from 'vitest'
import {
  type CountedCell,
  cellId,
  type Shown,
  shownOf,
  smallest,
  type CountedTable,
} from '../../../core/figures/small-cells.ts'
import { seeded } from '../../support/functions/outside.ts'

const isSmall = (value: number) => value > 0 && value < smallest
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** A table of one period, its cells named by letters. */
function table(values: readonly number[], period = 'm1'): CountedTable {
  const atoms = values.map((_, at) => `${period}.${at}`)
  const cells = values.map((value, at): CountedCell => ({
    name: `${at}`,
    value,
    form: new Map([[atoms[at] ?? '', 1]]),
  }))
  const total = { name: 'total', value: sum(values), form: new Map(atoms.map((atom): [string, number] => [atom, 1])) }
  return { period, of: 'rows', total, cells }
}
/** Months and what they are together. */
function year(months: readonly (readonly number[])[]): CountedTable[] {
  const parts = months.map((values, at) => table(values, `m${at}`))
  const joined = (pick: (one: CountedTable) => CountedCell): CountedCell => {
    const cells = parts.map(pick)
    const form = new Map(cells.flatMap((cell) => [...cell.form]))
    return { name: cells[0]?.name ?? '', value: sum(cells.map(({ value }) => value)), form }
  }
  const width = months[0]?.length ?? 0
  const cells = Array.from({ length: width }, (_, at) => joined((one) => one.cells[at] ?? one.total))
  return [...parts, { period: 'year', of: 'rows', total: joined(({ total }) => total), cells }]
}
/** All that a reader has: numbers where they are printed, marks where not. */
function printed(tables: readonly CountedTable[]): string {
  const shown = shownOf(tables)
  const say = (one: CountedTable, { name, value }: CountedCell) => {
    const how: Shown | undefined = shown.get(cellId(one, name))
    return how === 'shown' ? value : (how ?? 'none')
  }
  return tables.map((one) => [one.total, ...one.cells].map((cell) => say(one, cell)).join(' ')).join(' | ')
}

/** All tables of so many cells up to a largest value. */
function* everyTable(cells: number, largest: number): Generator<number[]> {
  if (cells === 0) yield []
  else for (const rest of everyTable(cells - 1, largest)) for (let at = 0; at <= largest; at++) yield [at, ...rest]
}

test('what is under five says so, and the next smallest is hidden with it', () => {
  expect(printed([table([3, 20, 9, 40])])).toBe('72 small 20 hidden 40')
  expect(printed([table([0, 20, 9])])).toBe('29 0 20 9')
  expect(printed([table([0, 8])])).toBe('8 hidden hidden')
  expect(printed([table([2, 1])])).toBe('small hidden hidden')
  // Which of them are nought would say that all of three are one.
  expect(printed([table([0, 1, 1, 1])])).toBe('small hidden hidden hidden hidden')
  // Six of which one is at least five: hiding both would leave one answer.
  expect(printed([table([1, 5])])).toBe('6 hidden hidden')
})

describe.each([
  [2, 14],
  [3, 11],
  [4, 7],
])('in every table of %i cells up to %i', (cells, largest) => {
  test('somebody who knows the rule and every other number has two answers for each number under five', () => {
    const answers = new Map<string, number[][]>()
    for (const values of everyTable(cells, largest)) {
      const page = printed([table(values)])
      answers.set(page, [...(answers.get(page) ?? []), values])
    }
    const undone = [...answers].filter(([page, all]) => {
      const [first = []] = all
      // At the edge of what was tried, the other answer lies beyond it.
      if (all.some((values) => values.some((value) => value > largest - smallest))) return false
      return first.some((value, at) => isSmall(value) && new Set(all.map((values) => values[at])).size < 2) && page
    })
    expect(undone).toEqual([])
  })
})

test('over months and the year together, no small number follows from the others by adding and subtracting', () => {
  const random = seeded(3)
  const draw = () => (random() < 0.5 ? Math.floor(random() * 5) : Math.floor(random() * 30))
  let small = 0
  let shownLater = 0
  for (let round = 0; round < 300; round++) {
    const months = [0, 1].map(() => Array.from({ length: 3 }, draw))
    const tables = year(months)
    const shown = shownOf(tables)
    const is = (one: CountedTable, name: string) => shown.get(cellId(one, name)) === 'shown'
    const known = tables.flatMap((one) => [one.total, ...one.cells].filter(({ name }) => is(one, name)))
    for (const one of tables)
      for (const cell of [one.total, ...one.cells].filter(({ value }) => isSmall(value))) {
        small += 1
        expect(is(one, cell.name)).toBe(false)
        expect(canDiffer(cell, known, months.flat())).toBe(true)
      }
    shownLater +=
      tables.at(-1)?.cells.filter(({ name, value }) => value > 0 && is(tables.at(-1) as CountedTable, name)).length ?? 0
  }
  expect(small).toBeGreaterThan(500)
  expect(shownLater).toBeGreaterThan(200)
})

const atoms = ['m0.0', 'm0.1', 'm0.2', 'm1.0', 'm1.1', 'm1.2']
/** Are there other counts, each one more or less, with the same printed numbers and another one here? */
function canDiffer({ form }: CountedCell, known: readonly CountedCell[], values: readonly number[]): boolean {
  const change = (of: ReadonlyMap<string, number>, by: readonly number[]) =>
    sum(atoms.map((atom, at) => (of.get(atom) ?? 0) * (by[at] ?? 0)))
  for (const steps of everyTable(atoms.length, 2)) {
    const by = steps.map((step) => step - 1)
    if (change(form, by) === 0 || by.some((step, at) => (values[at] ?? 0) + step < 0)) continue
    if (known.every((one) => change(one.form, by) === 0)) return true
  }
  return false
}
