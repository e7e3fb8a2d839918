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
  /** E.164, of the person who gets the nudges; null until the organisation gives one. */
  responsiblePhone: string | null
  languages: readonly string[]
}
