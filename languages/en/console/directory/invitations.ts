import type { DirectoryTexts } from '../../../../web/console/directory/texts.ts'

/** Who was invited, and how far each invitation is. */
export const directoryInvitationsEn: DirectoryTexts['invitations'] = {
  title: 'Invitations',
  lead: 'People invited by a list of contacts. Open their accounts first: the message tells them only where to sign in, with their e-mail address.',
  none: 'Nobody has been invited by a list yet.',
  columns: { send: 'Tell', person: 'Person', role: 'Role', state: 'How far it is' },
  states: {
    taken: 'account opened',
    protocol: 'waits for the protocol of their organisation',
    ready: 'not told yet',
    leaving: 'SMS about to leave',
    sent: 'SMS sent',
    delivered: 'SMS arrived',
    unconfirmed: 'SMS sent, arrival not told',
    unknown: 'SMS perhaps sent',
    stopped: 'this phone said STOP',
    failed: 'SMS did not arrive',
  },
  mailStates: {
    leaving: 'e-mail about to leave',
    delivered: 'e-mail sent',
    unknown: 'e-mail perhaps sent',
    failed: 'e-mail refused',
  },
  by: { sms: 'by SMS', mail: 'by e-mail' },
  sentOn: 'called for on {day}',
  record: 'Record the protocol',
  bySlip: 'a slip to hand over',
  send: 'Tell those ticked',
  sendByMail: 'Tell them by e-mail only',
  choose: 'Tell {name}',
  sent: 'Messages about to leave: {count}. The page then tells what becomes of them.',
  sentNone: 'No message left: there was nobody to tell this way.',
  noAddress:
    'The address to sign in at is not set in the settings of the programme: no invitation leaves. Hand over the slips, completed by hand.',
  rules:
    'Each person gets one message, then at most two more, a day apart. None leaves at night, nor an SMS to a phone that said STOP.',
  mailRules:
    'By SMS where the list has a number, else by e-mail. Of an e-mail, Jaabi knows only that a server took it.',
  slips: 'Slips to print, for those whom no message reaches ({count})',
  slip: {
    title: 'Invitation slips',
    lead: 'One slip a person: to print and hand over, or to copy into a message. Write the e-mail address by hand: Jaabi does not show it.',
    head: 'Jaabi · invitation',
    to: 'For {name}, {belongs}',
    go: 'Open:',
    goTo: 'Open: ______________________________',
    mail: 'With the e-mail address: ______________________________',
    first: 'The first password comes by e-mail; it is good for some days.',
    ask: 'A question? Ask your organisation.',
  },
}
