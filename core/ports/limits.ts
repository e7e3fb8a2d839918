export interface Limits {
  /** One more (or, taken back, one less) of what `who` does in the hour that began at `hourAt`; how many that makes. */
  count(who: string, hourAt: string, by?: 1 | -1): Promise<number>
}
