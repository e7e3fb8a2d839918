import type { Viewer } from '../../case/actor.ts'
import type { AuditEntry, Change } from '../../directory/audit.ts'
import type { DirectoryStore } from '../../ports/directory/directory.ts'
import type { Invitations } from '../../ports/directory/invitations.ts'
import type { PairRecords } from '../../ports/directory/pair-records.ts'
import type { NoticeStore } from '../../ports/notices.ts'
import type { DirectoryWhy } from '../../directory/why.ts'
import type { Programme } from '../programme.ts'

/** What a change of the directory is decided from. */
export interface DirectoryNeeds {
  directory: DirectoryStore & PairRecords & Invitations
  programme: Programme
  /** A change of who is in a pair is told to it. */
  notices: Pick<NoticeStore, 'create' | 'get'>
  now: string
}

export type DirectoryOutcome =
  | { is: 'done'; id: string }
  /** Nobody there, or not theirs to change. */
  | { is: 'unknown' }
  | { is: 'invalid'; fields: readonly string[] }
  | { is: 'refused'; why: DirectoryWhy; field?: string }
  /** Somebody else wrote since the version this person saw. */
  | { is: 'stale' }

const written = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).toSorted().join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What differs, field by field; of the `unsaid` only that they do. */
export function changesBetween<T extends object>(
  before: T | null,
  after: T,
  fields: readonly (keyof T & string)[],
  unsaid: readonly string[] = [],
): Change[] {
  return fields.flatMap((field) => {
    const [from, to] = [before === null ? null : written(before[field]), written(after[field])]
    if (from === to) return []
    return [unsaid.includes(field) ? { field, from: null, to: null } : { field, from, to }]
  })
}

export const auditLine = (
  viewer: Viewer,
  at: string,
  { what, about, changes }: Pick<AuditEntry, 'what' | 'about' | 'changes'>,
): AuditEntry => ({ at, by: { person: viewer.person, role: viewer.role }, what, about, changes })
