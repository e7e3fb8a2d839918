import type { AuditEntry } from '../../directory/audit.ts'
import type { Invitation } from '../../directory/invitation.ts'
import type { Member } from '../../directory/member.ts'
import type { Organisation } from '../../directory/organisation.ts'
import type { PairRecord } from '../../directory/pair-record.ts'
import type { Presence } from '../../directory/presence.ts'
import type { PointTable } from './intake-points.ts'

/** Organisations the directory added to those the programme ships with, or changed: whole, by id. */
export interface Overlay {
  version: number
  organisations: readonly Organisation[]
}

export interface PresenceTable {
  version: number
  importedAt: string | null
  lines: readonly Presence[]
}

/** One change with its line in the audit list, all or nothing, on condition of the versions it was decided on. */
export interface DirectoryWrite {
  audit: readonly AuditEntry[]
  /** `version`: as it was read; null adds somebody who must not be there yet. */
  person?: { version: number | null; member: Member }
  /** Somebody invited, whose account takes their place in the same write; how they heard of it goes with them. */
  gone?: { id: string; version: number }
  /** Of the pair whose seat this changes: as it is to be, on condition of the version it was read with. */
  pair?: PairRecord
  overlay?: Overlay
  presence?: PresenceTable
  /** On condition of the version the register was read with. */
  points?: PointTable
  /** How somebody invited hears of it; `before` null where nothing was kept. `at`: now, for when it is let go. */
  invitation?: { before: Invitation | null; after: Invitation; at: string }
  responsible?: { organisation: string; sealedPhone: string | null }
  /** Must still be an active administrator when it is written: two who take the role from each other leave one. */
  administrator?: string
}

/** Read at every request, so that taking a role away works at once. */
export interface DirectoryStore {
  member(id: string): Promise<Member | null>
  /** Everybody, by name. Not `sure`: perhaps as it was a moment ago. */
  members(sure?: boolean): Promise<Member[]>
  /** One read, however many organisations. Not `sure`: perhaps as it was a moment ago. */
  overlay(sure?: boolean): Promise<Overlay>
  presence(): Promise<PresenceTable>
  /** The number, sealed for `organisation:<id>`, of whoever is reminded for an organisation; null where nobody gave one. */
  responsible(organisation: string): Promise<string | null>
  /** Organisations that gave a number. */
  withResponsible(): Promise<ReadonlySet<string>>
  /** `conflict`: somebody wrote first, nothing was written. */
  write(change: DirectoryWrite): Promise<'done' | 'conflict'>
  /** Newest first; all, or those about or by one: `person:<id>`, `organisation:<id>`, `point:<code>`, `presence`, `points`, `search`. */
  audit(whose: string | null, page: { after: string | null; limit: number }): Promise<AuditPage>
}

export interface AuditPage {
  entries: AuditEntry[]
  next: string | null
}
