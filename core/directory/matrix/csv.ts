/**
 * A file as spreadsheets save it: UTF-8 with or without a mark, UTF-16 with one, or else the Latin letters of Windows, which
 * any bytes are.
 */
export function decodeCsv(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const separators = [';', ',', '\t', '|'] as const

/** The one that parts the first line most often, outside quotes. */
function separatorOf(text: string): string {
  const [line = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n|\r/, 1)
  const count = (separator: string) => line.split(separator).length
  return separators.reduce<string>((best, one) => (count(one) > count(best) ? one : best), ';')
}

/** One line of a table. `line` counts as a text editor does, from 1. */
export interface CsvRow {
  line: number
  cells: readonly string[]
  /** Columns whose cell a spreadsheet kept as a number: it drops zeros and a plus at the beginning. */
  numbers?: readonly number[]
}

/**
 * Rows of cells, trimmed: quotes around a cell, doubled inside it, line breaks inside quotes; `sep=;` as Excel writes it. Rows without a
 * cell that says anything are left out. Every cell is text, whatever it begins with.
 */
export function parseCsv(text: string): CsvRow[] {
  const declared = /^\uFEFF?sep=(.)\r?\n/i.exec(text)
  const separator = declared?.[1] ?? separatorOf(text)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  // How many of its letters are no blanks: to look at the whole cell before each quote would take its length squared.
  let said = 0
  let quoted = false
  let line = declared ? 2 : 1
  let startsOn = line
  const endCell = () => {
    cells.push(cell.trim())
    cell = ''
    said = 0
  }
  const write = (letter: string) => {
    cell += letter
    if (letter.trim() !== '') said += 1
  }
  const endRow = () => {
    endCell()
    if (cells.some((one) => one !== '')) rows.push({ line: startsOn, cells })
    cells = []
    startsOn = line
  }
  for (let at = declared?.[0].length ?? (text.startsWith('\uFEFF') ? 1 : 0); at < text.length; at++) {
    const letter = text[at] ?? ''
    const next = text[at + 1]
    if (letter === '\n' || (letter === '\r' && next !== '\n')) line += 1
    if (quoted) {
      if (letter !== '"') write(letter)
      else if (next !== '"') quoted = false
      else {
        write('"')
        at += 1
      }
    } else if (letter === '"' && said === 0) {
      cell = ''
      quoted = true
    } else if (letter === separator) endCell()
    else if (letter === '\n' || (letter === '\r' && next !== '\n')) endRow()
    else if (letter !== '\r') write(letter)
  }
  endRow()
  return rows
}
