import { words } from '../places/normalise.ts'
import type { PlaceRef } from '../places/place.ts'
import { pairNames } from './seat.ts'

/** A body that can answer for a case, or take it over. */
export interface Organisation {
  id: string
  name: string
  kind: (typeof organisationKinds)[number]
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
  /** False: gets no new case, keeps what it has. */
  active: boolean
  /** That it may be told what people said; until it is recorded, no account of its people opens (`mayOpenAccount`). */
  protocol?: Protocol | undefined
}

/** An information-sharing protocol: the day it was signed, and the account that recorded it here. */
export interface Protocol {
  on: string
  by: string
}

export const organisationKinds = ['ngo', 'health-facility', 'authority', 'cluster', 'un'] as const

/** The organisations a programme ships with, as the directory has changed them, and those it added. */
export function mergedOrganisations(
  shipped: readonly Organisation[],
  changed: readonly Organisation[],
): readonly Organisation[] {
  if (changed.length === 0) return shipped
  const byId = new Map(changed.map((organisation) => [organisation.id, organisation]))
  const known = new Set(shipped.map(({ id }) => id))
  return [...shipped.map((one) => byId.get(one.id) ?? one), ...changed.filter(({ id }) => !known.has(id))]
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

/** Who else has cases and hears of them by name, as an organisation does by its id: called so, it would hear what is theirs. */
const otherOwners: readonly string[] = [...pairNames, 'focal-point', 'coordination']

/** An id made of a name, unlike any there is. */
export function slugOf(name: string, taken: readonly Pick<Organisation, 'id'>[]): string {
  const plain =
    words(name)
      .join('-')
      .slice(0, 60)
      .replace(/^-+|-+$/g, '') || 'organisation'
  const isTaken = (id: string): boolean => otherOwners.includes(id) || taken.some((one) => one.id === id)
  for (let count = 1; ; count++) {
    const id = count === 1 ? plain : `${plain}-${count}`
    if (!isTaken(id)) return id
  }
}
