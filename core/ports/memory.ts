/** What the programme remembers of itself between visits, such as which calendar its dates stand on. Whoever writes last is right. */
export interface Memory {
  /** Null at first. */
  remembered(name: string): Promise<string | null>
  remember(name: string, value: string): Promise<void>
}
