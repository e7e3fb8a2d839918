import type { CaseFile } from '../case/case-file.ts'
import type { Gazetteer, PlaceRef } from '../places/place.ts'

/** Named levels of the ladder (design §4). */
export const ladder = { organisation: 0, region: 1, national: 2, coordination: 3 } as const

/** The place a case is routed by: the confirmed one; before that, the one its words name if exactly one matches. */
export const routedPlace = (caseFile: CaseFile): PlaceRef | null => caseFile.place ?? caseFile.suggested.place

/**
 * The regional cluster that serves the case's place, or null where none does or the words name it: the national level then
 * stands in, in lists, queues, figures and on the ladder alike.
 */
export function regionOf(caseFile: CaseFile, gazetteer: Gazetteer): string | null {
  const place = routedPlace(caseFile)
  const region = place ? (gazetteer.find(place)?.region ?? null) : null
  return region && !caseFile.named.includes(`region:${region}`) ? region : null
}

/** One level up, skipping the region where no cluster serves the place; null at the top. */
export function levelAbove(caseFile: CaseFile, gazetteer: Gazetteer): number | null {
  const from = caseFile.escalationLevel
  if (from >= ladder.coordination) return null
  return from === ladder.organisation && !regionOf(caseFile, gazetteer) ? ladder.national : from + 1
}

/**
 * Whose turn it is: the queue the case stands in. One of `focal-point`, `region:<id>`, `organisation:<id>`, `coordination`,
 * `protection`, `integrity`. Every case has one (design §10, invariant 5).
 */
export function ownerOf(caseFile: CaseFile, gazetteer: Gazetteer): string {
  if (caseFile.lane === 'S2') return 'protection'
  if (caseFile.lane === 'S1') return 'integrity'
  // Unread for four hours, or undecided for a day, a possible S is protection's to read and to decide (design §4).
  if (caseFile.lane === 'P') return caseFile.alertedAt ? 'protection' : 'focal-point'
  if (caseFile.escalationLevel >= ladder.coordination) return 'coordination'
  if (caseFile.organisation) return `organisation:${caseFile.organisation}`
  const region = regionOf(caseFile, gazetteer)
  return caseFile.escalationLevel === ladder.region && region ? `region:${region}` : 'focal-point'
}

/** The region whose list shows the case: only once it was assessed or has escalated; `national` where no cluster serves the place. */
export function listedRegion(caseFile: CaseFile, gazetteer: Gazetteer): string {
  const shown = caseFile.assessedAt !== null || caseFile.escalationLevel > 0
  return shown ? (regionOf(caseFile, gazetteer) ?? 'national') : 'triage'
}
