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
}
