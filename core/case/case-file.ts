import type { Channel, Consent, Kind } from '../channel/message.ts'
import type { Answers } from '../channel/questions.ts'
import type { FloodSource } from './codes.ts'
import type { Entry, EntryOf } from './history.ts'
import type { Lane, Level } from './level.ts'
import type { PlaceRef } from '../places/place-ref.ts'
import type { VillageRef } from '../places/village-ref.ts'
import type { Status } from './status.ts'

/** Everything known of one case, folded from its history. Codes only: words and contact are sealed beside it. */
export interface CaseFile extends Answers {
  programme: string
  reference: string
  /** Number of history entries; every write is conditional on it. */
  version: number
  history: readonly Entry[]
  status: Status
  lane: Lane
  /** Null until somebody assessed it. */
  level: Level | null
  kind: Kind
  category: string | null
  place: PlaceRef | null
  /** In that place. Kept and shown of ordinary cases alone, and no longer than their words. */
  village: VillageRef | null
  suggested: EntryOf<'received'>['suggested']
  channel: Channel
  language: string
  consent: Consent
  phone: boolean
  optedOut: boolean
  /** When their own phone, or its operator, said so: a day later the number goes. Null of what was only told to staff. */
  optedOutAt: string | null
  /** They asked for a call, and nobody has spoken with them since, nor given it up. */
  callMe: boolean
  intakePoint: string | null
  onBehalf: string | null
  inSession: boolean
  standards: string
  openedAt: string
  receivedAt: string
  lastAt: string
  readAt: string | null
  /** The language in which a reader is asked, or was, what the words mean. */
  readerAsked: string | null
  /** The entry that says what they mean; the last where several do. */
  meaning: { index: number; at: string; by: string | null; language: string } | null
  /** When something was done about a danger to life, as noted; null before. */
  actedAt: string | null
  evaluatedAt: string | null
  /** When it was converted to rules of a number; none where it never knew others. */
  converted: Readonly<Record<number, string>>
  assessedAt: string | null
  /** What we promised the person, as an instant; null when nothing is promised (S, thanks) or the promise was withdrawn. */
  promisedAt: string | null
  organisation: string | null
  assignedPerson: string | null
  /** Offered to another organisation and not yet accepted. */
  handOver: { organisation: string; offeredAt: string; resentAt: string | null } | null
  escalationLevel: number
  /** The promised date is the one a rung of the ladder gave: when the next level takes over, not when the answer is due. */
  promisedByRung: boolean
  /** When the last rung was recorded; the next rung's time starts here. */
  rungAt: string | null
  lapsed: readonly string[]
  reminders: number
  remindedAt: string | null
  /** Reminders sent before anybody assessed it; `reminders` are those since. */
  assessReminders: number
  alertedAt: string | null
  extended: boolean
  waiting: { waitingFor: 'complainant' | 'third-party'; sinceAt: string; until: string | null } | null
  /** Milliseconds the clock stood still waiting for the complainant; once, at most 14 days. */
  pausedMs: number
  pauseUsed: boolean
  asked: { index: number; at: string } | null
  proposed: EntryOf<'lower-proposed'> | null
  /** Proposed to be dismissed, with many like it. */
  dismissal: EntryOf<'dismissal-proposed'> | null
  answer: { index: number; at: string; outcome: string } | null
  callTries: readonly string[]
  /** Somebody else answers at the number: nobody calls it again. */
  wrongNumber: boolean
  /** `unconfirmed`: the SMS left and no report of its arrival ever came (design §4). */
  told: { at: string; how: string; unconfirmed: boolean } | null
  unreachableAt: string | null
  satisfactionAskedAt: string | null
  satisfaction: 1 | 2 | 3 | null
  /** Words of the person on an answered case that nobody has judged yet: where they stand in the history. */
  unjudged: readonly number[]
  /** Words that joined it and may be another complaint, where nobody has said yet: where they stand in the history. */
  maybeOther: readonly number[]
  /** The person wrote, and nobody of ours has done anything since. */
  wroteAt: string | null
  reopenedAt: string | null
  reopenings: number
  referredTo: string | null
  referredAt: string | null
  receiptAt: string | null
  receiptBy: string | null
  closedAt: string | null
  closedHow: string | null
  mergedInto: string | null
  /** Cases whose question its words may answer, as long as nobody has said which; and the one it was. */
  mayReplyTo: readonly string[]
  joinedTo: string | null
  /** The flood it came with, by the reference of the first; null too once somebody said that they are people. */
  flood: { group: string; from: FloodSource } | null
  /** Of a report of danger: what it shares with others of one phone or address. */
  sources: readonly string[]
  /** Cases merged into this one: answered by the same operation. */
  followers: readonly string[]
  /** People and organisations the words name: shut out. */
  named: readonly string[]
  erased: readonly string[]
}

/** Has this person sent this request before? What somebody else called the same is another one. */
export const knowsRequest = ({ history }: CaseFile, requestId: string, person: string): boolean =>
  history.some((entry) => entry.requestId === requestId && entry.by.person === person)

/** Sent back from above, since the person last reopened it: once is enough. */
export const wasSentBack = ({ history }: Pick<CaseFile, 'history'>): boolean =>
  history.findLastIndex(({ what }) => what === 'sent-back') > history.findLastIndex(({ what }) => what === 'reopened')

/** A danger to life, assessed as one or, until somebody assesses it, suggested by the words. */
export const mayBeDanger = ({ level, suggested }: Pick<CaseFile, 'level' | 'suggested'>): boolean =>
  (level ?? suggested.level) === 'N2'

/**
 * From when somebody must act about a danger to life; null where it is none, or something was done. What is answered is past acting, so it is
 * not asked again of what the person reopened; but what somebody finds to be one only then counts from there.
 */
export function mustActSince({ history, level, actedAt, reopenedAt, receivedAt }: CaseFile): string | null {
  if (level !== 'N2' || actedAt) return null
  if (!reopenedAt) return receivedAt
  const reopened = history.findLastIndex(({ what }) => what === 'reopened')
  const levels = (lines: readonly Entry[]) => lines.flatMap((line) => (line.what === 'assessed' ? line : []))
  if (levels(history.slice(0, reopened)).at(-1)?.level === 'N2') return null
  return levels(history.slice(reopened)).find((line) => line.level === 'N2')?.at ?? null
}

/** Its short evaluation is written, since the person last reopened it: once in a run is enough. */
export const isEvaluated = ({ evaluatedAt, reopenedAt }: Pick<CaseFile, 'evaluatedAt' | 'reopenedAt'>): boolean =>
  evaluatedAt !== null && evaluatedAt >= (reopenedAt ?? '')

export const isOpen = (caseFile: CaseFile): boolean => caseFile.status !== 'closed'
