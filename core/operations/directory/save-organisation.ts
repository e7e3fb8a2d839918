import * as z from 'zod/mini'
import type { Viewer } from '../../case/actor.ts'
import { dayOf } from '../../deadlines/working-calendar.ts'
import { organisationKinds, type Organisation, type Protocol, slugOf } from '../../directory/organisation.ts'
import { plainName } from '../../places/plain-name.ts'
import type { Vault } from '../../ports/vault.ts'
import { sealedContact } from '../sealed.ts'
import { isPair } from '../notices/owner-load.ts'
import { responsibleOf } from '../notices/address.ts'
import { auditLine, changesBetween, type DirectoryNeeds, type DirectoryOutcome } from './change.ts'
import { mayInDirectory } from './rights.ts'

const Codes = z.array(z.string().check(z.maxLength(80))).check(z.maxLength(300))
const Fields = z.object({
  name: z.string().check(z.overwrite(plainName), z.trim(), z.minLength(1), z.maxLength(120)),
  kind: z.enum(organisationKinds),
  regions: Codes,
  sectors: Codes,
  supervises: Codes,
  mandatedFor: Codes,
  languages: Codes.check(z.minLength(1)),
  active: z.boolean(),
  protocolOn: z.nullable(z.iso.date()),
})

const told = [
  'name',
  'kind',
  'regions',
  'sectors',
  'supervises',
  'mandatedFor',
  'languages',
  'active',
  'protocolOn',
] as const

/** As the list of changes says it: the day alone. */
const withDay = (one: Organisation) => ({ ...one, protocolOn: one.protocol?.on ?? null })

/** `id` null adds one. `version`: of the whole list, as this person saw it. */
export async function saveOrganisation(
  viewer: Viewer,
  { id, body, version }: { id: string | null; body: unknown; version: number },
  { directory, programme, now }: DirectoryNeeds,
): Promise<DirectoryOutcome> {
  if (!mayInDirectory(viewer, 'edit')) return { is: 'unknown' }
  const { organisations } = programme
  const before = id === null ? null : organisations.find((one) => one.id === id)
  if (before === undefined) return { is: 'unknown' }
  const read = z.safeParse(Fields, body)
  if (!read.success) return { is: 'invalid', fields: read.error.issues.map(({ path }) => String(path[0])) }
  const isKnown = (one: string): boolean => one !== id && organisations.some((other) => other.id === one)
  if (!read.data.supervises.every(isKnown)) return { is: 'invalid', fields: ['supervises'] }
  const overlay = await directory.overlay()
  if (overlay.version !== version) return { is: 'stale' }
  const { protocolOn, ...said } = read.data
  if (protocolOn !== null && protocolOn > dayOf(programme.calendar, now))
    return { is: 'invalid', fields: ['protocolOn'] }
  const isKept = protocolOn === (before?.protocol?.on ?? null)
  const signed: Protocol | undefined = protocolOn === null ? undefined : { on: protocolOn, by: viewer.person }
  const after: Organisation = {
    places: [],
    ...before,
    ...said,
    id: before?.id ?? slugOf(said.name, organisations),
    protocol: isKept ? before?.protocol : signed,
  }
  const changes = changesBetween(before && withDay(before), withDay(after), told)
  if (changes.length === 0) return { is: 'done', id: after.id }
  const others = overlay.organisations.filter((one) => one.id !== after.id)
  const what = before ? 'organisation-changed' : 'organisation-added'
  const written = await directory.write({
    overlay: { version, organisations: [...others, after] },
    administrator: viewer.person,
    audit: [auditLine(viewer, now, { what, about: `organisation:${after.id}`, changes })],
  })
  return written === 'conflict' ? { is: 'stale' } : { is: 'done', id: after.id }
}

interface Sealing {
  vault: Pick<Vault, 'seal'>
  toPhone: (written: string) => string | null
}

/** The number of whoever answers for an organisation: sealed, never shown again, taken away by an empty one. */
export async function saveResponsible(
  viewer: Viewer,
  { organisation, phone }: { organisation: string; phone: string },
  { directory, programme, now, vault, toPhone }: DirectoryNeeds & Sealing,
): Promise<DirectoryOutcome> {
  const known = isPair(organisation) || programme.organisations.some(({ id }) => id === organisation)
  if (!mayInDirectory(viewer, 'edit') || !known) return { is: 'unknown' }
  const number = phone.trim() === '' ? null : toPhone(phone.trim())
  if (phone.trim() !== '' && number === null) return { is: 'refused', why: 'no-phone', field: 'phone' }
  const owner = responsibleOf(organisation)
  const sealedPhone = number === null ? null : await vault.seal('general', owner, sealedContact(number))
  const changes = [{ field: 'phone', from: null, to: number === null ? 'removed' : 'given' }]
  const about = `organisation:${organisation}`
  const written = await directory.write({
    responsible: { organisation, sealedPhone },
    administrator: viewer.person,
    audit: [auditLine(viewer, now, { what: 'responsible-set', about, changes })],
  })
  return written === 'conflict' ? { is: 'stale' } : { is: 'done', id: organisation }
}
