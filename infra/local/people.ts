import { sealedContact } from '../../core/operations/sealed.ts'
import { responsibleOf } from '../../core/operations/notices/address.ts'
import { fileVault } from '../../adapters/vault/file-vault.ts'
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

/** Nobody confirms anybody where nobody is real. */
export const readyMade: Seat = { as: 'member', woman: null, how: 'ready-made', at: null, leavingAt: null }

const plain = (role: Role): Member =>
  newMember({ id: role, name: roles[role], role, inPair: isPair(role) ? readyMade : null, ...homes[role] })
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

export type PeopleStore = Pick<DirectoryStore, 'member' | 'write'>

/** Adds somebody, or changes what is said of them here: what the console knows besides (languages, absences) stays. */
export async function putMember(
  directory: PeopleStore,
  said: Pick<Member, 'id' | 'name' | 'role'> & Partial<Member>,
): Promise<void> {
  for (let written = 'conflict'; written !== 'done';) {
    const before = await directory.member(said.id)
    const version = before?.version ?? null
    const member = newMember({ ...before, ...said, version: (version ?? 0) + 1 })
    written = await directory.write({ person: { version, member }, audit: [] })
  }
}

/**
 * Puts those ready-made people into the directory whom it does not have: whoever signs in later creates nobody. `on`: the day they were
 * trained. Without `pairs` nobody is laid out who opens protection or integrity.
 */
export async function layOutPeople(
  directory: PeopleStore & Pick<DirectoryStore, 'members'>,
  { on, pairs }: { on: string; pairs: boolean },
): Promise<void> {
  const known = new Set((await directory.members()).map(({ id }) => id))
  const missing = localPeople.filter(({ id, role }) => !known.has(id) && (pairs || !isPair(role)))
  await Promise.all(missing.map((one) => putMember(directory, { ...one, ...(isPair(one.role) ? { pseaOn: on } : {}) })))
}

/** The example partner's responsible person, at a placeholder number of this machine's fake gateway. */
export async function exampleResponsible(directory: DirectoryStore, keyFile: string): Promise<void> {
  const organisation = 'ong-sante-gao'
  if (await directory.responsible(organisation)) return
  const vault = fileVault({ path: keyFile, mayOpen: [] })
  const sealedPhone = await vault.seal('general', responsibleOf(organisation), sealedContact('+22370000090'))
  await directory.write({ responsible: { organisation, sealedPhone }, audit: [] })
}
