import type { Viewer } from '../../../case/actor.ts'
import { type IntakePoint, mergedPoints, pointCode } from '../../../directory/points/intake-point.ts'
import type { PointLine, PointSaid, PointWhy } from '../../../directory/points/list.ts'
import { heard } from '../../../places/normalise.ts'
import type { PointTable } from '../../../ports/directory/intake-points.ts'
import type { Programme } from '../../programme.ts'
import { changesBetween } from '../change.ts'
import { keepsPoint } from './keeping.ts'
import { told, toldFields } from './told.ts'

/** One row, and what would be done with it as the register is now. */
export interface PlannedPoint {
  line: number
  is: 'new' | 'changed' | 'same' | 'wrong'
  why: readonly (PointWhy | 'not-yours' | 'no-language')[]
  /** What was understood, where anything can be done with it. */
  before: IntakePoint | null
  after: IntakePoint | null
  name: string
  changes: readonly (typeof toldFields)[number][]
}

export function planned(
  viewer: Viewer,
  lines: readonly PointLine[],
  table: PointTable,
  programme: Programme,
): PlannedPoint[] {
  const all = mergedPoints(programme.intakePoints, table.points)
  const taken = all.map(({ code }) => code)
  return lines.map(({ line, said, why }) => {
    const before = known(said, all)
    const point = why.length > 0 ? null : merged(said, before, taken)
    if (point && !before) taken.push(point.code)
    const isTheirs = point !== null && keepsPoint(viewer, point, programme) && (!before || keepsPoint(viewer, before, programme)) // prettier-ignore
    const wrong = [
      ...why,
      ...(why.length === 0 && point === null ? ['no-language' as const] : []),
      ...(point !== null && !isTheirs ? ['not-yours' as const] : []),
    ]
    const changes =
      point && before ? changesBetween(told(before), told(point), toldFields).map(({ field }) => field) : []
    const is = wrong.length > 0 ? 'wrong' : !before ? 'new' : changes.length > 0 ? 'changed' : 'same'
    return { line, is, why: wrong, before, after: point, name: said.name, changes: changes as PlannedPoint['changes'] }
  })
}

/** By its code; without one by its name, at the same organisation. */
const known = (said: PointSaid, all: readonly IntakePoint[]): IntakePoint | null =>
  all.find(({ code }) => code === said.code) ??
  (said.code === ''
    ? all.find(({ name, organisation }) => organisation === said.organisation && heard(name) === heard(said.name))
    : undefined) ??
  null

/** Null where nobody said what is spoken there. A known point keeps what a row says nothing of. */
function merged(said: PointSaid, before: IntakePoint | null, taken: readonly string[]): IntakePoint | null {
  const { name, organisation, channel, where } = said
  const [first, ...others] = said.languages.length > 0 ? said.languages : (before?.languages ?? [])
  if (first === undefined || organisation === null || channel === null) return null
  const isSame = before?.channel === channel
  return {
    code: before?.code ?? pointCode(said.code || name, taken),
    name,
    organisation,
    channel,
    place: where ? where.place : (before?.place ?? null),
    village: where ? where.village : (before?.village ?? null),
    number: said.number ?? (isSame ? before.number : null),
    hours: said.hours ?? (isSame ? before.hours : null),
    everyDays: said.everyDays ?? (isSame ? before.everyDays : null),
    languages: [first, ...others],
    isOpen: said.isOpen ?? before?.isOpen ?? true,
    isHidden: said.isHidden ?? before?.isHidden ?? false,
  }
}
