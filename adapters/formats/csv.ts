import type { Format } from './format.ts'

/** What a spreadsheet would take for a formula is text to it behind an apostrophe. */
const harmless = (cell: string): string => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string): string => `"${harmless(cell).replaceAll('"', '""')}"`

/** Tells spreadsheets that letters are UTF-8. */
const mark = '\ufeff'

/** What a table says, a row a line: semicolons, as spreadsheets of French-speaking offices expect them. */
export const csv: Format = {
  name: 'CSV',
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8',
  write({ title, about, columns, rows }, read) {
    const lines = [
      [title, ...about],
      columns.map(({ label }) => label),
      ...rows.map((row) => row.map(({ said }) => said)),
    ]
    const line = (cells: (typeof lines)[number]): string => columns.map((_, at) => quoted(read(cells[at]))).join(';')
    return `${mark}${lines.map(line).join('\r\n')}\r\n`
  },
}
