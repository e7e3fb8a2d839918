import type { CaseFile } from '../case/case-file.ts'
import type { Entry } from '../case/history.ts'
import { newsToCall } from '../case/news.ts'
import { addDays } from './calendar.ts'
import { type Clock, endOf, type Policy } from './policy.ts'

/** The number of the rules that brought this clock. */
const calls = 3

const latest = (...times: (string | undefined)[]): string => times.reduce<string>((a, b) => (b && b > a ? b : a), '')
const isCall = (entry: Entry): boolean => (entry.what === 'heard' || entry.what === 'told') && entry.how === 'call'

/**
 * Who agreed to be called hears news by call, soon after the oldest they have not heard, but once a week at most. Who did not answer is tried on the
 * next days, and after as many days as an answer is tried on, a week later.
 */
export function calling(caseFile: CaseFile, { standards, calendar }: Policy): Clock | null {
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
