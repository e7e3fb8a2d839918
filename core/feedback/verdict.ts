import { complainant } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import { type Entry, entry } from '../case/history.ts'
import type { Gazetteer } from '../routing/place.ts'
import { ladder, regionOf } from '../routing/owner.ts'

/** One level up, skipping the region where no cluster serves the place; null at the top. */
export function levelAbove(caseFile: CaseFile, gazetteer: Gazetteer): number | null {
  const from = caseFile.escalationLevel
  if (from >= ladder.coordination) return null
  return from === ladder.organisation && !regionOf(caseFile, gazetteer) ? ladder.national : from + 1
}

/**
 * What "1", "2" or "3" does to an answered case: "3" reopens it one level up by itself; at the top a further "3" closes it as
 * *en désaccord* and says so (design §4). Empty when no answer is waiting for a verdict.
 */
export function afterVerdict(caseFile: CaseFile, score: 1 | 2 | 3, gazetteer: Gazetteer, now: string): Entry[] {
  if (caseFile.status !== 'answered') return []
  const told: Entry[] = caseFile.told ? [] : [entry('told', now, complainant, { how: 'sms' })]
  const said = [...told, entry('satisfied', now, complainant, { score })]
  return score === 3 ? [...said, ...reopening(caseFile, gazetteer, now)] : said
}

/** An appeal within the window: the same as "not solved". */
export function reopening(caseFile: CaseFile, gazetteer: Gazetteer, now: string): Entry[] {
  const to = levelAbove(caseFile, gazetteer)
  return to === null
    ? [entry('closed', now, complainant, { how: 'disagreed', outcome: caseFile.answer?.outcome })]
    : [entry('reopened', now, complainant, { to })]
}
