import type { InLanguage, LanguageCode } from '../../language.ts'

/** One mail: the same subject for every lane; counts and a link, and never what a case is about. */
export interface MailTexts {
  subject: string
  body: (values: { open: number; late: number; link: string | null }) => string
  /** To whoever was invited to work with Jaabi, as the SMS of that name says it. Nothing in it opens anything. */
  invitation: { subject: string; body: (values: { link: string }) => string }
}
export type Mails = readonly [MailTexts & InLanguage, ...(MailTexts & InLanguage)[]]

export const mailIn = (mails: Mails, language: LanguageCode): MailTexts =>
  mails.find((one) => one.language === language) ?? mails[0]
