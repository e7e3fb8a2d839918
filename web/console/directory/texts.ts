import type { Common } from '../frame/common.ts'
import type { AuditEntry } from '../../../core/directory/audit.ts'
import type { MatrixWhy } from '../../../core/directory/matrix/shape.ts'
import type { ContactsTexts } from './contacts-texts.ts'
import type { InvitationsTexts } from './invitations-texts.ts'
import type { PointsTexts } from './points-texts.ts'
import type { Organisation } from '../../../core/directory/organisation.ts'
import type { DirectoryWhy } from '../../../core/directory/why.ts'
import type { PointTexts } from '../../points.ts'

export type DirectoryTab = 'organisations' | 'people' | 'presence' | 'points' | 'audit' | 'absence'

/** Organisations, people, who does what where, absences, and who changed what. `{holes}` are filled by the page. */
export interface DirectoryTexts {
  title: string
  /** For those to whom the directory shows their absences only. */
  absences: string
  /** `{name}` works for `{other}`. */
  standing: string
  tabs: Record<DirectoryTab, string>
  leads: Record<DirectoryTab, string>
  /** Said after it was done. */
  done: Record<Exclude<AuditEntry['what'], 'cases-searched' | 'invitation-sent' | 'invitation-taken'>, string>
  refused: Record<DirectoryWhy, string>
  problems: { title: string; invalid: string; stale: string }
  search: { label: string; send: string }
  /** `{count}` of `{of}`. */
  count: { one: string; several: string; none: string }
  /** Which sheet of a workbook was read, and `{others}` that were not. */
  sheetRead: string
  /** `{megabytes}`. */
  unpacked: string
  nothing: string
  active: string
  inactive: string
  save: string
  history: string
  columns: Record<
    | ('name' | 'kind' | 'where' | 'sectors' | 'phone' | 'acted' | 'state' | 'role' | 'belongs' | 'languages' | 'psea')
    | ('presence' | 'at' | 'who' | 'what' | 'about' | 'changes' | 'organisation' | 'sector' | 'place' | 'days' | 'line')
    | ('why' | 'cell' | 'before' | 'after' | 'reference' | 'due' | 'next'),
    string
  >
  /** By the name of what is asked. */
  fields: Record<
    | ('id' | 'name' | 'role' | 'region' | 'organisation' | 'languages' | 'focalFor' | 'pseaOn' | 'active' | 'kind')
    | ('regions' | 'sectors' | 'supervises' | 'mandatedFor' | 'phone' | 'fromOn' | 'untilOn' | 'deputy' | 'file')
    | ('whole' | 'adds' | 'codes' | 'readerOf' | 'protocolOn'),
    { label: string; hint?: string }
  >
  kinds: Record<Organisation['kind'], string>
  states: { true: string; false: string }
  nobody: string
  /** Where a person need not belong. */
  notApplicable: string
  everywhere: string
  organisation: {
    add: string
    edit: string
    never: string
    responsible: string
    /** A number is kept / none is. */
    kept: string
    none: string
    keep: string
    people: string
    protocol: string
    /** `{day}`; and where none is recorded, in short and in a sentence. */
    protocolOn: string
    noProtocol: string
    noProtocolYet: string
  }
  person: {
    add: string
    edit: string
    psea: { due: string; until: string; never: string }
    away: string
    focal: string
    focalOf: string
    nobodyFor: string
    account: string
    waits: Record<'invited' | 'protocol', string>
  }
  contacts: ContactsTexts
  invitations: InvitationsTexts
  presence: {
    imported: string
    empty: string
    shown: string
    import: string
    expects: string
    whole: string
    /** What is done where codes and names do not agree: shown; or all codes are of `{cut}`; or only names count. */
    codesShown: string
    codesOf: string
    codesIgnored: string
    part: string
    adds: string
    look: string
    preview: string
    nothingYet: string
    sums: Record<'added' | 'changed' | 'removed' | 'same' | 'unread' | 'organisations', string>
    apply: string
    another: string
    stale: string
    more: string
    why: Record<MatrixWhy, string>
  }
  points: PointsTexts
  audit: {
    filter: string
    all: string
    /** What a line may be about that is nobody's own; a search changes nothing. */
    lists: Record<'presence' | 'points' | 'search', string>
    next: string
    start: string
    what: Record<AuditEntry['what'], string>
    more: Readonly<Record<string, string>>
    /** Of what changed, where it is never written down. */
    unkept: string
    phone: Readonly<Record<string, string>>
    /** Of a search: `true`, and what became of a case. */
    late: string
    status: Readonly<Record<string, string>>
  }
  absence: {
    mine: string
    present: string
    away: string
    /** Where who was chosen is away too: `{who}` does it from `{from}` to `{until}`, or nobody. */
    instead: string
    noneInstead: string
    declare: string
    end: string
    others: string
    nobody: string
    until: string
    stand: string
    standing: string
    stop: string
    handOver: string
    open: string
    openMost: string
    late: string
    nextFive: string
    nothingDue: string
    toInbox: string
    yours: string
    pairs: string
  }
}

/** The texts of these pages; the next action on a case is said as the inbox says it. */
export type DirectoryWords = Common & {
  directory: DirectoryTexts
  inbox: { actions: Readonly<Record<string, string>> }
  points: PointTexts
}
