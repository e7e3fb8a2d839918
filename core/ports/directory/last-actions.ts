/** The last day one of its people did something, by organisation. */
export interface LastActions {
  all(): Promise<ReadonlyMap<string, string>>
  /** Never goes back. */
  note(organisation: string, on: string): Promise<void>
}
