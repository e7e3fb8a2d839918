import type { Role } from '../../../core/case/actor.ts'
import type { Status } from '../../../core/case/status.ts'

/** Another case, as a link. */
export interface LinkedCase {
  reference: string
  grouped: string
}

/** How long one holder had the case while its person waited. */
export interface HolderLine {
  owner: { code: string; name: string | null }
  offered: boolean
  ms: number
  current: boolean
}

/** Readings of one person on one day, or one look at a number. */
export interface ReadLine {
  what: 'case' | 'contact'
  role: Role
  /** As the directory has it. */
  who: string
  from: string
  to: string
  count: number
  /** Why a number was shown; null where that is erased. */
  reason: string | null
}

/** Another case this person may open, about the same and of the same days. */
export interface AlikeLine extends LinkedCase {
  receivedAt: string
  status: Status
  sameWords: boolean
  /** This case may follow it. */
  leads: boolean
}

/** What the page tells of everybody else: who had the case, who opened it, who refused it, which cases are like it. */
export interface CaseTrail {
  holders: readonly HolderLine[]
  /** The last hand-over that came back, until somebody else has the case. */
  refusal: { organisation: string; at: string; returned: boolean; reason: string | null } | null
  /** S only; null for the others. `more`: there were earlier ones. */
  reads: { lines: readonly ReadLine[]; more: boolean } | null
  /** Waiting for the person: used so far, of the days there are; null where it never waited. */
  pause: { usedMs: number; days: number } | null
  alike: readonly AlikeLine[]
  alikeDays: number
  /** How often the person sent the same words again. */
  repeated: number
  /** So many this person dismissed within a day that a second one decides; null where they decide alone. */
  dismissedAlready: number | null
}
