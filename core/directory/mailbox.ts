import * as z from 'zod/mini'
import type { Member } from './member.ts'

/** What somebody may get by e-mail: each morning how much waits, within the hour that something does, on Mondays what is left. */
export const mailKinds = ['digest', 'escalation', 'reminder'] as const
export const MailKind = z.enum(mailKinds)
export type MailKind = z.infer<typeof MailKind>

/** Where a member of staff reads e-mail, by their own wish. */
export interface Mailbox {
  member: string
  sealedAddress: string
  /** Never empty: who wants none has no mailbox. */
  kinds: readonly MailKind[]
  /** In which language they asked for it. */
  language: string
}

/** Whom an address is sealed for. */
export const mailedAs = (member: string): string => `mail:${member}`

/** One who is there, and of a pair one who has a seat: counts of theirs are for nobody else. */
export const mayBeMailed = ({ active, role, inPair }: Pick<Member, 'active' | 'role' | 'inPair'>): boolean =>
  active && ((role !== 'protection' && role !== 'integrity') || inPair !== null)
