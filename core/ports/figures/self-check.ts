/** What the daily check of the figures against the agenda asks. */
export interface SelfCheckStore {
  /** Cases standing on the index the sweep reads. */
  rowsOnDue(): Promise<number>
  /** True for the one who asks first on this day; `lastOn` is the day taken before it, null for the first ever. */
  takeDay(on: string): Promise<{ taken: boolean; lastOn: string | null }>
}
