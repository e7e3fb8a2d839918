/** Cases whose last changes no counter holds yet. */
export interface PendingCounts {
  /**
   * Names cases before they become pending: what is named and does not is read in vain, what is and were not named would be missing. All that are named
   * then; null while somebody settles them: try again.
   */
  willPend(references: readonly string[]): Promise<string[] | null>
  /** Cases named so. Not `sure`: perhaps as it was a moment ago. */
  pending(sure?: boolean): Promise<string[]>
}
