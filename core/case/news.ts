import type { CaseFile } from './case-file.ts'
import type { Entry, EntryOf, What } from './history.ts'
import { mayContact } from './may-contact.ts'

/** The date an entry promises; undefined where it promises nothing new, null where it takes the promise back. */
export function promisedBy(entry: Entry): string | null | undefined {
  if (entry.what === 'received' || entry.what === 'assessed' || entry.what === 'reopened') return entry.promisedAt
  if (entry.what === 'promise-moved' || entry.what === 'extended') return entry.to
  if (entry.what === 'escalated' || entry.what === 'nagged') return entry.early ? undefined : entry.nextAt
  return entry.what === 'promise-withdrawn' ? null : undefined
}

/** The last day people or the calendar promised in this run: no rung of the ladder takes its place, since it was missed. */
export function promisedApart({ history, promisedAt, promisedByRung }: CaseFile): string | null {
  if (!promisedByRung) return promisedAt
  const begins = history.findLastIndex(({ what }) => what === 'reopened' || what === 'promise-withdrawn')
  const run = history.slice(Math.max(begins, 0))
  const rung = run.findIndex((e) => (e.what === 'escalated' || e.what === 'nagged') && !e.early)
  return run.slice(0, rung).reduce<string | null>((last, e) => promisedBy(e) ?? last, null)
}

/** A delay is a later day, given by people or by the calendar while the day before still holds; a rung is what lateness leads to; again, a case that was reopened. */
export type NewsKind = 'delay' | 'rung' | 'again'
type Is<W extends What> = (entry: EntryOf<W>, promisedAt: string | null) => NewsKind | null

/** What a person is to hear of before the answer; `promisedAt`: the last day they were promised. */
const news: { [W in What]?: Is<W> } = {
  'promise-moved': () => 'delay',
  extended: () => 'delay',
  // An earlier day than the one they know needs no word.
  assessed: ({ promisedAt: to }, before) => (to && (!before || to > before) ? 'delay' : null),
  escalated: () => 'rung',
  // Nothing happened, and the promised day stands.
  nagged: ({ early }) => (early ? null : 'rung'),
  reopened: () => 'again',
}

export interface NewsLine {
  index: number
  at: string
  is: NewsKind
}

/** All news of a case in order, answers apart. */
export function newsOf(history: readonly Entry[]): NewsLine[] {
  const lines: NewsLine[] = []
  let promisedAt: string | null = null
  for (const [index, entry] of history.entries()) {
    const is = (news[entry.what] as Is<What> | undefined)?.(entry, promisedAt)
    if (is) lines.push({ index, at: entry.at, is })
    promisedAt = promisedBy(entry) ?? promisedAt
  }
  return lines
}

/** The news of a case that nobody has answered yet, of which nobody knows that the person has it; the newest says all. */
export function unheardNews({ history, status }: Pick<CaseFile, 'history' | 'status'>): NewsLine[] {
  if (status === 'answered' || status === 'closed') return []
  const answered = history.findLastIndex(({ what }) => what === 'answered')
  const heard = Math.max(answered, ...history.map((entry) => (entry.what === 'heard' ? entry.about : -1)))
  return newsOf(history).filter(({ index }) => index > heard)
}

/** The same of whoever agreed to be called, and at whose number somebody may still be hoped for. */
export const newsToCall = (caseFile: CaseFile): NewsLine[] =>
  caseFile.consent.startsWith('call') && mayContact(caseFile) && !caseFile.wrongNumber ? unheardNews(caseFile) : []

/** Do they wait for the call they asked for? An answer is told by a call of its own. */
export const awaitsCall = (caseFile: CaseFile): boolean =>
  caseFile.callMe &&
  caseFile.status !== 'answered' &&
  caseFile.status !== 'closed' &&
  !caseFile.wrongNumber &&
  mayContact(caseFile)

/** Somebody must call: because the person asked for it, with news, or with the answer. */
export const mustCall = (caseFile: CaseFile): boolean =>
  awaitsCall(caseFile) ||
  newsToCall(caseFile).length > 0 ||
  (caseFile.status === 'answered' &&
    !caseFile.told &&
    !caseFile.unreachableAt &&
    caseFile.consent.startsWith('call') &&
    mayContact(caseFile))

/** For what somebody is to be called: they asked for it, there is an answer, or news before it. */
export const whyCalled = (caseFile: CaseFile): 'asked' | 'answer' | 'news' => {
  if (awaitsCall(caseFile)) return 'asked'
  return caseFile.status === 'answered' ? 'answer' : 'news'
}

/** Days on which somebody called in vain, since the person was last spoken with. */
export const triedDays = ({ callTries }: Pick<CaseFile, 'callTries'>): number =>
  new Set(callTries.map((at) => at.slice(0, 10))).size
