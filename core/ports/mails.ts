/** Mail to staff. */
export interface Mails {
  /** One plain mail to one address. `refused`: it will never be taken; `again`: it may be later. Never throws. */
  send(mail: { to: string; subject: string; body: string }): Promise<'taken' | 'refused' | 'again'>
}
