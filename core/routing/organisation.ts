import type { PlaceRef } from './place.ts'

/** A body that can answer for a case, or take it over. */
export interface Organisation {
  id: string
  name: string
  kind: 'ngo' | 'health-facility' | 'authority' | 'cluster' | 'un'
  /** Ids of the regional clusters where it works; empty: the whole country. */
  regions: readonly string[]
  /** Where exactly, when narrower than its regions. */
  places: readonly PlaceRef[]
  sectors: readonly string[]
  /** Ids of what it supervises: shut out, with it, from cases that name them (design §6). */
  supervises: readonly string[]
  /** Category codes it is mandated to take over (S levels); empty for all others. */
  mandatedFor: readonly string[]
  languages: readonly string[]
}

/** What supervises an organisation: it reports to these. */
export const supervisorsOf = (id: string, organisations: readonly Organisation[]): string[] =>
  organisations.filter(({ supervises }) => supervises.includes(id)).map((organisation) => organisation.id)

/** Does a case that names `named` keep this organisation out: because it is named itself, supervises what is, or reports to it? */
export function isShutOut(id: string, named: readonly string[], organisations: readonly Organisation[]): boolean {
  const supervised = organisations.find((organisation) => organisation.id === id)?.supervises ?? []
  const line = [id, ...supervised, ...supervisorsOf(id, organisations)]
  return line.some((one) => named.includes(`organisation:${one}`))
}
