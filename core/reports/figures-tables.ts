import { microsPerUnit } from '../case/codes.ts'
import type { Label } from '../language.ts'
import type { CostShown } from '../figures/costs.ts'
import type { Colour } from '../figures/indicators.ts'
import type { Printed } from '../figures/period-figures.ts'
import { columnOf } from './figures-columns.ts'
import type { BreakdownName, FigureName, FiguresWording } from './figures-wording.ts'
import { type Cell, type Column, empty, isSaid, type Note, type Say, type Table } from './table.ts'

export type InWords = Say<FiguresWording>

export interface Figure {
  name: FigureName
  /** Which of several of this name. */
  code?: string
  value: Cell
  n?: Printed
  colour?: Colour | null
  before?: Cell | null
}

export interface Breakdown {
  name: BreakdownName
  rows: readonly { value: string; count: Printed; cost?: CostShown }[] | 'withheld'
  /** Of how many; null where the rows only stand beside each other. */
  n: Printed | null
}

export interface FiguresSection {
  code: string
  title: Label
  lead: Label
  /** A figure a row. */
  figures: Table
  /** Numbers that add up, or only stand beside each other: a value a row. */
  breakdowns: BreakdownTable[]
}

export interface BreakdownTable extends Table {
  code: BreakdownName
}

/** What the tables of one part of the report have in common. */
export interface Part {
  code: string
  title: Label
  about: readonly Label[]
  source: keyof FiguresWording['sources']
}

/** Where the standard knows what cases are told apart by. */
const hashtags: Partial<Record<BreakdownName, string>> = {
  month: '#date+month',
  region: '#region',
  cercle: '#adm2',
  category: '#event+feedback+category',
  channel: '#meta+channel',
  person: '#respondee+sex+age',
  ageGroup: '#respondee+age',
  displacement: '#respondee+displacement',
  disability: '#respondee+disability',
}

/** What is not printed is no number to a program either. */
export function countOf(count: Printed, say: InWords, how = (words: FiguresWording) => words.count(count)): Cell {
  return { value: typeof count === 'number' ? count : null, said: say(how) }
}

/** For programs the median, in the currency itself. */
export const costOf = (cost: CostShown, say: InWords): Cell => ({
  value: cost.median === null ? null : cost.median / microsPerUnit,
  said: say((words) => words.cost(cost)),
})

const figureColumns = ['figure', 'value', 'n', 'colour', 'before'] as const

export function figuresTable(figures: readonly Figure[], { code, title, about, source }: Part, say: InWords): Table {
  const rows = figures.map(({ name, code = name, value, n, colour = null, before = null }) => [
    { value: code, said: say((words) => words.figure(name, code).label) },
    value,
    n === undefined ? empty : countOf(n, say, (words) => words.n(name, n)),
    colour === null ? empty : { value: colour, said: say((words) => words.colour(colour)) },
    before ?? empty,
  ])
  const notes = figures.map(({ name, code = name }): Note => {
    const formula = say((words) => words.figure(name, code).formula)
    const label = say((words) => words.figure(name, code).label)
    return { of: code, name: label, text: {}, formula, source: say((words) => words.sources[source]), n: null }
  })
  return { code, title, about, columns: figureColumns.map((name) => columnOf(name, say)), rows, notes }
}

export function breakdownTable({ name, rows, n }: Breakdown, { about, source }: Part, say: InWords): BreakdownTable {
  const said = (key: 'title' | 'formula' | 'about') => say((words) => words.breakdown(name)[key])
  const isWithheld = rows === 'withheld'
  const texts = (words: FiguresWording) => [words.breakdown(name).about, isWithheld ? words.withheld : '']
  const note: Note = {
    of: null,
    name: said('title'),
    text: say((words) => texts(words).filter(Boolean).join(' ')),
    formula: said('formula'),
    source: say((words) => words.sources[source]),
    n: n === null ? null : countOf(n, say),
  }
  const code: Column = { ...columnOf('code', say), code: name, hxl: hashtags[name] ?? null }
  return {
    code: name,
    title: said('title'),
    about,
    columns: [code, columnOf('count', say)],
    rows: (isWithheld ? [] : rows).map(({ value, count, cost }) => [
      { value, said: say((words) => words.code(name, value)) },
      cost ? costOf(cost, say) : countOf(count, say),
    ]),
    notes: [note],
  }
}

/** All parts in one table, a number a row. A text that stands before numbers has a row of its own. */
export function wholeTable(sections: readonly FiguresSection[], about: readonly Label[], say: InWords): Table {
  const all = sections.flatMap(({ figures, breakdowns }) => [figures, ...breakdowns])
  const notes = all.flatMap(({ code, notes }) => notes.map((note) => ({ ...note, of: note.of ?? code })))
  const rows = sections.flatMap(({ code, title, figures, breakdowns }) =>
    [...figures.rows, ...breakdowns.flatMap((one) => asFigures(one, say))].map((cells) => [
      { value: code, said: title },
      ...cells,
    ]),
  )
  const columns = (['section', ...figureColumns] as const).map((name) => columnOf(name, say))
  const named = (name: 'title' | 'of' | 'formula' | 'source') => say((words) => words.noted[name])
  const noted = { title: named('title'), of: named('of'), formula: named('formula'), source: named('source') }
  return { code: 'figures', title: say(({ title }) => title), about, columns, rows, notes, noted }
}

/** A breakdown's values under its own name, as figures without colour. */
function asFigures({ code, title, rows, notes }: BreakdownTable, say: InWords): Cell[][] {
  const rest = [empty, empty, empty]
  const texts = notes.filter(({ text }) => isSaid(text))
  const under = ({ value }: Cell): Cell => {
    const of = typeof value === 'string' ? value : ''
    return { value: `${code}#${of}`, said: say((words) => `${words.breakdown(code).title} · ${words.code(code, of)}`) }
  }
  return [
    ...texts.map(({ text }) => [{ value: code, said: title }, { value: null, said: text }, ...rest]),
    ...rows.map(([value = empty, count = empty]) => [under(value), count, ...rest]),
  ]
}
