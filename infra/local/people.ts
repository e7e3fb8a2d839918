import type { Role } from '../../core/case/actor.ts'
import { type Member, newMember } from '../../core/directory/member.ts'
import { isPair, type Seat } from '../../core/directory/seat.ts'
import type { DirectoryStore } from '../../core/ports/directory/directory.ts'
import { clusters } from '../../programme/clusters.ts'
import { localSignInFr } from '../../languages/fr/console/local-sign-in.ts'
import { organisations } from '../../programme/organisations.ts'

/** Roles whose people sign in through the restricted pool. */
export const restrictedRoles: readonly Role[] = ['protection', 'integrity', 'administrator']

/** Where a role belongs when nobody says. */
export const homes: Partial<Record<Role, { region?: string; organisation?: string }>> = {
  'regional-cluster': { region: 'gao' },
  partner: { organisation: 'ong-sante-gao' },
  authority: { region: 'gao', organisation: 'drs-gao' },
}

/** Two of those who decide in pairs. */
const inPairs: readonly Role[] = ['protection', 'integrity', 'coordinator', 'administrator']

const { roles, second } = localSignInFr

const plain = (role: Role): Member => newMember({ id: role, name: roles[role], role, ...homes[role] })
const ofRegion = ({ id, name }: { id: string; name: string }): Member => ({
  ...plain('regional-cluster'),
  id: `regional-cluster-${id}`,
  name: `${roles['regional-cluster']} ${name}`,
  region: id,
})
const ofOrganisation = ({ id, name }: { id: string; name: string }): Member => ({
  ...plain('partner'),
  id: `partner-${id}`,
  name,
  organisation: id,
})

/** People made ready on one machine, so that a newcomer can be each of them by a click. */
export const localPeople: readonly Member[] = [
  plain('focal-point'),
  plain('deputy'),
  ...clusters.map(ofRegion),
  ...organisations.filter(({ kind }) => kind !== 'authority').map(ofOrganisation),
  plain('authority'),
  plain('relay'),
  ...inPairs.flatMap((role) => [plain(role), { ...plain(role), id: `${role}-2`, name: `${roles[role]} ${second}` }]),
]

/** Nobody confirms anybody where nobody is real. */
const readyMade: Seat = { as: 'member', woman: null, how: 'ready-made', at: null }

export type PeopleStore = Pick<DirectoryStore, 'member' | 'write'>

/** Adds somebody, or changes what is said of them here: what the console knows besides (languages, absences) stays. */
export async function putMember(
  directory: PeopleStore,
  said: Pick<Member, 'id' | 'name' | 'role'> & Partial<Member>,
): Promise<void> {
  for (let written = 'conflict'; written !== 'done';) {
    const before = await directory.member(said.id)
    const version = before?.version ?? null
    const seat = { inPair: before?.inPair ?? (isPair(said.role) ? readyMade : null) }
    const member = newMember({ ...before, ...seat, ...said, version: (version ?? 0) + 1 })
    written = await directory.write({ person: { version, member }, audit: [] })
  }
}

/** Somebody of the directory, or one of the ready-made people, who is in it from then on. Whom it has is left as they are: a role that was taken away stays away. */
export async function present(
  id: string,
  directory: PeopleStore,
  people: readonly Member[] = localPeople,
): Promise<Member | null> {
  const known = id === '' ? null : await directory.member(id)
  const ready = people.find((one) => one.id === id)
  if (!known && ready) await putMember(directory, ready)
  return known ?? ready ?? null
}
