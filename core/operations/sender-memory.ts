import type { CaseFile } from '../case/case-file.ts'
import type { LiveCase, Question, SenderRecord } from '../channel/sender-record.ts'
import { addDays, addHours } from '../deadlines/calendar.ts'
import type { Commit, StoredCase } from '../ports/cases.ts'
import type { Needs } from './needs.ts'
import { openContact } from './sealed.ts'

const rememberHours = 48
export const isRecent = ({ at }: { at: string }, now: string): boolean => at > addHours(now, -rememberHours)
const liveOnRecord = 20
/** With them one write of STOP still fits into a transaction. */
const olderOnRecord = 70
const joinDays = 60

export interface Outcome {
  outcome: string
  reference: string | null
}

export const languageOf = (
  { language }: Pick<SenderRecord, 'language'>,
  { programme }: Pick<Needs, 'programme'>,
): string => language ?? programme.languages[0].code

/** The record after a message: what it was answered, so that the same message gets the same answer whatever happened since. */
export function remember(
  sender: SenderRecord,
  key: string,
  { outcome, reference }: Outcome,
  now: string,
): SenderRecord {
  const recent = Object.fromEntries(Object.entries(sender.recent).filter(([, answered]) => isRecent(answered, now)))
  const { greeted, ...rest } = sender
  const begins = greeted && isRecent(greeted, now) ? { greeted } : {}
  return { ...rest, ...begins, recent: { ...recent, [key]: { at: now, outcome, reference } } }
}

/** Adds a case the phone may later write about. Never an S2 case: it leaves no trace here. */
export function withCase(sender: SenderRecord, reference: string, digest: string, now: string): SenderRecord {
  const all = [...sender.live, { reference, digest, openedAt: now, question: null }]
  const before = all.slice(0, -liveOnRecord).map((one) => one.reference)
  const older = [...(sender.older ?? []), ...before].slice(-olderOnRecord)
  return { ...sender, live: all.slice(-liveOnRecord), ...(older.length > 0 ? { older } : {}) }
}

/** The same of a case somebody wrote down for them, among the others by when it was opened. */
export const withLive = (sender: SenderRecord, { reference, openedAt }: CaseFile): SenderRecord =>
  sender.live.some((one) => one.reference === reference)
    ? sender
    : { ...sender, live: [...sender.live, { reference, digest: '', openedAt, question: null }].toSorted(byOpening) }

const byOpening = (a: LiveCase, b: LiveCase): number => (a.openedAt < b.openedAt ? -1 : 1)

/** How a sender item may remember a case: S2 leaves no trace there, not even when its number is cited. */
export const rememberedAs = ({ lane, reference }: CaseFile): string | null => (lane === 'S2' ? null : reference)

export const withoutCase = ({ lastWords, ...sender }: SenderRecord, reference: string): SenderRecord => ({
  ...sender,
  ...(lastWords && lastWords.reference !== reference ? { lastWords } : {}),
  live: sender.live.filter((live) => live.reference !== reference),
  ...(sender.older ? { older: sender.older.filter((older) => older !== reference) } : {}),
  // The same message again still gets its old answer, which no longer says whose it was.
  recent: Object.fromEntries(
    Object.entries(sender.recent).map(([key, answered]) => [
      key,
      answered.reference === reference ? { ...answered, reference: null } : answered,
    ]),
  ),
})

/** What we asked this phone and have heard no answer to, by case; what was delivered last stands first. */
export const questionsOf = ({ live }: SenderRecord): { reference: string; question: Question }[] =>
  live
    .flatMap(({ reference, question }) => (question ? [{ reference, question }] : []))
    .sort((a, b) => (arrivedAt(a.question) < arrivedAt(b.question) ? 1 : -1))

const arrivedAt = ({ deliveredAt, askedAt }: Question): string => deliveredAt ?? askedAt

export const withQuestion = (
  sender: SenderRecord,
  reference: string,
  question: LiveCase['question'],
): SenderRecord => ({
  ...sender,
  live: sender.live.map((one) => (one.reference === reference ? { ...one, question } : one)),
})

/** What this phone last wrote in answer, as a digest: sent twice, it is one answer. */
export const withReply = (sender: SenderRecord, reference: string, digest: string, at: string): SenderRecord => ({
  ...sender,
  live: sender.live.map((one) => (one.reference === reference ? { ...one, replied: { digest, at } } : one)),
})

/** The cases a message without a reference may still belong to, the last of them behind. */
export const recentCases = ({ live }: SenderRecord, now: string): LiveCase[] =>
  live.filter(({ openedAt }) => openedAt > addDays(now, -joinDays))

/** What the phone of a case is remembered by, and as what after `change`; nothing where no number is kept, or nothing changes. */
export async function senderChange(
  stored: StoredCase,
  change: (sender: SenderRecord) => SenderRecord | Promise<SenderRecord>,
  needs: Pick<Needs, 'senders' | 'vault'>,
): Promise<Pick<Commit, 'sender'>> {
  const phone = await openContact(stored, needs)
  const before = phone ? await needs.senders.find(await needs.vault.fingerprints(`phone:${phone}`)) : null
  return before ? { sender: { before, after: await change(before) } } : {}
}
