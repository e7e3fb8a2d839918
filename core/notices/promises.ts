import type { CaseFile } from '../case/case-file.ts'
import type { Entry } from '../case/history.ts'

export interface PromiseCount {
  /** Promised dates that were met by news, or that the sweep saw pass. */
  fallen: number
  kept: number
}

/** What is news to the person: the answer, or a word that it will be later (at the top, each reminder brings a new date). */
const news: readonly Entry['what'][] = ['answered', 'promise-moved', 'extended', 'escalated', 'nagged']

/** The date an entry promises; undefined where it promises nothing new, null where it takes the promise back. */
export function promisedBy(entry: Entry): string | null | undefined {
  if (entry.what === 'received' || entry.what === 'assessed' || entry.what === 'reopened') return entry.promisedAt
  if (entry.what === 'promise-moved' || entry.what === 'extended') return entry.to
  if (entry.what === 'escalated' || entry.what === 'nagged') return entry.nextAt
  return entry.what === 'promise-withdrawn' ? null : undefined
}

/**
 * Promises of a case, through all its runs (K05 of `docs/figures.md`). A promise is kept by news on or before its day: people are promised
 * a day, not an hour. It has fallen when news came, or when the sweep recorded on that day or later that the answer clock ran out: never by
 * the wall clock. Whether the news reached the phone is `told`'s to say.
 */
export function promisesOf({ history }: Pick<CaseFile, 'history'>, dayOf: (at: string) => string): PromiseCount {
  const count: PromiseCount = { fallen: 0, kept: 0 }
  let promisedAt: string | null = null
  let passed = false
  for (const entry of history) {
    const byDay: boolean = promisedAt !== null && dayOf(entry.at) <= dayOf(promisedAt)
    if (promisedAt !== null && news.includes(entry.what)) {
      count.fallen++
      if (byDay) count.kept++
      promisedAt = null
      passed = false
    }
    if (promisedAt !== null && entry.what === 'lapsed' && entry.clock === 'answer')
      passed = dayOf(entry.at) >= dayOf(promisedAt)
    const promised = promisedBy(entry)
    if (promised !== undefined) promisedAt = promised
  }
  return passed && promisedAt !== null ? { ...count, fallen: count.fallen + 1 } : count
}
