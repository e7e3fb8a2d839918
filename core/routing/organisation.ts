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

/** Does a case that names `named` keep this organisation out: because it is named itself, or supervises what is? */
export function isShutOut(id: string, named: readonly string[], organisations: readonly Organisation[]): boolean {
  const supervised = organisations.find((organisation) => organisation.id === id)?.supervises ?? []
  return [id, ...supervised].some((one) => named.includes(`organisation:${one}`))
}
