import type { CaseFile } from '../case/case-file.ts'
import type { Entry } from '../case/history.ts'
import type { Lane } from '../case/level.ts'
import type { SenderRecord } from '../channel/sender-record.ts'
import type { Row } from '../lists/row.ts'
import type { Notice } from '../notices/notice.ts'
import type { FoundRow } from './figures/figures.ts'
import type { KnownMessage } from './senders.ts'
import type { UssdSession } from './ussd-sessions.ts'
import type { Scope } from './vault.ts'

/** Sealed beside a history: the contact, and words under the index of their entry. */
export interface Sealed {
  scope: Scope
  contact: string | null
  words: Record<string, string>
}

export interface StoredCase {
  caseFile: CaseFile
  sealed: Sealed
}

/** A case, and the notices beside it as they were when it was read. */
export interface ToldCase extends StoredCase {
  notices: readonly Notice[]
}

/** Added to a case, on condition that nobody wrote since `before` was read. */
export interface Append {
  before: CaseFile
  entries: readonly Entry[]
  /** Newly sealed parts; with `replace` they take the place of everything sealed so far (raising to S2). */
  sealed?: { contact?: string; words?: Record<string, string>; scope?: Scope; replace?: boolean }
  erase?: 'contact' | 'words' | 'all'
  /** The words under one entry go, all else stays. */
  drop?: number
}

/** What one operation writes, all or nothing. */
export interface Commit {
  open?: StoredCase
  append?: Append[]
  sender?: { before: SenderRecord | null; after: SenderRecord }
  message?: KnownMessage
  session?: { before: UssdSession | null; after: UssdSession }
  notice?: { notice: Notice; sealedTo: string | null }
}

/**
 * `conflict`: somebody else wrote first; read again and decide again. `reference-taken`: draw another one. Anything else is
 * thrown, and nothing was written or nobody knows: the caller may repeat the whole operation, since every commit is
 * conditional on what was read.
 */
export type CommitResult = 'done' | 'conflict' | 'reference-taken'

export interface Page {
  after: string | null
  limit: number
}

export interface CaseStore {
  /** Not `sure`: perhaps as it was a moment ago, for whoever looks again when a write on it is refused. */
  load(reference: string, sure?: boolean): Promise<StoredCase | null>
  /** The same with its notices, in one call: for whoever needs both. */
  loadTold(reference: string, sure?: boolean): Promise<ToldCase | null>
  commit(commit: Commit): Promise<CommitResult>
  /** Rows of one queue or one region's list in due order. `next` is null at the end. */
  queue(index: 'owner' | 'region', lane: Lane, name: string, page: Page): Promise<{ rows: Row[]; next: string | null }>
  /** Cases and notices to look at by `now`, earliest first. */
  due(now: string, page: Page): Promise<{ due: DueItem[]; next: string | null }>
  /** The earliest instant anything will be due, or null. */
  nextDueAt(): Promise<string | null>
  /** Cases of lane N as the figures have them, the latest received first. No one may be shown any before it is loaded and checked. */
  counted(of: CountedOf, limit: number): Promise<FoundRow[]>
}

/** Counted cases of one list (a region, `national`, `triage`) and category, received on these days, both included. */
export interface CountedOf {
  region: string
  category: string
  from: string
  until: string
}

export type DueItem =
  { is: 'case'; reference: string; at: string } | { is: 'notice'; reference: string | null; key: string; at: string }
