import type { Facts, Ordinary } from '../../figures/facts.ts'
import type { CounterChange, CounterKey } from '../../lists/counter-change.ts'

/** What was last counted of a case, and at which version of it. */
export interface Counted {
  reference: string
  version: number
  facts: Facts
}

/** One case counted again; `before` as it was read. */
export interface Recounted {
  before: Counted | null
  after: Counted
}

/** Items and counters one transaction can hold. */
export const maxWrites = 100

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

export interface FiguresStore {
  /**
   * Counted cases of one month by whose they are (`region:<id>`, `organisation:<id>`), closed ones too: a region's by category, day and
   * reference, an organisation's by day and reference; those after `after` and before `until`.
   */
  found(
    whose: string,
    month: string,
    page: { after: string | null; until?: string; limit: number },
  ): Promise<{ rows: FoundRow[]; next: string | null }>
  /** What was last counted of these cases; those never counted are absent. */
  counted(references: readonly string[]): Promise<Map<string, Counted>>
  /**
   * Replaces what was counted and adds to the counters, all or nothing. False: one of the cases was counted since `before` was
   * read. At most `maxWrites` cases and counters together.
   */
  recount(cases: readonly Recounted[], changes: readonly CounterChange[]): Promise<boolean>
  /** All fields of one counter; empty when nothing was ever counted there. */
  counter(key: CounterKey): Promise<Record<string, number>>
  /** The same of several, in their order. */
  counters(keys: readonly CounterKey[]): Promise<Record<string, number>[]>
  /** The counters of one group whose names stand from `from` to `to`, both included, with what their names begin like. */
  countersOf(group: string, from: string, to: string): Promise<Counter[]>
  /** Adds to counters alone: only a repair may. */
  repair(changes: readonly CounterChange[]): Promise<void>
}
