/** How much everybody has to do. */
export interface WorkloadTexts {
  title: string
  lead: string
  /** Whose turn it is. */
  turns: Record<'title' | 'organisations', string>
  regions: string
  organisations: string
  columns: Record<'owner' | 'open' | 'late' | 'oldest', string>
  lists: Record<'triage' | 'national', string>
  /** Of an organisation that is inactive and still has cases, and the link to them. */
  inactive: string
  reassign: string
  none: string
  tooMany: string
}
