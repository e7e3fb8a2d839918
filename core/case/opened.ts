import { unanswered } from '../channel/questions.ts'
import type { Actor } from './actor.ts'
import type { CaseFile } from './case-file.ts'
import type { EntryOf } from './history.ts'
import type { Lane } from './level.ts'

/** A case the moment it is opened. */
export function opened(programme: string, reference: string, first: EntryOf<'received'>): CaseFile {
  return {
    ...unanswered,
    programme,
    reference,
    version: 1,
    history: [first],
    status: 'received',
    lane: first.lane,
    level: levelOnOpening(first.lane),
    kind: first.kind,
    category: null,
    place: first.place ?? null,
    village: first.village ?? null,
    suggested: first.suggested,
    channel: first.channel,
    language: first.language,
    consent: first.consent,
    phone: first.phone,
    optedOut: false,
    optedOutAt: null,
    callMe: first.callMe ?? false,
    intakePoint: first.source ?? null,
    onBehalf: first.onBehalf ?? null,
    inSession: first.inSession ?? false,
    standards: first.standards,
    openedAt: first.at,
    receivedAt: first.receivedAt,
    lastAt: first.at,
    readAt: readOnFiling(first) ? first.at : null,
    readerAsked: null,
    meaning: null,
    actedAt: null,
    evaluatedAt: null,
    converted: {},
    assessedAt: null,
    promisedAt: first.promisedAt,
    organisation: null,
    assignedPerson: null,
    handOver: null,
    escalationLevel: 0,
    promisedByRung: false,
    rungAt: null,
    lapsed: [],
    reminders: 0,
    remindedAt: null,
    assessReminders: 0,
    alertedAt: null,
    extended: false,
    waiting: null,
    pausedMs: 0,
    pauseUsed: false,
    asked: null,
    proposed: null,
    dismissal: null,
    answer: null,
    callTries: [],
    wrongNumber: false,
    told: null,
    unreachableAt: null,
    satisfactionAskedAt: null,
    satisfaction: null,
    unjudged: [],
    maybeOther: [],
    wroteAt: null,
    reopenedAt: null,
    reopenings: 0,
    referredTo: null,
    referredAt: null,
    receiptAt: null,
    receiptBy: null,
    closedAt: null,
    closedHow: null,
    mergedInto: null,
    mayReplyTo: first.mayReplyTo ?? [],
    joinedTo: null,
    flood: null,
    sources: first.sources ?? [],
    followers: [],
    named: [],
    erased: [],
  }
}

const triage: readonly Actor['role'][] = ['focal-point', 'deputy']
/** Who triages has read what they wrote down; a partner or a region has not, and S is read by its own pair. */
const readOnFiling = ({ by, lane }: EntryOf<'received'>): boolean =>
  triage.includes(by.role) && (lane === 'N' || lane === 'P')

/** What a person chose at the door (key 4) is S from the start; all else waits for its assessment. */
const levelOnOpening = (lane: Lane) => (lane === 'S1' || lane === 'S2' ? lane : null)
