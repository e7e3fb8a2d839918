import type { CellValue } from 'hucre/xlsx'
import { unpackedBytes } from './unpacked-bytes.ts'

/** One sheet as rows of text; `numbers` are the columns whose cell the spreadsheet kept as a number. */
interface Sheet {
  name: string
  rows: { line: number; cells: string[]; numbers: number[] }[]
}

/**
 * What is read of one sheet, A1 to here: more columns and rows than any list or matrix that is taken has. A single cell further out, as a format
 * down to the last row leaves one, would have every cell before it laid out: 1.4 KB of file took 360 MB, 166 KB ended the process.
 */
const area = 'A1:DX20000'

/** A workbook as spreadsheets save it is a ZIP file; no list in plain text begins like one. */
export const isWorkbook = ([first, second, third]: Uint8Array): boolean =>
  (first === 0x50 && second === 0x4b && third === 3) || isOldWorkbook(first, second)
/** One of before .xlsx, or one behind a password. */
const isOldWorkbook = (first: number | undefined, second: number | undefined) => first === 0xd0 && second === 0xcf

/**
 * The sheets of an .xlsx that are shown, each cell as text: a day as `2027-06-07`, a number as it is written without grouping. What stands in
 * the first cell of merged ones is said by each below it. Rows without a cell that says anything are left out; `line` is the row of the sheet. Null
 * for what no spreadsheet opens: another kind of ZIP, a file cut short, one behind a password. `large`: it says that it would unpack to more than `mostUnpacked` bytes, so it was not; no entry is unpacked further than it says.
 */
export async function xlsxSheets(bytes: Uint8Array, mostUnpacked: number): Promise<Sheet[] | 'large' | null> {
  const unpacked = unpackedBytes(bytes)
  if (unpacked === null) return null
  if (unpacked > mostUnpacked) return 'large'
  // Few requests open a workbook, and a function that starts need not read how.
  const { readXlsx } = await import('hucre/xlsx')
  try {
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
      range: area,
    })
    return sheets.map(({ name, rows, merges = [] }) => {
      const cells = rows.map((row) => [...row])
      for (const { startRow, startCol, endRow } of apart(merges))
        for (const own of cells.slice(startRow + 1, endRow + 1)) own[startCol] = cells[startRow]?.[startCol] ?? null
      return {
        name,
        rows: cells.flatMap((row, at) => {
          const said = Array.from(row, asText)
          const numbers = row.flatMap((cell, column) => (typeof cell === 'number' ? [column] : []))
          return said.some((cell) => cell !== '') ? [{ line: at + 1, cells: said, numbers }] : []
        }),
      }
    })
  } catch {
    return null
  }
}

/** Of merged cells that lie over others, which no spreadsheet writes, the first: each row is filled once, however many say so. */
function apart<T extends { startRow: number; startCol: number; endRow: number }>(merges: readonly T[]): T[] {
  const until = new Map<number, number>()
  return merges
    .toSorted((a, b) => a.startRow - b.startRow)
    .filter(({ startRow, startCol, endRow }) => {
      if (startRow <= (until.get(startCol) ?? -1)) return false
      until.set(startCol, endRow)
      return true
    })
}

/** Some programs keep a day as a text (`findings/hucre-iso-dates.sh`), with the hour where there is none. */
const isoDay = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:[.]\d+)?Z?$/
/** What a formula that found nothing leaves in its cell: nobody wrote it. */
const errors = /^#(?:N\/A|REF!|VALUE!|NAME[?]|DIV\/0!|NUM!|NULL!)$/

function asText(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  const written = String(cell).trim()
  return isoDay.exec(written)?.[1] ?? (errors.test(written) ? '' : written)
}
