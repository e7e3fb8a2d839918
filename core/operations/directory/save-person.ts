import * as z from 'zod/mini'
import { Role, type Viewer } from '../../case/actor.ts'
import type { Member } from '../../directory/member.ts'
import { mayRead } from '../../directory/readers.ts'
import { plainName } from '../../places/plain-name.ts'
import { boundField, pairOf, readsMore } from '../../directory/bound.ts'
import { leavingRefused } from '../../directory/pair.ts'
import { recordAfter } from '../../directory/pair-record.ts'
import { isPair } from '../../directory/seat.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import { readPair, withChanged } from './pair-change.ts'
import { tellOfAdministrator, tellOfReader, tellPair } from './tell-pair.ts'
import { auditLine, changesBetween, type DirectoryNeeds, type DirectoryOutcome } from './change.ts'
import { mayInDirectory } from './rights.ts'

const Day = z.iso.date()
const Code = z.string().check(z.maxLength(80))
const Person = z.object({
  id: z.string().check(z.regex(/^[a-z0-9][\w.@:-]{0,99}$/i)),
  name: z.string().check(z.overwrite(plainName), z.trim(), z.minLength(1), z.maxLength(80)),
  role: Role,
  region: z.nullable(Code),
  organisation: z.nullable(Code),
  languages: z.array(Code).check(z.maxLength(20)),
  focalFor: z.nullable(z.string().check(z.regex(/^(region|organisation):[\w-]{1,80}$/))),
  pseaOn: z.nullable(Day),
  readerOf: z.array(z.string().check(z.maxLength(10))).check(z.maxLength(20)),
  active: z.boolean(),
})

/** What is told of a person in the audit list: their name is no code, so only that it changed. */
const told = [
  'name',
  'role',
  'region',
  'organisation',
  'languages',
  'focalFor',
  'pseaOn',
  'readerOf',
  'active',
] as const

const needsRegion: readonly Role[] = ['regional-cluster']
const needsOrganisation: readonly Role[] = ['partner', 'authority']

/**
 * Adds somebody, or changes what the directory says of them; `version` is what the administrator saw, null for somebody new. `ends`: their
 * sessions must end. Nobody takes their own role or access away, so that one administrator always stays.
 */
export async function savePerson(
  viewer: Viewer,
  { body, version, mailKey = null }: { body: unknown; version: number | null; mailKey?: string | null },
  needs: DirectoryNeeds,
): Promise<DirectoryOutcome & { ends?: boolean }> {
  if (!mayInDirectory(viewer, 'edit')) return { is: 'unknown' }
  const read = z.safeParse(Person, body)
  if (!read.success) return { is: 'invalid', fields: read.error.issues.map(({ path }) => String(path[0])) }
  const { directory, programme, now } = needs
  const person = read.data
  const before = await directory.member(person.id)
  if (version === null && before) return { is: 'refused', why: 'taken', field: 'id' }
  if (version !== null && !before) return { is: 'unknown' }
  if (before && before.version !== version) return { is: 'stale' }
  if (person.id === viewer.person && (person.role !== before?.role || !person.active))
    return { is: 'refused', why: 'own-role', field: 'role' }
  if (isPair(person.role) && person.role !== before?.role) return { is: 'refused', why: 'pair-door', field: 'role' }
  const leaves = before?.active === true && before.inPair !== null && (person.role !== before.role || !person.active)
  const left = leaves && isPair(before.role) ? await readPair(before.role, needs) : null
  const whyNot = left && before && leavingRefused(before, left.record.pair, left.members)
  if (whyNot) return { is: 'refused', why: whyNot, field: person.active ? 'role' : 'active' }
  const bound = before && !leaves && boundField(before, person)
  if (bound) return { is: 'refused', why: 'pair-bound', field: bound }
  if (person.pseaOn !== null && person.pseaOn > dayOf(programme.calendar, now))
    return { is: 'invalid', fields: ['pseaOn'] }
  if (!mayRead(person)) return { is: 'refused', why: 'never-reader', field: 'readerOf' }
  if (needsRegion.includes(person.role) && person.region === null)
    return { is: 'refused', why: 'region-needed', field: 'region' }
  if (needsOrganisation.includes(person.role) && person.organisation === null)
    return { is: 'refused', why: 'organisation-needed', field: 'organisation' }
  if (person.region !== null && !programme.clusters.some(({ id }) => id === person.region))
    return { is: 'invalid', fields: ['region'] }
  if (person.organisation !== null && !programme.organisations.some(({ id }) => id === person.organisation))
    return { is: 'refused', why: 'unknown-organisation', field: 'organisation' }
  const { absence = null, inPair = null, proposedTo = null } = before ?? {}
  const next = (before?.version ?? 0) + 1
  const administers = person.active && person.role === 'administrator'
  const administered = before?.active === true && before.role === 'administrator'
  const member: Member = {
    ...person,
    absence,
    underProtocol: before?.underProtocol ?? true,
    mailKey: before?.mailKey ?? mailKey,
    inPair: leaves ? null : inPair,
    proposedTo,
    administersSince: administers ? (administered ? before.administersSince : now) : null,
    version: next,
  }
  const changes = changesBetween<Member>(before, member, told, ['name'])
  if (changes.length === 0) return { is: 'done', id: person.id }
  const pair = before && pairOf(before)
  if (pair) await tellPair(pair, `${person.id}-${next}`, needs)
  if (readsMore(before, member)) await tellOfReader(`${person.id}-${next}`, needs)
  // Told first, as a seat is.
  if (administers && !administered) await tellOfAdministrator(`${person.id}-${next}`, needs)
  const what = before ? 'person-changed' : 'person-added'
  const written = await directory.write({
    person: { version, member },
    ...(left ? { pair: recordAfter(left.record, withChanged(left.members, member), now) } : {}),
    administrator: viewer.person,
    audit: [auditLine(viewer, now, { what, about: `person:${person.id}`, changes })],
  })
  if (written === 'conflict') return { is: 'stale' }
  return { is: 'done', id: person.id, ends: before?.active === true && !member.active }
}
