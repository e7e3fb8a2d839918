import { decodeCsv, parseCsv, type CsvRow } from './matrix/csv.ts'

/** One sheet of a file that somebody chose, as rows of text. A CSV is one without a name. */
export interface Sheet {
  name: string | null
  rows: readonly CsvRow[]
}

/** A file as its sheets, or why it was not opened. */
export type SheetsIn = readonly Sheet[] | 'no-workbook' | 'large-workbook'

/**
 * What a workbook may unpack to: ten thousand lines of fourteen different cells are 11 MB, and 350 MB of memory while they are read. A file of the size
 * a form takes can hold a thousand times its own, and would end the function that opens it.
 */
export const mostUnpackedMegabytes = 12

/** Which sheet was read, of a file that has several, and which were left; null where there was nothing to choose. */
export interface SheetChosen {
  name: string
  others: readonly string[]
}

export const csvSheet = (bytes: Uint8Array): Sheet => ({ name: null, rows: parseCsv(decodeCsv(bytes)) })

/** The first sheet that `read` understands, with what it says. Null where none does. */
export function firstRead<T>(
  sheets: readonly Sheet[],
  read: (rows: readonly CsvRow[]) => T | null,
): { said: T; sheet: SheetChosen | null; rows: readonly CsvRow[] } | null {
  for (const { name, rows } of sheets) {
    const said = read(rows)
    if (said === null) continue
    const others = sheets.flatMap((one) => (one.name === null || one.name === name ? [] : [one.name]))
    return { said, rows, sheet: name === null || others.length === 0 ? null : { name, others } }
  }
  return null
}
