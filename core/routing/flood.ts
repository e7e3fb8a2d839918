import { words } from '../places/normalise.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { FloodSource } from '../case/codes.ts'

/** More than so many web forms of one source within so many hours are a flood. */
export type FloodRule = Readonly<Record<FloodSource, { most: number; hours: number }>>

/** What a form on the web tells of where it comes from. */
interface WebForm {
  /** E.164; null where none may be used. */
  phone: string | null
  /** As the entrance saw it, of IPv6 its network. */
  address: string
  text: string
}

/** Without capitals, accents, marks and figures: « message 12 » says what « Message 13 » does. */
const said = (text: string): string =>
  words(text)
    .filter((word) => !/\d/.test(word))
    .join(' ')

/**
 * What a form is counted under. Whoever gives a number is known by it alone: behind one address stand an operator's phones, or a camp, and alike
 * words of different phones are a wave of people, whatever address they share (`core/figures/waves.ts`).
 */
export function floodSources({ phone, address, text }: WebForm): { from: FloodSource; key: string }[] {
  if (phone !== null) return [{ from: 'phone', key: JSON.stringify(['flood', 'phone', phone]) }]
  return [
    { from: 'words', key: JSON.stringify(['flood', 'words', address, said(text)]) },
    { from: 'address', key: JSON.stringify(['flood', 'address', address]) },
  ]
}

const hourMs = 3_600_000

/** The stretch of so many hours in which an instant lies, counted from midnight UTC. */
export function floodWindow(now: string, hours: number): { from: string; until: string } {
  const from = Math.floor(Date.parse(now) / (hours * hourMs)) * hours * hourMs
  return { from: new Date(from).toISOString(), until: new Date(from + hours * hourMs).toISOString() }
}

/** Neither may its words mean S or a danger to life, nor could nobody read them. */
export const isSurelyOrdinary = ({ lane, suggested: { sensitive, level, unread } }: CaseFile): boolean =>
  lane === 'N' && !sensitive && !unread && level === undefined

/**
 * Does it stand with the others of its flood? Until a person has done anything about it or it has escalated, and never once its words may mean
 * more than an ordinary case.
 */
export const standsInFlood = (caseFile: CaseFile): boolean =>
  caseFile.flood !== null &&
  isSurelyOrdinary(caseFile) &&
  caseFile.status === 'received' &&
  caseFile.level === null &&
  caseFile.named.length === 0 &&
  caseFile.escalationLevel === 0 &&
  caseFile.mergedInto === null &&
  caseFile.dismissal === null
