import type { Role, Viewer } from '../../core/case/actor.ts'
import { supervisorsOf } from '../../core/routing/organisation.ts'
import type { StaffServices } from '../wiring/services.ts'

/** Roles whose people must have given a second factor (design §6). */
const restricted: readonly Role[] = ['protection', 'integrity', 'administrator']

/** Who a provider says somebody is, and whether they gave a second factor. */
interface Proved {
  person: string
  restricted: boolean
}

/** Who asks: the token says which person, the directory, read now, says everything else. Null for nobody we know. */
export async function viewerOf(authorization: string | undefined, services: StaffServices): Promise<Viewer | null> {
  const [, token] = /^Bearer ([\w.~+/=-]+)$/.exec(authorization ?? '') ?? []
  const proved = token ? await services.verify(token) : null
  const known = proved && (await knownPerson(proved, services))
  return known && known !== 'restricted' ? known.viewer : null
}

/** The directory's person behind a sign-in; `restricted` for one whose role needs the other pool, null for nobody we know. */
export async function knownPerson(
  proved: Proved,
  { directory, programme }: Pick<StaffServices, 'directory' | 'programme'>,
): Promise<{ viewer: Viewer; name: string } | 'restricted' | null> {
  const person = await directory.person(proved.person)
  if (!person?.active) return null
  if (restricted.includes(person.role) && !proved.restricted) return 'restricted'
  const own = programme.organisations.find(({ id }) => id === person.organisation)
  const viewer = {
    person: person.id,
    role: person.role,
    region: person.region,
    organisation: person.organisation,
    supervises: own?.supervises ?? [],
    reportsTo: person.organisation === null ? [] : supervisorsOf(person.organisation, programme.organisations),
  }
  return { viewer, name: person.name }
}
