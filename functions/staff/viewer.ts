import type { Role, Viewer } from '../../core/case/actor.ts'
import { dayOf } from '../../core/deadlines/calendar.ts'
import { readsOn } from '../../core/directory/readers.ts'
import { mayStandFor } from '../../core/operations/directory/save-absence.ts'
import { isPseaDue, mayOpenAccount, type Member } from '../../core/directory/member.ts'
import { isKeptOut } from '../../core/directory/pair.ts'
import { isPair } from '../../core/directory/seat.ts'
import { supervisorsOf } from '../../core/directory/organisation.ts'
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
  return known !== null && typeof known !== 'string' ? known.viewer : null
}

/** Somebody signed in, as the directory has them now; `standing`: the absent colleague whose work they do. */
interface Known {
  viewer: Viewer
  name: string
  standing: { person: string; name: string } | null
}

type KnownNeeds = Pick<StaffServices, 'directory' | 'refreshProgramme' | 'programme' | 'nowAt'>

/**
 * The directory's person behind a sign-in; `restricted` for one whose role needs the other pool, `protocol` for one whose organisation has
 * none recorded yet, `pair` for one whose seat waits, or whose training lapsed while a colleague's holds; null for nobody we know.
 */
export async function knownPerson(
  proved: Proved & { standsFor?: string | null },
  services: KnownNeeds,
): Promise<Known | 'restricted' | 'protocol' | 'pair' | null> {
  const { directory, refreshProgramme, programme, nowAt } = services
  const { standsFor = null } = proved
  const [person, known] = await Promise.all([
    directory.member(proved.person),
    standsFor === null ? null : directory.members(),
    refreshProgramme(),
  ])
  if (!person?.active) return null
  if (restricted.includes(person.role) && !proved.restricted) return 'restricted'
  if (!mayOpenAccount(person, programme.organisations)) return 'protocol'
  const today = dayOf(programme.calendar, nowAt())
  const asksAll = isPair(person.role) && (isPseaDue(person, today) || person.inPair?.leavingAt != null)
  const members = known ?? (asksAll ? await directory.members() : [])
  if (isKeptOut(person, members, today)) return 'pair'
  const absent = members.find(({ id }) => id === standsFor)
  const supervised = (id: string | null) => programme.organisations.find((one) => one.id === id)?.supervises ?? []
  const over = (id: string) => supervisorsOf(id, programme.organisations)
  // What somebody can read is their own, whosever work they do.
  const readerOf = readsOn(person, today)
  const as = ({ role, region, organisation }: Pick<Member, 'role' | 'region' | 'organisation'>): Viewer => ({
    person: person.id,
    role,
    region,
    organisation,
    supervises: supervised(organisation),
    reportsTo: organisation === null ? [] : over(organisation),
    ...(readerOf.length > 0 ? { readerOf } : {}),
  })
  // The absence ended, somebody took it back, or who was chosen is there again: they are themselves again.
  if (!absent || !mayStandFor(person, absent, members, today))
    return { viewer: as(person), name: person.name, standing: null }
  const { organisation, region } = person
  const ties = [
    ...[`person:${absent.id}`, ...(region === null ? [] : [`region:${region}`])],
    ...(organisation === null ? [] : [organisation, ...supervised(organisation), ...over(organisation)]).map(
      (id) => `organisation:${id}`,
    ),
  ]
  const viewer = { ...as(absent), standsFor: { person: absent.id, ties, ownRole: person.role } }
  return { viewer, name: person.name, standing: { person: absent.id, name: absent.name } }
}
