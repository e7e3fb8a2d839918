import type { Programme } from '../../../core/operations/programme.ts'

export const organisationName = ({ organisations }: Pick<Programme, 'organisations'>, id: string): string =>
  organisations.find((one) => one.id === id)?.name ?? id

/** `organisation:x`, `region:y` or `person:z` by its name. */
export function nameOf(owner: string, programme: Pick<Programme, 'organisations' | 'clusters'>): string | null {
  const [kind, id] = owner.split(':')
  if (id === undefined) return null
  if (kind === 'region') return programme.clusters.find((one) => one.id === id)?.name ?? id
  return kind === 'organisation' ? organisationName(programme, id) : id
}
