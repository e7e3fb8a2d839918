import type { Mailbox } from '../../directory/mailbox.ts'

/** One a member, written by that member alone. */
export interface Mailboxes {
  mailbox(member: string): Promise<Mailbox | null>
  mailboxes(): Promise<Mailbox[]>
  putMailbox(mailbox: Mailbox): Promise<void>
  forgetMailbox(member: string): Promise<void>
}
