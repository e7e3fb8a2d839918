import type { CsvRow } from './csv.ts'
import { matrixDay } from './day.ts'
import { organisationFinder } from './organisation.ts'
import { matrixPlaces } from './place.ts'
import { heard, words } from '../../places/normalise.ts'
import type { Organisation } from '../organisation.ts'
import type { Presence } from '../presence.ts'
import {
  type Cells,
  matrixColumns,
  type MatrixColumn,
  type MatrixNaming,
  type MatrixScene,
  type MatrixWhy,
} from './shape.ts'

export interface ReadMatrix {
  lines: Presence[]
  /** Which line of the file, why it was not taken, and the cell that says so. */
  unread: { line: number; why: MatrixWhy; cell: string }[]
  /** Organisations the file adds. */
  added: Organisation[]
}

/** A title and a date may stand above the names of the columns. */
const headerWithin = 12

/** Null where no row names the columns: an organisation, a sector and some place. */
export function readMatrix(rows: readonly CsvRow[], scene: MatrixScene): ReadMatrix | null {
  const found = headerOf(rows, scene.naming)
  if (!found) return null
  const blanks = new Set(scene.naming.blanks)
  const findOrganisation = organisationFinder(scene)
  const findPlace = matrixPlaces(scene)
  const cellsOf =
    (row: readonly string[]): Cells =>
    (column) => {
      const cell = row[found.columns.get(column) ?? -1] ?? ''
      return blanks.has(heard(cell)) ? '' : cell
    }
  const isMixed = mixesCuts(rows.slice(found.at + 1), (cells) => findPlace(cellsOf(cells)))
  const lines = new Map<string, Presence>()
  const unread: ReadMatrix['unread'] = []
  for (const row of rows.slice(found.at + 1)) {
    if (row.cells.every((cell) => cell === '' || cell.startsWith('#'))) continue
    const cells = cellsOf(row.cells)
    const miss = (why: MatrixWhy, cell: string) => unread.push({ line: row.line, why, cell: cell.slice(0, 200) })
    if (scene.naming.over.includes(heard(cells('status')))) {
      miss('over', cells('status'))
      continue
    }
    const from = matrixDay(cells('from'), 'first')
    const until = matrixDay(cells('until'), 'last')
    const sectors = sectorsIn(cells('sector'), scene)
    const place = findPlace(cells)
    if (cells('organisation') === '' && cells('acronym') === '') miss('no-organisation', '')
    else if (sectors === null) miss(cells('sector') === '' ? 'no-sector' : 'unknown-sector', cells('sector'))
    else if ('why' in place) miss(place.why, place.cell)
    else if (isMixed && place.cut) miss('mixed-cuts', `${place.ref.code} (${place.cut})`)
    else if (from === 'bad') miss('bad-day', cells('from'))
    else if (until === 'bad' || (from && until && until < from)) miss('bad-day', cells('until'))
    else {
      const organisation = findOrganisation(cells, sectors, place.region)
      if (organisation === null) miss('unknown-organisation', cells('organisation') || cells('acronym'))
      else
        for (const sector of sectors)
          join(lines, { organisation, sector, place: place.ref, fromOn: from, untilOn: until })
    }
  }
  return { lines: [...lines.values()], unread, added: findOrganisation.added() }
}

/** Are there codes of two cuts of the country in one file? Then none of them says by itself which it is of. */
function mixesCuts(
  rows: readonly CsvRow[],
  find: (cells: readonly string[]) => ReturnType<ReturnType<typeof matrixPlaces>>,
) {
  const places = rows.map(({ cells }) => find(cells))
  return new Set(places.flatMap((place) => ('cut' in place && place.cut !== null ? [place.cut] : []))).size > 1
}

/** The same work written twice is one line, over all of its days. */
function join(lines: Map<string, Presence>, line: Presence): void {
  const key = presenceKey(line)
  const known = lines.get(key)
  const least = (a: string | null, b: string | null) => (a === null || b === null ? null : a < b ? a : b)
  const most = (a: string | null, b: string | null) => (a === null || b === null ? null : a > b ? a : b)
  const { fromOn, untilOn } = known ?? line
  lines.set(key, { ...line, fromOn: least(fromOn, line.fromOn), untilOn: most(untilOn, line.untilOn) })
}

export const presenceKey = ({ organisation, sector, place }: Presence): string =>
  [organisation, sector, place.system, place.code].join(' ')

function headerOf(rows: readonly CsvRow[], { columns }: MatrixNaming) {
  for (const [at, { cells }] of rows.slice(0, headerWithin).entries()) {
    const named = cells.map(heard)
    const found = new Map<MatrixColumn, number>()
    // In the order a country prefers its names: a file may have both « Organisation » and « Partenaire ».
    for (const column of matrixColumns) {
      const name = columns[column].find((one) => named.includes(one))
      if (name !== undefined) found.set(column, named.indexOf(name))
    }
    const hasPlace = [...found.keys()].some((column) => /^(region|cercle|commune)/.test(column))
    if (hasPlace && found.has('sector') && (found.has('organisation') || found.has('acronym')))
      return { at, columns: found }
  }
  return null
}

/** The names of all sectors, several times. */
const longestSectors = 1_000

/** One cell may name several. Null where one of them is none we know. */
function sectorsIn(cell: string, { sectors, naming }: MatrixScene): string[] | null {
  const find = (text: string): string | undefined => {
    const said = words(text)
      .filter((word) => !naming.aroundSectors.includes(word))
      .join(' ')
    return sectors.find(({ code, spellings }) => heard(code) === said || spellings.includes(said))?.code
  }
  if (cell.length > longestSectors) return null
  const whole = find(cell)
  if (whole !== undefined) return [whole]
  const parts = cell.split(/[,;/&+|\n]/).filter((part) => part.trim() !== '')
  const found = parts.map(find).filter((code) => code !== undefined)
  return found.length > 0 && found.length === parts.length ? [...new Set(found)] : null
}
