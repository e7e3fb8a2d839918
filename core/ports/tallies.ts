export interface Tallies {
  /** Counts something that makes no case (key 4 alone), per day. */
  count(what: string, on: string): Promise<void>
}
