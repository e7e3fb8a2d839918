import * as z from 'zod/mini'
import type { Viewer } from '../../case/actor.ts'
import { replacementRefused } from '../../directory/absence.ts'
import { pairOf } from '../../directory/bound.ts'
import { standInOf } from '../../directory/standing-in.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import type { Member } from '../../directory/member.ts'
import { auditLine, changesBetween, type DirectoryNeeds, type DirectoryOutcome } from './change.ts'
import { mayInDirectory } from './rights.ts'
import { tellPair } from './tell-pair.ts'

const Away = z.object({ fromOn: z.iso.date(), untilOn: z.iso.date(), deputy: z.string().check(z.maxLength(100)) })
const told = ['fromOn', 'untilOn', 'deputy'] as const

/** Nobody is away for longer: then the role goes to somebody else. */
const mostDays = 366

const mayChange = (viewer: Viewer, person: string): boolean =>
  mayInDirectory(viewer, 'edit') || (person === viewer.person && mayInDirectory(viewer, 'own-absence'))

/** Says from when to when somebody is away and who works for them; a null `body` takes it back. */
export async function saveAbsence(
  viewer: Viewer,
  { person, body, version }: { person: string; body: unknown; version: number },
  needs: DirectoryNeeds,
): Promise<DirectoryOutcome> {
  const { directory, programme, now } = needs
  const before = mayChange(viewer, person) ? await directory.member(person) : null
  if (!before) return { is: 'unknown' }
  const read = z.safeParse(z.nullable(Away), body)
  if (!read.success) return { is: 'invalid', fields: read.error.issues.map(({ path }) => String(path[0])) }
  if (before.version !== version) return { is: 'stale' }
  const pair = pairOf(before)
  // Who stands in opens the door: that is said by whoever is away, and by nobody for them.
  if (pair && person !== viewer.person) return { is: 'refused', why: 'pair-absence' }
  const absence = read.data
  if (absence) {
    const days = (Date.parse(absence.untilOn) - Date.parse(absence.fromOn)) / 86_400_000
    if (days < 0 || days > mostDays || absence.untilOn < dayOf(programme.calendar, now))
      return { is: 'refused', why: 'wrong-days', field: 'untilOn' }
    const deputy = await directory.member(absence.deputy)
    if (!deputy) return { is: 'refused', why: 'unknown-person', field: 'deputy' }
    const why = replacementRefused(before, deputy)
    if (why) return { is: 'refused', why, field: 'deputy' }
  }
  const nothing = { fromOn: null, untilOn: null, deputy: null }
  const changes = changesBetween<object & Record<(typeof told)[number], string | null>>(
    before.absence ?? nothing,
    absence ?? nothing,
    told,
  )
  if (changes.length === 0) return { is: 'done', id: person }
  if (pair) await tellPair(pair, `${person}-${version + 1}`, needs)
  const what = absence ? 'absence-set' : 'absence-ended'
  const written = await directory.write({
    person: { version, member: { ...before, absence, version: version + 1 } },
    audit: [auditLine(viewer, now, { what, about: `person:${person}`, changes })],
  })
  return written === 'conflict' ? { is: 'stale' } : { is: 'done', id: person }
}

/** May this person work for that one today? Asked again at every request. */
export const mayStandFor = (
  person: Pick<Member, 'id'>,
  absent: Member,
  members: readonly Member[],
  on: string,
): boolean => standInOf(absent, members, on)?.id === person.id

/** The colleagues somebody works for today. */
export const standableFor = (person: Member, members: readonly Member[], on: string): Member[] =>
  members.filter((absent) => mayStandFor(person, absent, members, on))
