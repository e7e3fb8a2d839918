import type { Role, Viewer } from '../../case/actor.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import { isAway } from '../../directory/absence.ts'
import { isInvited, isPseaDue, mayOpenAccount } from '../../directory/member.ts'
import { standInOf } from '../../directory/standing-in.ts'
import { type Pressing, pressing, type Todo } from '../../lists/pressing.ts'
import { rowTraits } from '../../lists/listed.ts'
import { type Row, rowMovedAt } from '../../lists/row.ts'
import { isSilent, silentDays } from '../../lists/silence.ts'
import type { DirectoryStore } from '../../ports/directory/directory.ts'
import type { Invitations } from '../../ports/directory/invitations.ts'
import type { GatewayWatch } from '../../ports/gateway-watch.ts'
import { isHandOver, ownQueue } from '../../routing/queue.ts'
import { troubledGateways } from '../notices/gateways/read-gateways.ts'
import { ownEntries } from '../intake/own-entries.ts'
import type { Needs } from '../needs.ts'
import { countLists, type ListNeeds } from './count-lists.ts'
import { allLists, listQueue } from './list-queue.ts'

type CountingNeeds = Needs &
  ListNeeds & {
    directory: Pick<DirectoryStore, 'members' | 'withResponsible'> & Invitations
    gatewayWatch: GatewayWatch
  }
type RowNeeds = Omit<CountingNeeds, 'figures' | 'directory' | 'gatewayWatch'>
type Counts = Partial<Record<Todo, number>>

/** What comes first stands at the top of a list; and so many rows are read where nothing is counted. */
const mostFirst = 50
const mostRows = 500

/** From counters, and the top of the list; null where these cannot be exact. */
async function counted(viewer: Viewer, needs: CountingNeeds): Promise<Counts | null> {
  const offers = allLists(viewer, needs).filter(isHandOver)
  const [counts, top, offered] = await Promise.all([
    countLists(viewer, { silentDays }, needs),
    listQueue(viewer, { after: null, limit: mostFirst }, needs),
    listQueue(viewer, { after: null, limit: mostFirst }, needs, offers),
  ])
  const first = top.rows.filter(({ rank }) => rank === 0).length
  return counts && { ...counts, first, offers: offered.rows.length }
}

const pairs: readonly Role[] = ['protection', 'integrity']

/** Row by row, as this viewer is shown them: the lists of pairs and of practice are short, and an authority is told no count of what is kept from it. */
async function rowByRow(viewer: Viewer, needs: RowNeeds): Promise<Counts | null> {
  const { rows, next } = await listQueue(viewer, { after: null, limit: mostRows }, needs)
  if (next !== null) return null
  const on = (at: string) => dayOf(needs.programme.calendar, at)
  const today = on(needs.now)
  const own = ownQueue(viewer)
  const count = (holds: (row: Row) => boolean) => rows.filter(holds).length
  const isFirst = ({ nextAction, rank }: Row) => (pairs.includes(viewer.role) ? nextAction === 'assess' : rank === 0)
  return {
    first: count(isFirst),
    offers: count(({ nextAction, owner }) => nextAction === 'accept' && owner === own),
    confirm: count(({ nextAction }) => nextAction.startsWith('confirm-')),
    refer: count(({ nextAction }) => nextAction === 'refer'),
    receipt: count(({ nextAction }) => nextAction === 'receipt'),
    mine: count(({ owner }) => owner === own),
    ...Object.fromEntries(traits.map((trait) => [trait, count(rowTraits[trait])])),
    late: count(({ dueAt }) => dueAt <= needs.now),
    today: count(({ dueAt }) => dueAt > needs.now && on(dueAt) === today),
    silent: count((row) => isSilent(on(rowMovedAt(row)), today, silentDays)),
  }
}
const traits = ['call', 'visit', 'new', 'unassigned', 'reopened'] as const

async function written(viewer: Viewer, needs: Needs): Promise<Counts> {
  const entries = await ownEntries(viewer, needs)
  return { ungiven: entries.filter(({ given }) => !given).length }
}

function partition<T>(all: readonly T[], holds: (one: T) => boolean): [T[], T[]] {
  const { true: yes = [], false: no = [] } = Object.groupBy(all, (one) => (holds(one) ? 'true' : 'false'))
  return [yes, no]
}

/** Who was invited and not told, or waits for a protocol; who is away with nobody in their place, which cluster has no focal point, who cannot be reached or was not trained. */
async function lacking(_: Viewer, { programme, directory, now }: CountingNeeds): Promise<Counts> {
  const [all, reached, kept] = await Promise.all([directory.members(), directory.withResponsible(), directory.invitations()]) // prettier-ignore
  const today = dayOf(programme.calendar, now)
  const members = all.filter(({ active }) => active)
  const [open, shut] = partition(members.filter(isInvited), (one) => mayOpenAccount(one, programme.organisations))
  const served = new Set(members.map(({ focalFor }) => focalFor))
  const organisations = programme.organisations.filter(({ active }) => active)
  const clusters = [
    ...programme.clusters.map(({ id }) => `region:${id}`),
    ...organisations.filter(({ kind }) => kind === 'cluster').map(({ id }) => `organisation:${id}`),
  ]
  return {
    uncovered: members.filter((one) => isAway(one.absence, today) && standInOf(one, all, today) === null).length,
    untold: programme.settings.consoleLink === null ? 0 : open.filter(({ id }) => kept.get(id)?.sentAt === null).length,
    unsigned: shut.length,
    vacant: clusters.filter((one) => !served.has(one)).length,
    unreachable: organisations.filter(({ id }) => !reached.has(id)).length,
    untrained: members.filter((one) => isPseaDue(one, today)).length,
  }
}

type Reads = (viewer: Viewer, needs: CountingNeeds) => Promise<Counts | null>

/** And the gateways, for whoever looks after them. */
const withGateways =
  (reads: Reads): Reads =>
  async (viewer, needs) => {
    const [counts, gateways] = await Promise.all([reads(viewer, needs), troubledGateways(needs)])
    return counts && { ...counts, gateways }
  }

const readers: Readonly<Record<Role, Reads>> = {
  'focal-point': counted,
  deputy: counted,
  'regional-cluster': counted,
  partner: counted,
  coordinator: withGateways(counted),
  authority: rowByRow,
  protection: rowByRow,
  integrity: rowByRow,
  relay: written,
  administrator: withGateways(lacking),
}

/** What presses most on somebody now; null where nothing exact can be said. */
export async function readPressing(viewer: Viewer, needs: CountingNeeds): Promise<Pressing[] | null> {
  const counts = await readers[viewer.role](viewer, needs)
  return counts && pressing(viewer.role, counts)
}

/** The same where nothing is counted, of few cases, for whoever has a list of them. */
export async function readPressingRows(viewer: Viewer, needs: RowNeeds): Promise<Pressing[] | null> {
  const counts = await rowByRow(viewer, needs)
  return counts && pressing(viewer.role, counts)
}
