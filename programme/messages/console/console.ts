import type { InboxTexts } from '../../../web/console/inbox-texts.ts'
import type { SiteTexts } from '../../../web/console/site-texts.ts'
import { inboxEn } from './inbox-en.ts'
import { inboxFr } from './inbox-fr.ts'
import { siteEn } from './site-en.ts'
import { siteFr } from './site-fr.ts'

/** Every text of the console. French is what people get who have not chosen. */
export const consoleTexts = {
  fr: { language: 'fr', site: siteFr, inbox: inboxFr },
  en: { language: 'en', site: siteEn, inbox: inboxEn },
} satisfies Record<string, { language: string; site: SiteTexts; inbox: InboxTexts }>
