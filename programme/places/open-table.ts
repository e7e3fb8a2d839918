import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One row of an open table, by the names of its columns. */
export type Row = Record<string, string>

/** The rows of a CSV file with a header line. */
export function openTable(folder: string, name: string): Row[] {
  const [header, ...lines] = readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(cells)
  return lines.map((line) => Object.fromEntries((header ?? []).map((column, at) => [column, line[at] ?? ''])))
}

/** One line of RFC 4180 CSV; no field of these tables holds a line break. */
function cells(line: string): string[] {
  return Array.from(line.trimEnd().matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, bare]) =>
    (quoted ?? bare ?? '').replaceAll('""', '"'),
  )
}

export function pick(row: Row, column: string): string {
  const value = row[column]
  if (value === undefined) throw new Error(`no column ${column}`)
  return value
}
