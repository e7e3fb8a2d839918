import { answersIn } from '../channel/questions.ts'
import type { CaseFile } from './case-file.ts'
import type { EntryOf } from './history.ts'
import { type Lane, laneOf } from './level.ts'

/** What a case that goes on again starts from: nobody has it, and a new run of the answer clock, with its own reminders and lapses. */
export const again = { status: 'assessed', organisation: null, assignedPerson: null, handOver: null } as const
export const freshRun = {
  lapsed: [],
  reminders: 0,
  remindedAt: null,
  rungAt: null,
  promisedByRung: false,
  waiting: null,
  pausedMs: 0,
} as const
/** What is written next is judged on a clock of its own. */
export const judgesAgain = ({ lapsed }: CaseFile) => ({
  lapsed: lapsed.filter((clock) => clock !== 'judge'),
  reminders: 0,
  remindedAt: null,
})
/** Somebody said whether words are another complaint; the next ones have a clock of their own. */
export const sorted = ({ maybeOther, lapsed }: CaseFile, { index }: { index: number }) => ({
  maybeOther: maybeOther.filter((one) => one !== index),
  lapsed: lapsed.filter((clock) => clock !== 'sort'),
})

/** What a text with its next part says: where that is no plain verdict, none was given. */
export function readAnew(caseFile: CaseFile, { of, judge, other }: EntryOf<'continued'>): Partial<CaseFile> {
  const put = (all: readonly number[], is: boolean) => [...all.filter((one) => one !== of), ...(is ? [of] : [])]
  return {
    ...(judge === undefined ? {} : { unjudged: put(caseFile.unjudged, judge) }),
    ...(other === undefined ? {} : { maybeOther: put(caseFile.maybeOther, other) }),
    ...(judge === true ? { satisfaction: null } : {}),
  }
}

/** Words read anew, whole or put right: what may be S now keeps no village. */
export const readAgain = ({ village }: CaseFile, { lane, suggested }: EntryOf<'continued' | 'corrected'>) => ({
  lane,
  suggested,
  village: lane === 'N' ? village : null,
})

/** What the person writes ends the waiting for them, or the question that was open. */
export const wroteAgain = (c: CaseFile, e: EntryOf<'message-added'>, index: number): Partial<CaseFile> => ({
  ...(e.aside ? {} : c.waiting?.waitingFor === 'complainant' ? resume(c, c.lastAt) : { asked: null }),
  ...(e.judge ? { unjudged: [...c.unjudged, index] } : {}),
  ...(e.other ? { maybeOther: [...c.maybeOther, index] } : {}),
  ...(e.thanks ? {} : { wroteAt: e.at }),
})

/** To another lane; a possible S found ordinary goes on as it was. */
export const changesLane = ({ lane }: CaseFile, to: Lane): boolean => lane !== to && !(lane === 'P' && to === 'N')

/** An answer starts its own run: of telling, of the verdict, and of what is written about it. */
export const freshAnswer = {
  handOver: null,
  lapsed: [],
  reminders: 0,
  remindedAt: null,
  told: null,
  unreachableAt: null,
  callTries: [],
  satisfactionAskedAt: null,
  satisfaction: null,
  unjudged: [],
} as const

/** What ends a wait; a pause for the person counts up to here. */
export function resume(caseFile: CaseFile, at: string): Partial<CaseFile> {
  const { waiting } = caseFile
  if (waiting?.waitingFor !== 'complainant') return { waiting: null, asked: null }
  // A sweep that comes late must not make the pause longer.
  const endedAt = waiting.until && waiting.until < at ? waiting.until : at
  const stood = Math.max(0, Date.parse(endedAt) - Date.parse(waiting.sinceAt))
  return { waiting: null, asked: null, pausedMs: caseFile.pausedMs + stood }
}

/** Before the promised date nothing new is promised. */
export const byRung = ({ nextAt, early }: EntryOf<'escalated' | 'nagged'>): Partial<CaseFile> =>
  early ? {} : { promisedAt: nextAt, promisedByRung: true }

/** Whoever was spoken with has had the call they asked for. */
export const spokenWith = ({ callMe }: CaseFile, { how }: { how: string }) => ({
  callMe: callMe && how !== 'call' && how !== 'face' && how !== 'relay',
})

/** Those before somebody assessed it, and those since; a call is reminded of beside the rest. */
export function reminders({ clock, step, at }: EntryOf<'reminded'>): Partial<CaseFile> {
  if (clock === 'call') return {}
  return clock === 'assess' ? { assessReminders: step, remindedAt: at } : { reminders: step, remindedAt: at }
}

/** The next call has a clock and tries of its own. */
export const noCall = ({ lapsed }: CaseFile) => ({ callTries: [], lapsed: lapsed.filter((clock) => clock !== 'call') })

/** Does somebody know that the person has the answer? Not where its SMS only left, nor where it only stands open at follow-up. */
export const isSurelyTold = (told: CaseFile['told']): boolean =>
  told !== null && !told.unconfirmed && told.how !== 'open-answer'

/** Told since the first time, whoever tells again. Who was only counted as told is told once somebody knows it, still since then. */
export function toldBy(
  before: CaseFile['told'],
  { at, how, unconfirmed = false }: EntryOf<'told'>,
): NonNullable<CaseFile['told']> {
  const after = { at: before?.at ?? at, how, unconfirmed }
  return before && (isSurelyTold(before) || !isSurelyTold(after)) ? before : after
}

/** What an assessment makes of a case; what it does not say stays as it was. */
export const assessedAs = (c: CaseFile, e: EntryOf<'assessed'>): Partial<CaseFile> => ({
  status: c.status === 'received' ? 'assessed' : c.status,
  level: e.level,
  lane: laneOf(e.level),
  category: e.category ?? c.category,
  place: e.place ?? c.place,
  village: laneOf(e.level) === 'N' ? (e.place ? (e.village ?? null) : c.village) : null,
  kind: e.kind ?? c.kind,
  named: e.named ?? c.named,
  ...answersIn(e),
  readAt: c.readAt ?? e.at,
  assessedAt: c.assessedAt ?? e.at,
  promisedAt: e.promisedAt,
  proposed: null,
  dismissal: null,
  ...(changesLane(c, laneOf(e.level)) ? { ...freshRun, ...again } : {}),
})
