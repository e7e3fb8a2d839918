import type { CaseFile } from '../case/case-file.ts'
import type { Entry } from '../case/history.ts'
import { awaitsCall, newsToCall } from '../case/news.ts'
import { addDays } from './calendar.ts'
import { type Clock, endOf, type Policy } from './policy.ts'

/** The numbers of the rules that brought the clock of news, and that of a call somebody asked for. */
const calls = 3
const askedCalls = 4

const latest = (...times: (string | undefined)[]): string => times.reduce<string>((a, b) => (b && b > a ? b : a), '')
const isCall = (entry: Entry): boolean => (entry.what === 'heard' || entry.what === 'told') && entry.how === 'call'

/** Somebody must be called: with news, or before, because they asked for it. */
export const calling = (caseFile: CaseFile, policy: Policy): Clock | null =>
  awaitsCall(caseFile) ? askedFor(caseFile, policy) : withNews(caseFile, policy)

/** Soon after they asked; who did not answer is tried on the next days, until somebody gives it up. */
function askedFor({ receivedAt, callTries, converted }: CaseFile, { standards, calendar }: Policy): Clock {
  const sinceAt = latest(receivedAt, converted[askedCalls])
  return { name: 'call', sinceAt, dueAt: endOf(latest(sinceAt, callTries.at(-1)), standards.callWithin, calendar) }
}

/**
 * Who agreed to be called hears news by call, soon after the oldest they have not heard, but once a week at most. Who did not answer is tried on the
 * next days, and after as many days as an answer is tried on, a week later.
 */
function withNews(caseFile: CaseFile, { standards, calendar }: Policy): Clock | null {
  const [first] = newsToCall(caseFile)
  if (!first) return null
  const { history, callTries, converted } = caseFile
  const { callWithin, callApartDays, tellAttempts } = standards
  const sinceAt = latest(first.at, converted[calls])
  const lastCall = history.findLast(isCall)?.at
  const tried = callTries.filter((at) => at >= first.at)
  const lastTry = tried.at(-1)
  const wait = new Set(tried.map((at) => at.slice(0, 10))).size >= tellAttempts
  const dueAt = latest(
    endOf(sinceAt, callWithin, calendar),
    lastCall && addDays(lastCall, callApartDays),
    lastTry && (wait ? addDays(lastTry, callApartDays) : endOf(lastTry, callWithin, calendar)),
  )
  return { name: 'call', sinceAt, dueAt }
}
