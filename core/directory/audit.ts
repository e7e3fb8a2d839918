import type { Role } from '../case/actor.ts'

/** What was changed in the directory, and what was searched: codes and days only, no number, and no person's name. */
export interface Change {
  field: string
  /** Null where it was, or is, nothing; and for what is never written down. */
  from: string | null
  to: string | null
}

export const auditWhats = [
  'person-added',
  'person-changed',
  'organisation-added',
  'organisation-changed',
  'responsible-set',
  'absence-set',
  'absence-ended',
  'presence-imported',
  'point-added',
  'point-changed',
  'points-imported',
  'cases-searched',
  'invitation-sent',
  'invitation-taken',
] as const

export interface AuditEntry {
  at: string
  by: { person: string; role: Role }
  what: (typeof auditWhats)[number]
  /** `person:<id>`, `organisation:<id>`, `point:<code>`, `presence` or `points`; `search`: who searched what stands in a list of its own. */
  about: string
  changes: readonly Change[]
}
