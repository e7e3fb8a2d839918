import type { Role, Viewer } from '../case/actor.ts'
import type { Gazetteer } from '../places/place.ts'
import { PlaceRef } from '../places/place-ref.ts'

/**
 * Whose cases somebody's figures are about. `all`: the country. `cercle`, as `system:code` (`facts.ts`): of theirs, those of one cercle. A stub is a
 * number a year, and nothing else.
 */
export type FiguresScope =
  | { kind: 'all' }
  | { kind: 'region' | 'organisation'; id: string; cercle?: string }
  | { kind: 'stub'; lane: 'S1' | 'S2' }

const country = (): FiguresScope => ({ kind: 'all' })
const none = (): null => null
const region = ({ region: id }: Viewer): FiguresScope | null => (id === null ? null : { kind: 'region', id })

/** Which figures a role has (design §12). Null: none, and no page. */
const scopes: Record<Role, (viewer: Viewer) => FiguresScope | null> = {
  'focal-point': country,
  deputy: country,
  coordinator: country,
  administrator: country,
  'regional-cluster': region,
  authority: region,
  partner: ({ organisation: id }) => (id === null ? null : { kind: 'organisation', id }),
  protection: () => ({ kind: 'stub', lane: 'S2' }),
  integrity: () => ({ kind: 'stub', lane: 'S1' }),
  relay: none,
}
/**
 * Whoever may open every case of their scope learns nothing from its true numbers. What is kept from them is counted elsewhere
 * (`kept-from.ts`); an authority, the coordination and the administrator have figures of cases they may not open.
 */
const opening: readonly Role[] = ['focal-point', 'deputy', 'regional-cluster', 'partner']
export const opensAll = ({ role }: Viewer): boolean => opening.includes(role)

/** May somebody ask for one region of their scope? Whoever opens all of the country: to others, country and regions together would tell what is hidden in each. */
export const choosesRegion = (viewer: Viewer): boolean =>
  opensAll(viewer) && scopes[viewer.role](viewer)?.kind === 'all'

/** What is counted as a region beside the clusters' own. */
const outsideClusters = ['national', 'triage'] as const
export const countedRegions = (clusters: readonly { id: string }[]): string[] => [
  ...clusters.map(({ id }) => id),
  ...outsideClusters,
]

/** The place a cercle of the figures is, where there is such a place. */
export function cerclePlace(cercle: string, gazetteer: Gazetteer) {
  const [system, code] = cercle.split(':')
  const ref = PlaceRef.safeParse({ system, code })
  return ref.success ? gazetteer.find(ref.data) : undefined
}

/** Of which part of a scope; null: all of it. */
export interface ScopeAsked {
  region: string | null
  cercle: string | null
}

/**
 * What somebody asks for, as far as it is theirs to ask for; null where it is not, as for a role without figures. A cercle lies in a region's cases or in
 * an organisation's, and is asked for by whoever may open all of them.
 */
export function figuresScope(
  viewer: Viewer,
  { region, cercle }: ScopeAsked,
  { clusters, gazetteer }: { clusters: readonly { id: string }[]; gazetteer: Gazetteer },
): FiguresScope | null {
  const scope = regionAsked(viewer, region, clusters)
  if (cercle === null || scope === null) return scope
  const asksIt = choosesCercle(viewer, scope) && cerclePlace(cercle, gazetteer) !== undefined
  return asksIt ? { kind: scope.kind, id: scope.id, cercle } : null
}

/** May somebody ask for one cercle of these figures? */
export const choosesCercle = (viewer: Viewer, scope: FiguresScope): scope is Extract<FiguresScope, { id: string }> =>
  opensAll(viewer) && 'id' in scope

function regionAsked(viewer: Viewer, region: string | null, clusters: readonly { id: string }[]): FiguresScope | null {
  const own = scopes[viewer.role](viewer)
  if (region === null || (own?.kind === 'region' && own.id === region)) return own
  return choosesRegion(viewer) && countedRegions(clusters).includes(region) ? { kind: 'region', id: region } : null
}
