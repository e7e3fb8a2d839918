/** How much everybody has to do. */
export interface WorkloadTexts {
  title: string
  lead: string
  regions: string
  organisations: string
  columns: Record<'owner' | 'open' | 'late' | 'oldest', string>
  lists: Record<'triage' | 'national', string>
  none: string
  tooMany: string
}
