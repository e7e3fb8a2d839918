import type { DirectoryTexts } from '../../../../web/console/directory/texts.ts'

/** Who was invited, and how far each invitation is. */
export const directoryInvitationsEn: DirectoryTexts['invitations'] = {
  title: 'Invitations',
  lead: 'People invited by a list of contacts. Open their accounts first: the SMS tells them only where to sign in, with their e-mail address.',
  none: 'Nobody has been invited by a list yet.',
  columns: { send: 'SMS', person: 'Person', role: 'Role', state: 'How far it is' },
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
  sentOn: 'called for on {day}',
  record: 'Record the protocol',
  bySlip: 'a slip to hand over',
  send: 'Send the SMS to those ticked',
  choose: 'SMS to {name}',
  sent: 'SMS about to leave: {count}. The page then tells whether they arrive.',
  sentNone: 'No SMS left: there was nobody to tell.',
  noAddress:
    'The address to sign in at is not set in the settings of the programme: no SMS of invitation leaves. Hand over the slips, completed by hand.',
  rules:
    'Each person gets one SMS, then at most two more, a day apart. None leaves at night, nor to a phone that said STOP.',
  slips: 'Slips to print, for those whom no SMS reaches ({count})',
  slip: {
    title: 'Invitation slips',
    lead: 'One slip a person: to print and hand over, or to copy into a message. Write the e-mail address by hand: Jaabi does not keep it.',
    head: 'Jaabi · invitation',
    to: 'For {name}, {belongs}',
    go: 'Open:',
    goTo: 'Open: ______________________________',
    mail: 'With the e-mail address: ______________________________',
    first: 'The first password comes by e-mail; it is good for some days.',
    ask: 'A question? Ask your organisation.',
  },
}
