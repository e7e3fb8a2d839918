import type { Viewer } from '../../case/actor.ts'
import type { Row } from '../../lists/row.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import { listQueue } from './list-queue.ts'
import { listCounter, listedRow, listFields } from '../../lists/listed.ts'
import { floodList, handOverQueue, type QueueName } from '../../routing/queue.ts'
import { type ListNeeds, rowsAside } from './count-lists.ts'

/** What somebody has to do: cases not closed, those of them found late, and the month in which the oldest came. */
export interface Load {
  id: string
  open: number
  late: number
  oldest: string | null
}
export interface Workload {
  /** Whose turn it is (`routing/owner.ts`), and on how many cases; `organisations`: all of them together. */
  turns: { owner: string; open: number }[]
  regions: Load[]
  /** `inactive`: it gets nothing new, and what it still has should go to somebody else. */
  organisations: (Load & { inactive: boolean })[]
}

/** Who sees how much everybody has: all of it, or of their region. */
const seesAll = ({ role }: Viewer): boolean => role === 'focal-point' || role === 'deputy'
export const seesWorkload = (viewer: Viewer): boolean =>
  seesAll(viewer) || (viewer.role === 'regional-cluster' && viewer.region !== null)

/** Rows of a region that are read to say who has them; beyond, nothing exact is said. */
const mostRows = 1000

interface Part {
  id: string
  lists: readonly QueueName[]
}

const sincePrefix = listFields.since('')

/**
 * Whose turn it is, and open, late and oldest of each list by region and of each organisation, from counters and, for cases that name somebody, as this
 * viewer may see them. Null where too many stand aside to be read.
 */
export async function workload(viewer: Viewer, needs: ListNeeds): Promise<Workload | null> {
  if (!seesAll(viewer)) return ofRegion(viewer, needs)
  const { programme, figures } = needs
  const inRegions = ['triage', ...programme.clusters.map(({ id }) => id), 'national'].map((id): Part => ({
    id,
    // What came as a flood waits to be read like the rest.
    lists: (id === 'triage' ? [id, floodList] : [id]).map((name) => ({ index: 'region', lane: 'N', name })),
  }))
  const ofOrganisations = programme.organisations.map(({ id }): Part => ({
    id,
    lists: [`organisation:${id}`, handOverQueue(id)].map((name) => ({ index: 'owner', lane: 'N', name })),
  }))
  const atTop: Part = { id: 'coordination', lists: [{ index: 'owner', lane: 'N', name: 'coordination' }] }
  const lists = [...inRegions, ...ofOrganisations, atTop].flatMap((part) => part.lists)
  const keys = lists.map((list) => ({ group: 'live', name: listCounter(list) }))
  const counters = new Map((await figures.counters(keys)).map((fields, at) => [keys[at]?.name, fields]))
  const loadOf = async ({ id, lists: own }: Part) => {
    const aside = await rowsAside(viewer, own, needs)
    if (aside === null) return null
    const counted = own.map((list) => counters.get(listCounter(list)) ?? {})
    const rows = aside.map((row) => listedRow(row, programme.calendar))
    const sum = (field: string) => counted.reduce((all, counter) => all + (counter[field] ?? 0), 0)
    const months = counted.flatMap((counter) =>
      Object.keys(counter).flatMap((field) => (field.startsWith(sincePrefix) ? field.slice(sincePrefix.length) : [])),
    )
    const oldest = [...months, ...rows.map(({ receivedOn }) => receivedOn.slice(0, 7))].toSorted()[0]
    const late = sum(listFields.late) + rows.filter((row) => row.late).length
    const load: Load = { id, open: sum(listFields.all) + rows.length, late, oldest: oldest ?? null }
    const turnOf = (owner: string) => sum(listFields.owner(owner)) + rows.filter((row) => row.owner === owner).length
    return { load, turnOf }
  }
  const read = await Promise.all([
    Promise.all(inRegions.map(loadOf)),
    Promise.all(ofOrganisations.map(loadOf)),
    loadOf(atTop),
  ])
  const [byRegion, byOrganisation] = [known(read[0]), known(read[1])]
  if (byRegion === null || byOrganisation === null || read[2] === null) return null
  const turn = (owner: string) => ({ owner, open: byRegion.reduce((all, { turnOf }) => all + turnOf(owner), 0) })
  const inactive = new Set(programme.organisations.flatMap(({ id, active }) => (active ? [] : id)))
  return {
    turns: [
      ...['focal-point', ...programme.clusters.map(({ id }) => `region:${id}`)].map(turn),
      { owner: 'organisations', open: byOrganisation.reduce((all, { load }) => all + load.open, 0) },
      { owner: 'coordination', open: read[2].load.open },
    ],
    regions: byRegion.map(({ load }) => load),
    organisations: byOrganisation.flatMap(({ load }) =>
      load.open > 0 ? { ...load, inactive: inactive.has(load.id) } : [],
    ),
  }
}

/** Of one region: what each organisation has of its cases, row by row, as they stand in its own list. */
async function ofRegion(viewer: Viewer, needs: ListNeeds): Promise<Workload | null> {
  const { rows, next } = await listQueue(viewer, { after: null, limit: mostRows }, needs)
  if (next !== null) return null
  const load = (id: string, own: readonly Row[]): Load => ({
    id,
    open: own.length,
    late: own.filter(({ dueAt }) => dueAt <= needs.now).length,
    oldest: own.map(({ receivedAt }) => dayOf(needs.programme.calendar, receivedAt).slice(0, 7)).toSorted()[0] ?? null,
  })
  const turns = [...Map.groupBy(rows, ({ owner }) => owner)].map(([owner, own]) => ({ owner, open: own.length }))
  const inactive = new Set(needs.programme.organisations.flatMap(({ id, active }) => (active ? [] : id)))
  const organisations = [...Map.groupBy(rows, ({ organisation }) => organisation)].flatMap(([id, own]) =>
    id === null ? [] : [{ ...load(id, own), inactive: inactive.has(id) }],
  )
  return {
    turns: turns.sort((a, b) => b.open - a.open),
    regions: [load(viewer.region ?? '', rows)],
    organisations: organisations.sort((a, b) => b.late - a.late || b.open - a.open),
  }
}

const known = <Read>(all: readonly (Read | null)[]): Read[] | null => {
  const there = all.filter((one) => one !== null)
  return there.length === all.length ? there : null
}
