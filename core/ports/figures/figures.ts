import type { Facts, Ordinary } from '../../figures/facts.ts'
import type { CounterChange, CounterKey } from '../../lists/counter-change.ts'
import type { PendingCounts } from './pending-counts.ts'

/** What was last counted of a case, and at which version of it. */
export interface Counted {
  reference: string
  version: number
  facts: Facts
  /** Its last changes are not in the counters yet. */
  pending?: Pending
}

/** What the counters still hold of a case, and since which version that is no longer all. */
export interface Pending {
  was: Facts | null
  since: number
}

/** One case counted again; `before` as it was read. */
export interface Recounted {
  before: Counted | null
  after: Counted
}

/** Cases and counters one transaction can hold beside the list of what is pending. */
export const maxWrites = 99

/** Counters of one group whose names stand from one to another, both included, with what their names begin like. */
export interface CounterRange {
  group: string
  from: string
  to: string
}

/** One counter, whole. */
export interface Counter {
  name: string
  fields: Record<string, number>
}

/** One counted case of lane N where search finds it; `sort` is its place there. */
export interface FoundRow {
  reference: string
  sort: string
  facts: Ordinary
}

export interface FiguresStore extends PendingCounts {
  /**
   * Counted cases of one month by whose they are (`region:<id>`, `organisation:<id>`), closed ones too: a region's by category, day and
   * reference, an organisation's by day and reference; those after `after` and before `until`.
   */
  found(
    whose: string,
    month: string,
    page: { after: string | null; until?: string; limit: number },
  ): Promise<{ rows: FoundRow[]; next: string | null }>
  /** What was last counted of these cases; those never counted are absent. Not `sure`: perhaps as it was a moment ago. */
  counted(references: readonly string[], sure?: boolean): Promise<Map<string, Counted>>
  /**
   * Replaces what was counted and adds to the counters, all or nothing. False: one of the cases was counted, or settled, since `before`
   * was read. At most `maxWrites` cases and counters together. What becomes pending was named before.
   */
  recount(cases: readonly Recounted[], changes: readonly CounterChange[]): Promise<boolean>
  /** All fields of one counter, with what is pending; empty when nothing was ever counted there. Not `sure`: perhaps a moment old, and off by what is just being counted. */
  counter(key: CounterKey, sure?: boolean): Promise<Record<string, number>>
  /** The same of several, in their order. */
  counters(keys: readonly CounterKey[]): Promise<Record<string, number>[]>
  /** The same of whole ranges, in their order: those of each by name. */
  countersOf(ranges: readonly CounterRange[]): Promise<Counter[][]>
  /** Adds to counters alone: only a repair may. */
  repair(changes: readonly CounterChange[]): Promise<void>
}
