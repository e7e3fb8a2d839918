import type { Table } from '../../core/reports/table.ts'
import { type FileCell, fileColumns } from './cells.ts'
import type { Format } from './format.ts'

/** What a spreadsheet would take for a formula is text to it behind an apostrophe. */
const harmless = (cell: string): string => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string): string => `"${harmless(cell).replaceAll('"', '""')}"`

/** Tells spreadsheets that letters are UTF-8. */
const mark = '\ufeff'

function written(cell: FileCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return quoted(cell)
  return String(typeof cell === 'number' ? cell : cell.percent)
}

/** What a table says, a row a line: semicolons, as spreadsheets of French-speaking offices expect them. */
export const csv = {
  name: 'CSV',
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8',
  write({ title, about, columns, rows }: Table, read) {
    const own = columns.map((column) => fileColumns(column, read))
    const headings = own.flatMap((all) => all.map(({ heading }) => quoted(heading)))
    const first = [title, ...about].map((label) => quoted(read(label)))
    const lines = [
      headings.map((_, at) => first[at] ?? quoted('')),
      headings,
      ...rows.map((row) => own.flatMap((all, at) => all.map(({ of }) => written(of(row[at]))))),
    ]
    return `${mark}${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`
  },
} satisfies Format
