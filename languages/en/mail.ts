import type { MailTexts } from '../../core/notices/mail/texts.ts'

const cases = (count: number): string => (count === 1 ? '1 case' : `${String(count)} cases`)

export const mailEn: MailTexts = {
  subject: 'Jaabi: work is waiting for you',
  body: ({ open, late, link }) =>
    [
      'Hello,',
      `${cases(open)} for you or your team to work on, ${String(late)} of them late. Everything else is read in Jaabi alone.`,
      ...(link ? [`Start page: ${link}`] : []),
      'You get this because you gave this address. To get less, or nothing any more: “E-mail”, from the start page.',
    ].join('\n\n'),
  invitation: {
    subject: 'Jaabi: a work account is waiting for you',
    body: ({ link }) =>
      [
        'Hello,',
        `A work account is waiting for you in Jaabi, which takes in the complaints and feedback of communities. Open ${link} with this e-mail address.`,
        'Your first password comes in another message; this one opens nothing. A question? Ask your organisation.',
        'Your address comes from the contact list of your organisation. Jaabi forgets it once you sign in for the first time, and after 90 days at the latest.',
      ].join('\n\n'),
  },
}
