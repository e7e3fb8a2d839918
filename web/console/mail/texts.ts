/** The page on which somebody says what they want by e-mail. */
export interface MailPageTexts {
  title: string
  lead: string
  fields: {
    address: { label: string; hint: string }
    kinds: { label: string; hint: string }
  }
  kinds: Record<'digest' | 'escalation' | 'reminder', string>
  save: string
  /** What was kept. */
  saved: string
  none: string
  problems: Record<'title' | 'address', string>
}
