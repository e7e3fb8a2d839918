import type { Viewer } from '../../case/actor.ts'
import type { PlaceRef } from '../../places/place-ref.ts'
import type { Ordinary } from '../../figures/facts.ts'
import { ladder } from '../../routing/owner.ts'
import type { Gazetteer } from '../../places/place.ts'
import type { Programme } from '../programme.ts'

/** Closed cases of lane N included. One of place, category and organisation says where to look, unless the viewer's own scope does. */
export interface Search {
  /** Days of receipt, both included. */
  fromOn: string
  untilOn: string
  place: PlaceRef | null
  category: string | null
  organisation: string | null
  status: Ordinary['status'] | null
  level: Ordinary['level'] | null
  channel: Ordinary['channel'] | null
  kind: Ordinary['kind'] | null
  /** The answer clock ran out. */
  late: boolean
  satisfaction: number | null
}

/** Why nothing was looked for. */
export type SearchFlaw = 'period-order' | 'period-long' | 'which'

/** Is there a period search for this role? S is found by its number only, and some roles open no case. */
export const searches = ({ role, region, organisation }: Viewer): boolean =>
  role === 'partner'
    ? organisation !== null
    : role === 'regional-cluster' || role === 'authority'
      ? region !== null
      : role === 'focal-point' || role === 'deputy' || role === 'coordinator'

/** A year, from a day to the same day. */
export const isTooLong = ({ fromOn, untilOn }: Search): boolean =>
  untilOn > `${Number(fromOn.slice(0, 4)) + 1}${fromOn.slice(4)}`

/** The partitions to look in, of one month; null when nothing says where. */
export function sources({ role, region, organisation }: Viewer, search: Search, programme: Programme) {
  if (role === 'partner') return [`organisation:${organisation ?? ''}`]
  if (region !== null && (role === 'regional-cluster' || role === 'authority')) return [`region:${region}`]
  if (search.organisation) return [`organisation:${search.organisation}`]
  // Nobody's, or kept from its own region, a case counts as national.
  if (search.place) {
    const served = programme.gazetteer.find(search.place)?.region
    return [...(served ? [`region:${served}`] : []), 'region:national']
  }
  const lists = ['triage', ...programme.clusters.map(({ id }) => id), 'national']
  return search.category ? lists.map((list) => `region:${list}`) : null
}

function isWithin(place: PlaceRef | null, around: PlaceRef, gazetteer: Gazetteer): boolean {
  for (let at = place; at; at = gazetteer.find(at)?.parent ?? null)
    if (at.system === around.system && at.code === around.code) return true
  return false
}

export const fits = (search: Search, gazetteer: Gazetteer) => (facts: Ordinary) =>
  facts.receivedOn >= search.fromOn &&
  facts.receivedOn <= search.untilOn &&
  (search.place === null || isWithin(facts.place, search.place, gazetteer)) &&
  (['category', 'organisation', 'status', 'level', 'channel', 'kind', 'satisfaction'] as const).every(
    (field) => search[field] === null || search[field] === facts[field],
  ) &&
  (!search.late || facts.late || facts.overdue)

/** Months of a period, the latest first. */
export function monthsOf({ fromOn, untilOn }: Search): string[] {
  const months: string[] = []
  for (let on = `${untilOn.slice(0, 7)}-01`; on.slice(0, 7) >= fromOn.slice(0, 7);) {
    months.push(on.slice(0, 7))
    const [year = 0, month = 0] = on.split('-').map(Number)
    on = month === 1 ? `${year - 1}-12-01` : `${year}-${String(month - 1).padStart(2, '0')}-01`
  }
  return months
}

/** One category of a region's month stands together, by day; so does an organisation's month. */
export function rangeOf(
  source: string,
  { fromOn, untilOn, category }: Search,
): { after: string | null; until?: string } {
  if (source.startsWith('organisation:')) return { after: fromOn, until: `${untilOn}$` }
  return category ? { after: `${category}#${fromOn}`, until: `${category}#${untilOn}$` } : { after: null }
}

/** What only escalation to the top lets a coordinator see; everybody else reads partitions of their own. */
export const isInReach = (viewer: Viewer, facts: Ordinary): boolean =>
  viewer.role !== 'coordinator' || facts.escalationLevel >= ladder.coordination
