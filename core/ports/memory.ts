/** What the programme remembers of itself between visits, such as which calendar its dates stand on. Whoever writes last is right. */
export interface Memory {
  /** Null at first. Not `sure`: perhaps as it was a moment ago. */
  remembered(name: string, sure?: boolean): Promise<string | null>
  remember(name: string, value: string): Promise<void>
}
