import type { Cell, Column, Read } from '../../core/reports/table.ts'

/** What stands in one cell of a file: a number, a share in percent no more exact than it is printed, words, or nothing. */
export type FileCell = number | { percent: number } | string | null

interface FileColumn {
  heading: string
  of: (cell: Cell | undefined) => FileCell
}

/** Of what a share can be, one end. */
function bound(value: Cell['value'] | undefined, side: 'low' | 'high'): FileCell {
  if (typeof value === 'number') return value
  if (value === null || value === undefined || typeof value === 'string') return null
  const { low, high } = value
  if (low === high) return { percent: Math.round(low * 100) }
  return { percent: side === 'low' ? Math.floor(low * 100) : Math.ceil(high * 100) }
}

/** The columns of a file for one of a table, each with its heading and its part of a cell. Numbers stand alone, without a sign or a word. */
export function fileColumns({ label, holds, highest, inWords }: Column, read: Read): FileColumn[] {
  const words = (cell: Cell | undefined): FileCell => read(cell?.said)
  if (holds === 'code') return [{ heading: read(label), of: words }]
  return [
    { heading: read(label), of: (cell) => bound(cell?.value, 'low') },
    ...(highest ? [{ heading: read(highest), of: (cell: Cell | undefined) => bound(cell?.value, 'high') }] : []),
    ...(inWords ? [{ heading: read(inWords), of: words }] : []),
  ]
}
