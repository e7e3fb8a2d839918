/** What gateways said of an SMS, or the key of a message, that nothing makes expire. */
export interface Leftover {
  /** Where it lies. */
  pk: string
  sk: string
  /** The case it was kept for; null where there is none. */
  reference: string | null
  /** A message, and the case it opened knows of it. */
  isLinked: boolean
}

/** All there is of one programme, page by page: only for what no index tells. */
export interface Leftovers {
  page(after: string | null): Promise<{ found: Leftover[]; next: string | null }>
  /** Gone in thirty days, unless something else takes it first, or gave it an end meanwhile. */
  letGo(leftover: Leftover): Promise<void>
}
