import { fieldOf } from './measures.ts'
import { total as totalName, type Months } from './indicators.ts'
import { type Period, periodsBeside } from './period.ts'
import { asPrinted, percentile, type Printed } from './period-figures.ts'
import { type CountedCell, type CountedTable, cellId, type Hiding } from './small-cells.ts'

/** What the SMS of cases that ended cost: of all in a currency, of those in a language, or of those received in a month. In millionths. */
export interface CostShown {
  currency: string
  /** A language or a month; empty for all. */
  of: string
  n: Printed
  /** Null where too few are told of. */
  median: number | null
  /** Null where it would tell of the few too. */
  total: number | null
}

export interface Costs {
  all: CostShown[]
  /** Where there is more than one. */
  byLanguage: CostShown[]
  byMonth: CostShown[]
}

interface Field {
  month: string
  field: string
  currency: string
  language: string
  micros: number
  count: number
}

const begin = fieldOf('closed', 'cost', '')

const fieldsIn = (months: Months): Field[] =>
  [...months].flatMap(([month, fields]) =>
    Object.entries(fields).flatMap(([field, count]) => {
      if (!field.startsWith(begin)) return []
      const [currency = '', language = '', micros = ''] = field.slice(begin.length).split(':')
      return [{ month, field, currency, language, micros: Number(micros), count }]
    }),
  )

function cellOf(name: string, fields: readonly Field[]): CountedCell {
  const form = new Map(fields.map(({ month, field }) => [`${month} ${field}`, 1]))
  return { name, form, value: fields.reduce((sum, { count }) => sum + count, 0) }
}

/** By the smallest number of them that half cost no more than. */
function shown(of: string, n: Printed, fields: readonly Field[], isWhole: boolean): CostShown {
  const by = new Map<number, number>()
  for (const { micros, count } of fields) by.set(micros, (by.get(micros) ?? 0) + count)
  const told = typeof n === 'number' && n > 0
  const sum = fields.reduce((all, { micros, count }) => all + micros * count, 0)
  const currency = fields[0]?.currency ?? ''
  return { currency, of, n, median: told ? percentile(by, n, 0.5) : null, total: told && isWhole ? sum : null }
}

/** Of a month each and of the whole period, by the languages people were written to in. */
export function costsShown(period: Period, months: Months, hiding: Hiding): Costs {
  const all = fieldsIn(months)
  const costs: Costs = { all: [], byLanguage: [], byMonth: [] }
  for (const currency of [...new Set(all.map((one) => one.currency))].sort()) {
    const own = all.filter((one) => one.currency === currency)
    const languages = [...new Set(own.map(({ language }) => language))].sort()
    const within = ({ months: of }: Period) => own.filter(({ month }) => of.includes(month))
    const tables = periodsBeside(period).map((one): CountedTable => {
      const cells = languages.map((language) =>
        cellOf(
          language,
          within(one).filter((f) => f.language === language),
        ),
      )
      return { period: one.id, of: `cost ${currency}`, total: cellOf(totalName, within(one)), cells }
    })
    const printed = hiding(tables)
    const isWhole = ({ cells, ...table }: CountedTable) =>
      cells.every(({ name, value }) => value === 0 || printed.get(cellId(table, name)) === 'shown')
    const row = (table: CountedTable, of: string, fields: readonly Field[]) =>
      fields.length > 0 ? [shown(of, asPrinted(table, table.total, printed), fields, isWhole(table))] : []
    const last = tables.at(-1)
    if (!last) continue
    costs.all.push(...row(last, '', within(period)))
    for (const table of tables.filter((one) => one !== last && period.months.includes(one.period)))
      costs.byMonth.push(
        ...row(
          table,
          table.period,
          own.filter(({ month }) => month === table.period),
        ),
      )
    const cells = last.cells.filter(({ value }) => value > 0)
    if (cells.length < 2) continue
    for (const cell of cells) {
      const fields = within(period).filter(({ language }) => language === cell.name)
      costs.byLanguage.push(shown(cell.name, asPrinted(last, cell, printed), fields, true))
    }
  }
  return costs
}
