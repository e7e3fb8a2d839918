import type { CaseFile } from './case-file.ts'
import type { Lane } from './level.ts'

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
