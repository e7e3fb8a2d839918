import type { Role, Viewer } from '../../core/case/actor.ts'
import type { StaffServices } from '../wiring/services.ts'

/** Roles whose people must have given a second factor (design §6). */
const restricted: readonly Role[] = ['protection', 'integrity', 'administrator']

/** Who asks: the token says which person, the directory, read now, says everything else. Null for nobody we know. */
export async function viewerOf(
  authorization: string | undefined,
  { verify, directory, programme }: StaffServices,
): Promise<Viewer | null> {
  const [, token] = /^Bearer ([\w.~+/=-]+)$/.exec(authorization ?? '') ?? []
  const proved = token ? await verify(token) : null
  const person = proved && (await directory.person(proved.person))
  if (!proved || !person?.active) return null
  if (restricted.includes(person.role) && !proved.restricted) return null
  const own = programme.organisations.find(({ id }) => id === person.organisation)
  return {
    person: person.id,
    role: person.role,
    region: person.region,
    organisation: person.organisation,
    supervises: own?.supervises ?? [],
  }
}
