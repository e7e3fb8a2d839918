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
/** Whoever was spoken with has had the call they asked for. */
export const spokenWith = ({ callMe }: CaseFile, { how }: { how: string }) => ({
  callMe: callMe && how !== 'call' && how !== 'face' && how !== 'relay',
})

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
