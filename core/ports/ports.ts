import type { Role } from '../case/actor.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { Entry } from '../case/history.ts'
import type { Lane } from '../case/level.ts'
import type { SenderRecord } from '../channel/sender-record.ts'
import type { Row } from '../lists/row.ts'
import type { GatewayReport, SendResult } from '../notices/gateway.ts'
import type { Notice } from '../notices/notice.ts'

/** The few interfaces to the outside; `adapters/` implements them. */
export type { GatewayReport, SendResult }

export interface SmsGateway {
  /** One recipient, one text. Never throws; `reason` is a code, never a number, a text or a key. */
  send(sms: { to: string; text: string }): Promise<SendResult>
}

export interface Topics {
  /** Publishes one message without personal data to a named topic (`regional-gao`, `national`, `protection`, `integrity`, …). */
  publish(topic: string, subject: string, body: string): Promise<void>
}

/** Which key something is sealed under: `protection` is S2 only, and most functions may seal under it but not open. */
export type Scope = 'general' | 'protection'

export interface Vault {
  /** Seals a text for one case (or, for a reply, one notice key); the same text never seals to the same string twice. */
  seal(scope: Scope, owner: string, text: string): Promise<string>
  /** Throws when this function may not open the scope, or the text was sealed for another owner. */
  open(scope: Scope, owner: string, sealed: string): Promise<string>
  /** Keyed fingerprints of one value, one per key generation, newest first. The same in every function, useless without the key. */
  fingerprints(value: string): Promise<string[]>
}

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

export interface UssdSession {
  id: string
  version: number
  /** Phone fingerprint and service code: a session of another caller is refused. */
  fingerprint: string
  serviceCode: string
  reference: string | null
  /** Conversation state as `channel/ussd/conversation.ts` defines it: codes only. */
  state: unknown
  /** Rendered last screen, given again on a repeat. It may show a reference or an answer, never what was typed. */
  screen: string
  end: boolean
  hops: { length: number; digest: string }[]
  startedAt: string
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

/** One look at an S case or at a number. Why a number was shown are words: sealed in the history, and erased with them. */
export interface Read {
  at: string
  person: string
  role: Role
  what: 'case' | 'contact'
}

export type DueItem =
  { is: 'case'; reference: string; at: string } | { is: 'notice'; reference: string | null; key: string; at: string }

export interface NoticeStore {
  /** Writes those that are not there yet; a replay changes nothing. */
  create(notices: readonly Notice[]): Promise<void>
  /** `reference` is null for a reply outside any case. */
  get(reference: string | null, key: string): Promise<{ notice: Notice; sealedTo: string | null } | null>
  list(reference: string): Promise<Notice[]>
  /** False when somebody else moved it first. Once it has ended its sealed number goes. */
  replace(before: Notice, after: Notice): Promise<boolean>
  /** Joins what is known of one SMS and returns the result. */
  report(report: Partial<GatewayReport> & { gatewayMessageId: string }): Promise<GatewayReport>
  /** The one send to this recipient of which nobody knows whether it left. */
  undecided(fingerprint: string): Promise<{ noticeKey: string; reference: string | null } | null>
  /** Sets it, or with null takes it away. False while one stands there that is neither the same notice nor `instead`. */
  setUndecided(
    fingerprint: string,
    notice: { noticeKey: string; reference: string | null } | null,
    instead: string | null,
  ): Promise<boolean>
}

/** A person who may sign in. Read at every request, so that taking a role away works at once. */
export interface Person {
  id: string
  name: string
  role: Role
  region: string | null
  organisation: string | null
  active: boolean
}

export interface Directory {
  person(id: string): Promise<Person | null>
  putPerson(person: Person): Promise<void>
  /** The number, sealed for `organisation:<id>`, of whoever is nudged for an organisation; null where nobody gave one. */
  responsible(organisation: string): Promise<string | null>
  putResponsible(organisation: string, sealedPhone: string): Promise<void>
}

/** Somebody signed in to the console. `csrf` goes into every form and comes back with it. */
export interface Session {
  person: string
  /** Signed in with a second factor. */
  restricted: boolean
  csrf: string
  startedAt: string
  seenAt: string
  /** Id of the absent colleague whose work they do; whether they still may is asked at every request. */
  standsFor: string | null
}

/** Sessions of the console, each under a random id that only its browser knows. */
export interface Sessions {
  /** `before`: the id this browser had, ended by this; the same person's forms left open then still count. Returns the new id. */
  open(who: Pick<Session, 'person' | 'restricted'>, before: string | null): Promise<string>
  /** Null once it has ended, by itself or by somebody. */
  find(id: string): Promise<Session | null>
  end(id: string): Promise<void>
  /** From now on this session does the work of an absent colleague, or with null its own again. */
  stand(id: string, standsFor: string | null): Promise<void>
  /** Ends every session of a person, wherever they are. */
  endAll(person: string): Promise<void>
}
