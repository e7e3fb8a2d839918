import { heard } from '../../places/normalise.ts'
import { plainName } from '../../places/plain-name.ts'
import type { CsvRow } from '../matrix/csv.ts'
import { organisationFinder } from '../matrix/organisation.ts'
import type { Organisation } from '../organisation.ts'
import { channelIn, eitherIn, isNumber, isUnread, rhythmIn, spokenIn } from './cells.ts'
import { readHours } from './hours.ts'
import { hasHours, type IntakePoint, type PointChannel } from './intake-point.ts'
import { type PointColumn, pointColumns, type PointNaming } from './naming.ts'
import { type PlaceScene, whereIn } from './where.ts'

export type PointWhy =
  | ('no-name' | 'unknown-channel' | 'no-organisation' | 'unknown-organisation' | 'unknown-place' | 'several-places')
  | ('bad-number' | 'bad-hours' | 'bad-rhythm' | 'unknown-language' | 'bad-state' | 'twice')

/** What one row says of a point; null, or nothing, where it says nothing: a known point keeps what it has. */
export interface PointSaid {
  code: string
  name: string
  organisation: string | null
  channel: PointChannel | null
  where: Pick<IntakePoint, 'place' | 'village'> | null
  number: string | null
  hours: IntakePoint['hours']
  everyDays: number | null
  languages: readonly string[]
  isOpen: boolean | null
  isHidden: boolean | null
}

/** One row as it was understood. Where `why` says something nothing is done. */
export interface PointLine {
  line: number
  said: PointSaid
  why: readonly PointWhy[]
}

export interface PointScene extends PlaceScene {
  naming: PointNaming
  organisations: readonly Organisation[]
  language: string
}

export const longestPointName = 80

const headerWithin = 12

/** Null where no row names the columns: a name, a kind and an organisation. */
export function readPoints(rows: readonly CsvRow[], scene: PointScene): PointLine[] | null {
  const header = headerOf(rows, scene.naming)
  if (!header) return null
  const finder = organisationFinder({ ...scene, naming: { kinds: {} }, adds: false })
  const seen = new Set<string>()
  // Below the names of the columns tags of the Humanitarian Exchange Language may stand.
  const saying = rows
    .slice(header.at + 1)
    .filter(({ cells }) => !cells.every((one) => one === '' || one.startsWith('#')))
  return saying.map(({ line, cells }) => {
    const cell = (column: PointColumn): string => {
      const written = plainName(cells[header.columns.get(column) ?? -1] ?? '').trim()
      return scene.naming.blanks.includes(heard(written)) ? '' : written
    }
    const { said, why } = pointIn(cell, scene, finder)
    const key = said.code || heard(`${said.name} ${said.organisation ?? ''}`)
    const isTwice = seen.has(key)
    seen.add(key)
    return { line, said, why: isTwice ? [...why, 'twice'] : why }
  })
}

type CellOf = (column: PointColumn) => string

function pointIn(cell: CellOf, scene: PointScene, finder: ReturnType<typeof organisationFinder>) {
  const { naming } = scene
  const channel = channelIn(cell('channel'), naming)
  const named = (column: string): string => (column === 'organisation' ? cell('organisation') : '')
  const where = whereIn(cell, scene)
  const number = cell('number').replaceAll(/[^+\d]/g, '')
  const isTimed = channel !== null && hasHours(channel)
  const isEmptied = channel !== null && !isTimed
  const hours = isTimed ? readHours(cell('hours'), naming.hours) : null
  const everyDays = isEmptied ? rhythmIn(cell('everyDays') || cell('hours'), naming) : null
  const spoken = spokenIn(cell('languages'))
  const said: PointSaid = {
    code: cell('code').slice(0, longestPointName),
    name: cell('name').slice(0, longestPointName),
    organisation: cell('organisation') === '' ? null : finder(named, [], null),
    channel,
    where: typeof where === 'string' ? null : where,
    number: channel === 'call' && number !== '' ? number : null,
    hours,
    everyDays: everyDays === 'unread' ? null : everyDays,
    languages: [...new Set(spoken.flatMap((one) => naming.languages[one] ?? []))],
    isOpen: eitherIn(cell('isOpen'), naming.states.open, naming.states.closed),
    isHidden: eitherIn(cell('isHidden'), naming.states.hidden, naming.states.shown),
  }
  const wrong: [PointWhy, boolean][] = [
    ['no-name', said.name === ''],
    ['unknown-channel', channel === null],
    ['no-organisation', cell('organisation') === ''],
    ['unknown-organisation', cell('organisation') !== '' && said.organisation === null],
    ['unknown-place', where === 'unknown'],
    ['several-places', where === 'several'],
    ['bad-number', cell('number') !== '' && !isNumber(number)],
    ['bad-hours', isTimed && cell('hours') !== '' && hours === null],
    ['bad-rhythm', everyDays === 'unread'],
    ['unknown-language', spoken.some((one) => naming.languages[one] === undefined)],
    ['bad-state', isUnread(cell('isOpen'), said.isOpen) || isUnread(cell('isHidden'), said.isHidden)],
  ]
  return { said, why: wrong.filter(([, isSo]) => isSo).map(([why]) => why) }
}

function headerOf(rows: readonly CsvRow[], { columns }: PointNaming) {
  for (const [at, { cells }] of rows.slice(0, headerWithin).entries()) {
    const named = cells.map(heard)
    const found = new Map<PointColumn, number>()
    for (const column of pointColumns) {
      const name = columns[column].find((one) => named.includes(one))
      if (name !== undefined) found.set(column, named.indexOf(name))
    }
    if (found.has('name') && found.has('channel') && found.has('organisation')) return { at, columns: found }
  }
  return null
}
