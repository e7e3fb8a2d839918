import type { CaseFile } from '../case/case-file.ts'
import type { Entry } from '../case/history.ts'
import { newsOf, promisedBy } from '../case/news.ts'
import { isSurelyTold } from '../case/runs.ts'

export interface PromiseCount {
  /** Promised dates that came, to people who left a way to be reached, and those by whose day they had news. */
  fallen: number
  kept: number
  /** The same to people who left none: by whose day there was something to look up. */
  open: { fallen: number; kept: number }
}

/** A promised date: where in the history it was made, and what ended it. */
interface Promised {
  at: string
  madeAt: number
  /** They can be told, when it ends: a number is there, and no STOP. */
  reachable: boolean
}

/** Something to know, of the entry at `about`: when it was there, or when the person had it. */
interface Had {
  about: number
  at: string
}

/** What keeps a promise, once it is there: an answer, or a later date given by people or the calendar. No rung of the ladder is news. */
const given = (history: readonly Entry[]): Had[] => {
  const answers = history.flatMap(({ what, at }, about) => (what === 'answered' ? [{ about, at }] : []))
  return [...answers, ...newsOf(history).flatMap(({ index, at, is }) => (is === 'delay' ? [{ about: index, at }] : []))]
}

/**
 * When the person was told of an answer; null while nobody knows that they were. A report says when it came. Who gives a verdict had it before, so
 * then it is since it was first counted as told.
 */
function toldAt(history: readonly Entry[], answered: number): string | null {
  const next = history.findIndex(({ what }, at) => at > answered && what === 'answered')
  const told = history
    .slice(answered, next === -1 ? undefined : next)
    .flatMap((line) => (line.what === 'told' && line.how !== 'open-answer' ? line : []))
  const sure = told.find(({ at, how, unconfirmed = false }) => isSurelyTold({ at, how, unconfirmed }))
  const hadBefore = sure?.how === 'sms' && sure.by.role === 'complainant'
  return (hadBefore ? told[0] : sure)?.at ?? null
}

/** The same as the person had it: told of the answer, or the news arrived, was read out, or was looked up. */
const heard = (history: readonly Entry[]): Had[] => {
  const receipts = history.flatMap((line) =>
    line.what === 'heard' ? [{ about: line.about, at: line.gotAt ?? line.at }] : [],
  )
  return given(history).flatMap(({ about }) => {
    const arrived = history[about]?.what === 'answered' ? toldAt(history, about) : null
    const times = receipts.flatMap((one) => (one.about >= about ? [one.at] : []))
    const first = [...(arrived ? [arrived] : []), ...times].sort()[0]
    return first ? [{ about, at: first }] : []
  })
}

type Way = Pick<CaseFile, 'phone' | 'consent' | 'optedOut'>
const wayAfter = (way: Way, entry: Entry): Way => {
  if (entry.what === 'received') return { ...way, phone: entry.phone, consent: entry.consent }
  if (entry.what === 'consent-given') return { ...way, consent: entry.consent }
  if (entry.what === 'opted-out' || entry.what === 'opted-in') return { ...way, optedOut: entry.what === 'opted-out' }
  return way
}

interface Walk {
  all: readonly Promised[]
  open: Omit<Promised, 'reachable'> | null
  /** What was open when the case ended before its day: taken back, unless the case is restored. */
  aside: Walk['open']
  way: Way
}
const ended = ({ open, way }: Pick<Walk, 'open' | 'way'>): Promised[] =>
  open ? [{ ...open, reachable: way.phone && way.consent !== 'none' && !way.optedOut }] : []

/**
 * All promises of a case that ended or came, through all its runs: a new date ends the one before. One that only came has passed by what the
 * history shows, never by the wall clock. What was taken back, closed as a mere thank-you, or ended before its day (withdrawn, joined to another
 * case) is no promise any more; restored, it is one again.
 */
function promised(history: readonly Entry[]): readonly Promised[] {
  const delays = new Set(newsOf(history).flatMap(({ index, is }) => (is === 'delay' ? [index] : [])))
  const start: Walk = { all: [], open: null, aside: null, way: { phone: false, consent: 'none', optedOut: false } }
  const { all, open, way } = history.reduce<Walk>((before, entry, index) => {
    const way = wayAfter(before.way, entry)
    const to = promisedBy(entry)
    const ends =
      entry.what === 'answered' || (typeof to === 'string' && (entry.what !== 'assessed' || delays.has(index)))
    const all = ends ? [...before.all, ...ended({ ...before, way })] : before.all
    const left = ends ? null : before.open
    if (entry.what === 'restored') return { ...before, open: before.aside ?? before.open, aside: null, way }
    const isOver = entry.what === 'closed' && left !== null && (entry.how === 'thanks' || entry.at < left.at)
    // Brought forward, it is the same promise.
    const open = isOver || to === null ? null : to === undefined ? left : { at: to, madeAt: left?.madeAt ?? index }
    return { all, open, aside: isOver ? left : ends ? null : before.aside, way }
  }, start)
  const came = open !== null && (history.at(-1)?.at ?? '') >= open.at
  return came ? [...all, ...ended({ open, way })] : all
}

/**
 * Promises of a case (K05 of `docs/figures.md`). One is kept when the person had news on or before its day: people are promised a day, not
 * an hour. A rung of the ladder is no news; its date is another promise. People who left no way to be reached are counted apart, by what
 * stood open for them to look up.
 */
export function promisesOf({ history }: Pick<CaseFile, 'history'>, dayOf: (at: string) => string): PromiseCount {
  const count = (reachable: boolean, had: readonly Had[]) => {
    const fallen = promised(history).filter((one) => one.reachable === reachable)
    const isKept = ({ at: by, madeAt }: Promised) =>
      had.some(({ about, at }) => about > madeAt && dayOf(at) <= dayOf(by))
    return { fallen: fallen.length, kept: fallen.filter(isKept).length }
  }
  return { ...count(true, heard(history)), open: count(false, given(history)) }
}
