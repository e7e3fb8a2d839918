import type { Role, Viewer } from '../case/actor.ts'

/** Whose cases somebody's figures are about. `all`: the country. A stub is a number a year, and nothing else. */
export type FiguresScope =
  { kind: 'all' } | { kind: 'region' | 'organisation'; id: string } | { kind: 'stub'; lane: 'S1' | 'S2' }

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

/** `region`: the one asked for, null for all there is. Null, as for a role without figures, where it is not theirs to ask for. */
export function figuresScope(
  viewer: Viewer,
  region: string | null,
  clusters: readonly { id: string }[],
): FiguresScope | null {
  const own = scopes[viewer.role](viewer)
  if (region === null || (own?.kind === 'region' && own.id === region)) return own
  return choosesRegion(viewer) && countedRegions(clusters).includes(region) ? { kind: 'region', id: region } : null
}
