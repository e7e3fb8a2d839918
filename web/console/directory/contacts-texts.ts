import type { ContactWhy } from '../../../core/directory/contacts.ts'

/** The list of a partner’s contacts, before and after it is taken over. */
export interface ContactsTexts {
  title: string
  lead: string
  expects: string
  adds: string
  look: string
  preview: string
  nothingYet: string
  columns: Record<'line' | 'person' | 'organisation' | 'role' | 'region' | 'mail' | 'what', string>
  sums: Record<'new' | 'changed' | 'same' | 'wrong' | 'organisations', string>
  is: Record<'new' | 'changed' | 'same' | 'wrong', string>
  why: Record<ContactWhy, string>
  /** `{from}` → `{to}` of what is different. */
  changes: string
  fields: Record<'name' | 'organisation' | 'role' | 'region', string>
  givesPhone: string
  keepsPhone: string
  keepsMail: string
  /** A spreadsheet kept it as a number; `{phone}` is what it was read as. */
  phoneRead: string
  waits: string
  expected: string
  newOrganisation: string
  apply: string
  /** `{left}` are left. */
  goOn: string
  done: string
  /** Somebody wrote at the same moment: `{lines}` are still to do. */
  missed: string
  mails: string
  mailsLead: string
  /** Before the link to the invitations. */
  then: string
  another: string
}
