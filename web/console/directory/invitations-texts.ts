import type { InvitationState, MessageWay } from '../../../core/directory/invitation.ts'

/** Who was invited, and how far each invitation is. */
export interface InvitationsTexts {
  title: string
  lead: string
  none: string
  columns: Record<'send' | 'person' | 'role' | 'state', string>
  states: Record<InvitationState, string>
  /** The same of an e-mail, as far as it is another. */
  mailStates: Partial<Record<InvitationState, string>>
  /** By what it would leave. */
  by: Record<MessageWay, string>
  /** `{day}`. */
  sentOn: string
  /** Leads to the organisation whose protocol is missing. */
  record: string
  /** No message reaches them. */
  bySlip: string
  send: string
  /** By e-mail alone, whoever has a number too. */
  sendByMail: string
  /** `{name}`. */
  choose: string
  /** Said once it was: `{count}`. */
  sent: string
  sentNone: string
  /** The programme has no address to sign in at, so nothing leaves. */
  noAddress: string
  rules: string
  mailRules: string
  /** `{count}`. */
  slips: string
  /** A slip for each who has no number. */
  slip: {
    title: string
    lead: string
    head: string
    /** `{name}`; `{belongs}` of whom. */
    to: string
    go: string
    /** No address is set: whoever hands it over writes it. */
    goTo: string
    mail: string
    first: string
    ask: string
  }
}
