import * as z from 'zod/mini'
import type { Viewer } from '../../../case/actor.ts'
import { clockIn, hoursOf, weekdays } from '../../../directory/points/hours.ts'
import {
  hasHours,
  type IntakePoint,
  mergedPoints,
  pointChannels,
  pointCode,
} from '../../../directory/points/intake-point.ts'
import { isNumber, longestRhythm } from '../../../directory/points/cells.ts'
import { longestPointName } from '../../../directory/points/list.ts'
import { PlaceRef } from '../../../places/place-ref.ts'
import { plainName } from '../../../places/plain-name.ts'
import { VillageRef } from '../../../places/village-ref.ts'
import type { DirectoryStore } from '../../../ports/directory/directory.ts'
import { auditLine, changesBetween, type DirectoryOutcome } from '../change.ts'
import { keepsPoint, type KnowsPoints } from './keeping.ts'
import { told, toldFields } from './told.ts'

export interface PointNeeds extends KnowsPoints {
  directory: Pick<DirectoryStore, 'write'>
  now: string
}

const Said = z.string().check(z.overwrite(plainName), z.trim(), z.maxLength(80))
const Language = z.string().check(z.regex(/^[a-z]{2,3}$/))
const Fields = z.object({
  name: Said.check(z.minLength(1), z.maxLength(longestPointName)),
  organisation: z.string(),
  channel: z.enum(pointChannels),
  where: z.object({ place: z.nullable(PlaceRef), village: z.nullable(VillageRef) }),
  number: Said,
  days: z.array(z.literal([...weekdays])),
  from: Said,
  until: Said,
  everyDays: Said,
  languages: z.tuple([Language], Language),
  isOpen: z.boolean(),
  isHidden: z.boolean(),
})

/** As many as one item of the table surely holds. */
export const mostPoints = 2_000

/** `code` null adds one. `version`: of the register, as this person saw it. */
export async function savePoint(
  viewer: Viewer,
  { code, body, version }: { code: string | null; body: unknown; version: number },
  needs: PointNeeds,
): Promise<DirectoryOutcome> {
  const { directory, points, programme, now } = needs
  const table = await points.read()
  const all = mergedPoints(programme.intakePoints, table.points)
  const before = code === null ? null : all.find((one) => one.code === code)
  if (before === undefined || (before && !keepsPoint(viewer, before, programme))) return { is: 'unknown' }
  const read = z.safeParse(Fields, body)
  if (!read.success) return { is: 'invalid', fields: read.error.issues.map(({ path }) => String(path[0])) }
  const { where, days, from, until, everyDays, number, ...said } = read.data
  const wrong = wrongIn(read.data, programme)
  if (wrong.length > 0) return { is: 'invalid', fields: wrong }
  const isTimed = hasHours(said.channel)
  const after: IntakePoint = {
    ...said,
    ...where,
    code:
      before?.code ??
      pointCode(
        said.name,
        all.map((one) => one.code),
      ),
    number: said.channel === 'call' && number !== '' ? dialled(number) : null,
    hours: isTimed ? hoursOf(days, clockIn(from), clockIn(until)) : null,
    everyDays: !isTimed && everyDays !== '' ? Number(everyDays) : null,
  }
  // Nobody gives away, or takes, what lies elsewhere.
  if (!keepsPoint(viewer, after, programme)) return { is: 'refused', why: 'not-your-region', field: 'place' }
  if (before === null && all.length >= mostPoints) return { is: 'refused', why: 'too-many-points' }
  if (table.version !== version) return { is: 'stale' }
  const changes = changesBetween(before && told(before), told(after), toldFields)
  if (changes.length === 0) return { is: 'done', id: after.code }
  const what = before ? 'point-changed' : 'point-added'
  const written = await directory.write({
    points: { version, points: [...table.points.filter((one) => one.code !== after.code), after] },
    audit: [auditLine(viewer, now, { what, about: `point:${after.code}`, changes })],
  })
  return written === 'conflict' ? { is: 'stale' } : { is: 'done', id: after.code }
}

const dialled = (number: string): string => number.replaceAll(/[^+\d]/g, '')

function wrongIn(said: z.infer<typeof Fields>, { organisations, gazetteer }: PointNeeds['programme']): string[] {
  const { channel, organisation, where, number, days, from, until, everyDays } = said
  const isTimed = hasHours(channel)
  const hasSpan = from !== '' || until !== '' || days.length > 0
  const wrong: [string, boolean][] = [
    ['organisation', organisations.every(({ id }) => id !== organisation)],
    ['place', where.place !== null && !gazetteer.find(where.place)],
    ['number', channel === 'call' && number !== '' && !isNumber(dialled(number))],
    ['from', isTimed && hasSpan && hoursOf(days, clockIn(from), clockIn(until)) === null],
    ['everyDays', !isTimed && everyDays !== '' && !(/^\d{1,2}$/.test(everyDays) && isRhythm(Number(everyDays)))],
  ]
  return wrong.filter(([, isSo]) => isSo).map(([field]) => field)
}

const isRhythm = (days: number): boolean => days >= 1 && days <= longestRhythm
