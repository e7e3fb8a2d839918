import type { Cell, Column, Read, Table } from '../../core/reports/table.ts'
import type { Format } from './format.ts'

/** What a spreadsheet would take for a formula is text to it behind an apostrophe. */
const harmless = (cell: string): string => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string): string => `"${harmless(cell).replaceAll('"', '""')}"`

/** Tells spreadsheets that letters are UTF-8. */
const mark = '\ufeff'

/** A share in percent, no more exact than it is printed. */
function bound(value: Cell['value'] | undefined, side: 'low' | 'high'): string {
  if (typeof value === 'number') return String(value)
  if (value === null || value === undefined || typeof value === 'string') return ''
  const { low, high } = value
  if (low === high) return String(Math.round(low * 100))
  return String(side === 'low' ? Math.floor(low * 100) : Math.ceil(high * 100))
}

/** The headings of a column, and under each its part of a cell. Numbers stand alone, without a sign or a word. */
function parts({ label, holds, highest, inWords }: Column, read: Read): [string, (cell: Cell | undefined) => string][] {
  const words = (cell: Cell | undefined): string => quoted(read(cell?.said))
  if (holds === 'code') return [[read(label), words]]
  const number = (side: 'low' | 'high') => (cell: Cell | undefined) => bound(cell?.value, side)
  return [
    [read(label), number('low')],
    ...(highest ? [[read(highest), number('high')] as [string, (cell: Cell | undefined) => string]] : []),
    ...(inWords ? [[read(inWords), words] as [string, (cell: Cell | undefined) => string]] : []),
  ]
}

/** What a table says, a row a line: semicolons, as spreadsheets of French-speaking offices expect them. */
export const csv: Format = {
  name: 'CSV',
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8',
  write({ title, about, columns, rows }: Table, read) {
    const own = columns.map((column) => parts(column, read))
    const headings = own.flatMap((all) => all.map(([heading]) => quoted(heading)))
    const first = [title, ...about].map((label) => quoted(read(label)))
    const lines = [
      headings.map((_, at) => first[at] ?? quoted('')),
      headings,
      ...rows.map((row) => own.flatMap((all, at) => all.map(([, of]) => of(row[at])))),
    ]
    return `${mark}${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`
  },
}
