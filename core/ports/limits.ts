export interface Limits {
  /** Wrong references tried by one phone or address in the hour that began at `hourAt`; adds `add` first. */
  tries(who: string, hourAt: string, add: 0 | 1): Promise<number>
}
