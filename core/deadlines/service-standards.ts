import type { Kind } from '../channel/message.ts'
import type { FloodRule } from '../routing/flood.ts'
import type { Level } from '../case/level.ts'

/** A length of time: working days end two hours before offices close; hours run day and night. */
export type Span = { workingDays: number } | { hours: number }

/** What is promised at one level (design §11). */
export interface Standard {
  /** Until a person has read it. */
  read: Span
  /** Until something is done at all, where that comes before the answer (N2). */
  act?: Span
  /** Until the answer; null where a mandated body answers (S). */
  answer: Span | null
  /** Another span for some kinds. */
  answerByKind?: Partial<Record<Kind, Span>>
  /** No working-day promise is longer than this. */
  capDays?: number
  /** Until the mandated body has it (S). */
  refer?: Span
  /** Reminders at these shares of the governing clock, then every `thenEvery`. */
  reminders: readonly number[]
  thenEvery: Span
  /** The pace once something was done at all (N2). */
  afterAct?: Span
  /** The first counted from the lapse, the next ones from the rung before, then again at the top; null where nothing escalates (S). */
  escalation: { first: Span; next: Span; atTop: Span } | null
}

export interface ServiceStandards {
  /** Stored with every case: a change of policy never changes a promise made. */
  version: string
  levels: Record<Level, Standard>
  /** The level whose date the receipt promises before anybody assessed the case. */
  promised: Level
  /** Words left in a cut USSD session become a case after this. */
  sessionMinutes: number
  /** A possible S that nobody read alerts protection after this, and again every `protectionAgainHours`. */
  protectionAlertHours: number
  protectionAgainHours: number
  /** One that was read and that nobody decided does so after this, counted like the first: it never rests with one person. */
  protectionUndecidedHours: number
  /** A hand-over nobody accepted is sent again, then returns to the sender and escalates. */
  handOver: { resend: Span; return: Span }
  /** Who agreed to be called hears news by call within this, and not again before so many days. */
  callWithin: Span
  callApartDays: number
  /** How long telling may take before it counts as late. */
  tellDays: number
  tellAttempts: number
  satisfactionReminderDays: number
  appealDays: number
  /** Waiting for the complainant stops the clock once, for at most this. */
  pauseDays: number
  eraseContactDays: number
  eraseOptOutHours: number
  eraseWordsDays: number
  eraseIntegrityDays: number
  /** How many web forms of one source are no longer people one by one. */
  flood: FloodRule
  /** More reports of danger than this of one source, or of one commune within so many hours, stand together for the pair. */
  dangers: { most: number; hours: number }
}
