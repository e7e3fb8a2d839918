/** What the daily check of the figures against the agenda asks. */
export interface SelfCheckStore {
  /** Cases standing on the index the sweep reads. */
  rowsOnDue(): Promise<number>
}
