import { type CaseFile, mustActSince } from '../case/case-file.ts'
import type { WorkingCalendar } from './calendar.ts'
import { type Clock, endOf, type Policy } from './policy.ts'
import type { ServiceStandards, Standard } from './service-standards.ts'

/**
 * The levels a case nobody has assessed may turn out to have: what its words suggest is looked at as soon as that level is read. What
 * may be S has the span of S2, and so has what nobody here can read.
 */
export function possibleLevels(
  { lane, suggested }: Pick<CaseFile, 'lane' | 'suggested'>,
  { promised }: ServiceStandards,
) {
  return [...(lane === 'P' ? (['S2'] as const) : []), ...(suggested.level ? [suggested.level] : []), promised]
}

/**
 * Until somebody assesses it; opening a case is not deciding it. What a person chose at the door (key 4) is decided already: two trained
 * people read it, and the clock to refer runs from the start.
 */
export function assessing(caseFile: CaseFile, { standards, calendar }: Policy): Clock | null {
  const { lane, status, readAt, assessedAt, receivedAt, converted } = caseFile
  if (lane === 'S1' || lane === 'S2') {
    const { read } = standards.levels[caseFile.level ?? lane]
    return readAt ? null : { name: 'read', sinceAt: receivedAt, dueAt: endOf(receivedAt, read, calendar) }
  }
  if (assessedAt || status !== 'received') return null
  const ends = (sinceAt: string) =>
    possibleLevels(caseFile, standards)
      .map((level) => endOf(sinceAt, standards.levels[level].read, calendar))
      .reduce((first, end) => (end < first ? end : first))
  return { name: 'assess', ...fromConversion({ receivedAt, converted }, ends) }
}

/** The number of the rules that brought these clocks. */
const deciding = 2

/** A rule that came later makes no old case late at once: its clock starts at the conversion where it would lie before it. */
function fromConversion(
  { receivedAt, converted }: Pick<CaseFile, 'receivedAt' | 'converted'>,
  ends: (sinceAt: string) => string,
) {
  const own = { sinceAt: receivedAt, dueAt: ends(receivedAt) }
  const at = converted[deciding]
  return at !== undefined && own.dueAt <= at ? { sinceAt: at, dueAt: ends(at) } : own
}

/** A danger to life: until something is done, whoever has the case. */
export function acting(caseFile: CaseFile, standard: Standard, calendar: WorkingCalendar): Clock | null {
  const { act } = standard
  const since = mustActSince(caseFile)
  if (!act || since === null) return null
  const { converted } = caseFile
  return { name: 'act', ...fromConversion({ receivedAt: since, converted }, (at) => endOf(at, act, calendar)) }
}

/** By when it was to be read, as the receipt promises: reading is recorded and counted, and moves nothing. */
export const readDueAt = ({ receivedAt }: Pick<CaseFile, 'receivedAt'>, { standards, calendar }: Policy): string =>
  endOf(receivedAt, standards.levels[standards.promised].read, calendar)
