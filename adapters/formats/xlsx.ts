import type { Cell, CellValue, WriteSheet } from 'hucre/xlsx'
import type { Note, Read, Table } from '../../core/reports/table.ts'
import { type FileCell, fileColumns } from './cells.ts'
import type { Format } from './format.ts'

/** What a spreadsheet takes for the name of a sheet. */
const longestName = 31
const nameOf = (text: string): string => text.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, longestName)

const valueOf = (cell: FileCell): CellValue => {
  if (cell === '') return null
  return typeof cell === 'object' && cell !== null ? cell.percent / 100 : cell
}

/** Characters a column may be wide: the longest of its cells, within what a screen shows. */
const widthOf = (rows: readonly (readonly CellValue[])[], at: number): number =>
  Math.min(60, Math.max(8, ...rows.map((row) => String(row[at] ?? '').length + 2)))

/** What it is about in the first row and headings in the second, which stay in sight; a number a cell, shares as percentages. */
function sheetOf({ title, about, columns, rows }: Table, read: Read): WriteSheet {
  const own = columns.map((column) => fileColumns(column, read))
  const headings = own.flatMap((all) => all.map(({ heading }) => heading))
  const cells = rows.map((row) => own.flatMap((all, at) => all.map(({ of }) => of(row[at]))))
  const values = [headings, ...cells.map((row) => row.map(valueOf))]
  const styles = new Map<string, Partial<Cell>>()
  const bold = (row: number, count: number) => {
    for (let at = 0; at < count; at++) styles.set(`${String(row)},${String(at)}`, { style: { font: { bold: true } } })
  }
  bold(0, 1)
  bold(1, headings.length)
  for (const [row, all] of cells.entries())
    for (const [at, cell] of all.entries())
      if (typeof cell === 'object' && cell !== null) styles.set(`${String(row + 2)},${String(at)}`, { style: { numFmt: '0%' } }) // prettier-ignore
  return {
    name: nameOf(read(title)),
    rows: [[[title, ...about].map((label) => read(label)).join(' · ')], ...values],
    columns: headings.map((_, at) => ({ width: widthOf(values, at) })),
    cells: styles,
    freezePane: { rows: 2 },
  }
}

/** How each number is made, on a sheet of its own. */
function notesOf({ notes }: Table, { title, ...headings }: NonNullable<Table['noted']>, read: Read): WriteSheet {
  const line = ({ name, formula, source }: Note) => [read(name), read(formula), read(source)]
  const values = [[read(headings.of), read(headings.formula), read(headings.source)], ...notes.map(line)]
  const bold = values[0]?.map((_, at): [string, Partial<Cell>] => [
    `0,${String(at)}`,
    { style: { font: { bold: true } } },
  ])
  return {
    name: nameOf(read(title)),
    rows: values,
    columns: [0, 1, 2].map((at) => ({ width: widthOf(values, at) })),
    cells: new Map(bold),
    freezePane: { rows: 1 },
  }
}

/** A workbook as spreadsheets of today read it. Nothing in it is a formula: what looks like one is text. */
export const xlsx = {
  name: 'XLSX',
  extension: 'xlsx',
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  async write(table, read, at) {
    const sheets = [sheetOf(table, read), ...(table.noted ? [notesOf(table, table.noted, read)] : [])]
    // Unless it is told, the library asks the machine what time it is.
    const made = new Date(at)
    const properties = { title: read(table.title), created: made, modified: made }
    // A function that starts need not read how.
    const { writeXlsx } = await import('hucre/xlsx')
    return new Uint8Array(await writeXlsx({ sheets, properties }))
  },
} satisfies Format
