import { letters } from '../../core/places/normalise.ts'
import { pick, type Row } from './open-table.ts'

/** Source rows of one name and commune within this distance of a seat are the seat itself, listed twice. */
const sameKm = 3
const kmPerDegree = 111

const isSeat = (row: Row) => pick(row, 'class') !== '5'

function kmBetween(one: Row, other: Row): number {
  const [lon, lat] = ['lon', 'lat'].map((column) => Number(pick(one, column)) - Number(pick(other, column)))
  const shrinks = Math.cos((Number(pick(one, 'lat')) * Math.PI) / 180)
  return Math.hypot((lon ?? 0) * shrinks, lat ?? 0) * kmPerDegree
}

/** « Guingui (Village) »: the level already says it. */
const nameOf = (row: Row) => pick(row, 'name').replace(/ \(villag\w*\)$/i, '')

/**
 * The settlements of the COD of 2015 as rows of a commune's code and its villages, `code name` each, parted by `;`; a code is written without
 * the commune's where it begins with it. A seat that the source lists as a village too stands once, under the village's code.
 */
export function villageRows(settlements: readonly Row[]): string[][] {
  const alike = Map.groupBy(settlements, (row) => `${pick(row, 'adm3_pcode_2015')} ${letters(nameOf(row))}`)
  const isListedTwice = (row: Row, others: readonly Row[]) =>
    isSeat(row) && others.some((other) => !isSeat(other) && kmBetween(row, other) < sameKm)
  const kept = [...alike.values()].flatMap((rows) => rows.filter((row) => !isListedTwice(row, rows)))
  const communes = Map.groupBy(kept, (row) => pick(row, 'adm3_pcode_2015'))
  return [...communes]
    .map(([commune, rows]) => [
      commune,
      rows
        .map((row) => written(row, commune))
        .sort()
        .join(';'),
    ])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
}

function written(row: Row, commune: string): string {
  const [code, name] = [pick(row, 'pcode'), nameOf(row)]
  if (/[;\n]/.test(name)) throw new Error(`the name of ${code} holds what parts the rows`)
  return `${code.startsWith(commune) ? code.slice(commune.length) : code} ${name}`
}
