import type { Languages } from '../core/language.ts'
import type { Mails, MailTexts } from '../core/notices/mail/texts.ts'
import { english } from './en/language.ts'
import { mailEn } from './en/mail.ts'
import { french } from './fr/language.ts'
import { mailFr } from './fr/mail.ts'
import { complete, offeredTexts, type Stock } from './stock.ts'

/** What there is of mail to staff, one line a language. */
export const mailStock: readonly Stock<MailTexts>[] = [complete(french, mailFr), complete(english, mailEn)]

export const mailsFor = (languages: Languages): Mails => offeredTexts(mailStock, languages, 'staff')
