import type { Gazetteer } from '../places/place.ts'
import type { WorkingCalendar } from './calendar.ts'
import type { Policy } from './policy.ts'
import type { QuietHours } from './quiet-hours.ts'
import type { ServiceStandards } from './service-standards.ts'

/** What the deadlines of a country depend on. */
export interface Rulebook {
  standards: { current: string; versions: Record<string, ServiceStandards> }
  calendar: WorkingCalendar
  gazetteer: Gazetteer
  /** At night a danger to life that is only possible reminds once. */
  settings: { quietHours: QuietHours }
}

/** The service standards a case was opened under. Throws when the programme no longer has them. */
export function standardsOf(rulebook: Rulebook, version: string): ServiceStandards {
  const standards = rulebook.standards.versions[version]
  if (!standards) throw new Error(`service standards ${version} are not in the programme`)
  return standards
}

/** What the clocks of a case are computed with today. */
export const policyOf = (rulebook: Rulebook, { standards }: { standards: string }): Policy => ({
  standards: standardsOf(rulebook, standards),
  calendar: rulebook.calendar,
})
