import type { MailPageTexts } from '../../../../web/console/mail/texts.ts'

export const mailPageEn: MailPageTexts = {
  title: 'E-mail',
  lead: 'If you like, Jaabi writes to you when work is waiting. A message only says how much, and where the start page is: no case number, no subject, no place. Nobody else sees this address.',
  fields: {
    address: { label: 'Your e-mail address', hint: 'One that is yours alone: what has left cannot be taken back.' },
    kinds: {
      label: 'What you want to get',
      hint: 'With nothing chosen the address is erased, and nothing leaves any more.',
    },
  },
  kinds: {
    digest: 'Each working morning: how many cases are waiting',
    escalation: 'Within the hour: work arrives or comes up to you, once an hour at most',
    reminder: 'On Mondays: what is left to do',
  },
  save: 'Save',
  saved: 'Saved.',
  none: 'No e-mail is sent to you, and no address is kept.',
  problems: { title: 'Something is missing', address: 'This address cannot receive e-mail: please check it.' },
}
