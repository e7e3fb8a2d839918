/** What the programme remembers of itself between visits, such as which calendar its dates stand on. */
export interface Memory {
  /** Null at first. Not `sure`: perhaps as it was a moment ago. */
  remembered(name: string, sure?: boolean): Promise<string | null>
  /** Whoever writes last is right. */
  remember(name: string, value: string): Promise<void>
  /** Writes where what was read still stands there, null for nothing. False: somebody else wrote first. */
  exchange(name: string, before: string | null, value: string): Promise<boolean>
}
