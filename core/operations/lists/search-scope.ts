import type { Viewer } from '../../case/actor.ts'
import type { PlaceRef } from '../../places/place-ref.ts'
import { type Ordinary, unknown } from '../../figures/facts.ts'
import { addDaysOn } from '../../deadlines/instant.ts'
import { ladder } from '../../routing/owner.ts'
import type { Gazetteer } from '../../places/place.ts'
import type { Programme } from '../programme.ts'

/** A place with all that lies in it, or one village of it alone. */
export interface SearchedPlace {
  place: PlaceRef
  village: PlaceRef | null
}

/** Closed cases of lane N included. Days alone are enough; all else narrows. */
export interface Search {
  /** Days of receipt, both included. */
  fromOn: string
  untilOn: string
  /** Several bear one name, and a half-remembered name means any of them; none: wherever it was. */
  places: readonly SearchedPlace[]
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
export type SearchFlaw = 'period-order' | 'period-long'

/** Is there a period search for this role? S is found by its number only, and some roles open no case. */
export const searches = ({ role, region, organisation }: Viewer): boolean =>
  role === 'partner'
    ? organisation !== null
    : role === 'regional-cluster' || role === 'authority'
      ? region !== null
      : role === 'focal-point' || role === 'deputy' || role === 'coordinator'

/** As long before and after a day as a search may look. */
export const yearBefore = (on: string): string => addDaysOn(on, -365)
export const yearAfter = (on: string): string => addDaysOn(on, 365)

/** A year, from a day to the same day. */
export const isTooLong = ({ fromOn, untilOn }: Search): boolean =>
  untilOn > `${Number(fromOn.slice(0, 4)) + 1}${fromOn.slice(4)}`

/** The partitions of one month, and the part of each, that may hold what is looked for. */
export interface Stretch {
  whose: string
  /** In a region's partition one category stands together; null is all of it. */
  category: string | null
}

export function stretches(viewer: Viewer, search: Search, programme: Programme): Stretch[] {
  // What nobody has assessed stands under what its words suggest; under none where they suggest nothing, or where it was counted before they did.
  const categories = search.category === null ? [null] : [search.category, unknown]
  return sources(viewer, search, programme).flatMap((whose) =>
    whose.startsWith('organisation:')
      ? [{ whose, category: null }]
      : categories.map((category) => ({ whose, category })),
  )
}

function sources({ role, region, organisation }: Viewer, search: Search, programme: Programme): string[] {
  if (role === 'partner') return [`organisation:${organisation ?? ''}`]
  if (region !== null && (role === 'regional-cluster' || role === 'authority')) return [`region:${region}`]
  if (search.organisation) return [`organisation:${search.organisation}`]
  const served = search.places.map(({ place }) => programme.gazetteer.find(place)?.region ?? null)
  const regions = search.places.length > 0 ? served : programme.clusters.map(({ id }) => id)
  // Nobody's, or kept from its own region, a case counts as national.
  const lists = new Set(['triage', ...regions, 'national'])
  return [...lists].flatMap((list) => (list === null ? [] : [`region:${list}`]))
}

function isWithin(place: PlaceRef | null, around: PlaceRef, gazetteer: Gazetteer): boolean {
  for (let at = place; at; at = gazetteer.find(at)?.parent ?? null)
    if (at.system === around.system && at.code === around.code) return true
  return false
}

export const fits = (search: Search, gazetteer: Gazetteer) => (facts: Ordinary) =>
  facts.receivedOn >= search.fromOn &&
  facts.receivedOn <= search.untilOn &&
  (search.places.length === 0 ||
    search.places.some(({ place, village }) =>
      village
        ? facts.village?.system === village.system && facts.village.code === village.code
        : isWithin(facts.place ?? facts.suggested?.place ?? null, place, gazetteer),
    )) &&
  (search.category === null ||
    search.category === (facts.category === unknown ? facts.suggested?.category : facts.category)) &&
  (['organisation', 'status', 'level', 'channel', 'kind', 'satisfaction'] as const).every(
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
  { whose, category }: Stretch,
  { fromOn, untilOn }: Search,
): { after: string | null; until?: string } {
  if (whose.startsWith('organisation:')) return { after: fromOn, until: `${untilOn}$` }
  return category ? { after: `${category}#${fromOn}`, until: `${category}#${untilOn}$` } : { after: null }
}

/** What only escalation to the top lets a coordinator see, and only an assessment an authority; everybody else reads partitions of their own. */
export const isInReach = ({ role }: Viewer, { escalationLevel, level }: Ordinary): boolean =>
  (role !== 'coordinator' || escalationLevel >= ladder.coordination) && (role !== 'authority' || level !== 'unassessed')
