import type { FloodSource } from '../case/codes.ts'

/** Cases of one source that came in such number that they stand together. */
export interface Flood {
  /** The reference of its first. */
  group: string
  from: FloodSource
  at: string
}

export interface Floods {
  /**
   * One more case of `source` (a keyed digest) within a window: those of the window, oldest first, and of more than `most` only the first
   * `most + 1`. Forgotten with the window.
   */
  count(source: string, reference: string, within: { from: string; until: string; most: number }): Promise<string[]>
  /** The name of `source` within a window: `drawn` where it has none yet. Forgotten with the window. */
  name(source: string, drawn: string, within: { from: string; until: string }): Promise<string>
  /** These cases are of one flood; kept for so many days. */
  gather(flood: Flood, references: readonly string[], days: number): Promise<void>
  /** All cases of one flood, by reference. */
  members(group: string): Promise<string[]>
  /** The latest floods, newest first. */
  latest(count: number): Promise<Flood[]>
}
