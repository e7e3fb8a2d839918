import type { ColumnName, FiguresWording } from './figures-wording.ts'
import type { Column, Say } from './table.ts'

const columns: Record<ColumnName, Pick<Column, 'hxl' | 'holds'>> = {
  section: { hxl: null, holds: 'code' },
  figure: { hxl: '#indicator', holds: 'code' },
  value: { hxl: '#indicator', holds: 'number' },
  n: { hxl: '#indicator+n', holds: 'number' },
  colour: { hxl: null, holds: 'code' },
  before: { hxl: '#indicator+before', holds: 'number' },
  code: { hxl: null, holds: 'code' },
  count: { hxl: '#indicator', holds: 'number' },
}
/** Numbers that may be the bounds of a share, or of something. */
const ranges: readonly ColumnName[] = ['value', 'before']

export function columnOf(code: ColumnName, say: Say<FiguresWording>): Column {
  const label = say((words) => words.columns[code])
  if (columns[code].holds === 'code') return { ...columns[code], code, label }
  const named = (name: 'highest' | 'inWords') => say((words) => words[name](words.columns[code]))
  const highest = ranges.includes(code) ? { highest: named('highest') } : {}
  return { ...columns[code], code, label, ...highest, inWords: named('inWords') }
}
