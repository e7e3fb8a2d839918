import type { CaseFile } from '../case/case-file.ts'
import type { Entry } from '../case/history.ts'
import type { Lane } from '../case/level.ts'
import type { SenderRecord } from '../channel/sender-record.ts'
import type { Row } from '../lists/row.ts'
import type { Notice } from '../notices/notice.ts'
import type { Read } from './reads.ts'
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

/** Added to a case, on condition that nobody wrote since `before` was read. */
export interface Append {
  before: CaseFile
  entries: readonly Entry[]
  /** Newly sealed parts; with `replace` they take the place of everything sealed so far (raising to S2). */
  sealed?: { contact?: string; words?: Record<string, string>; scope?: Scope; replace?: boolean }
  erase?: 'contact' | 'words' | 'all'
}

/** Where a message that has no sender record is remembered. */
export interface KnownMessage {
  key: string
  reference: string
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
  load(reference: string): Promise<StoredCase | null>
  commit(commit: Commit): Promise<CommitResult>
  /**
   * The sender record of one phone: the first of `fingerprints` that has one (older key generations included). Its `recent` holds the
   * last 200 messages, and `messageKey` too where that was answered within 48 h.
   */
  sender(fingerprints: readonly string[], messageKey?: string): Promise<SenderRecord | null>
  message(key: string): Promise<KnownMessage | null>
  session(id: string): Promise<UssdSession | null>
  /** Rows of one queue or one region's list in due order. `next` is null at the end. */
  queue(index: 'owner' | 'region', lane: Lane, name: string, page: Page): Promise<{ rows: Row[]; next: string | null }>
  /** Cases and notices to look at by `now`, earliest first. */
  due(now: string, page: Page): Promise<{ due: DueItem[]; next: string | null }>
  /** The earliest instant anything will be due, or null. */
  nextDueAt(): Promise<string | null>
  /** Wrong references tried by one phone or address in the hour that began at `hourAt`; adds `add` first. */
  tries(who: string, hourAt: string, add: 0 | 1): Promise<number>
  /** What the programme remembers of itself between visits, such as which calendar its dates stand on; null at first. */
  setting(name: string): Promise<string | null>
  putSetting(name: string, value: string): Promise<void>
  /** Counts something that makes no case (key 4 alone), per day. */
  count(what: string, on: string): Promise<void>
  /** Records that a person opened an S case or saw a number: kept apart, never moves the case's version. */
  recordRead(reference: string, read: Read): Promise<void>
  /** Who opened a case, the latest first. */
  listReads(reference: string, limit: number): Promise<Read[]>
  /** References of lane N as the figures have them, the latest received first. No one may be shown any before it is loaded and checked. */
  counted(of: CountedOf, limit: number): Promise<string[]>
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
