import type { CaseTexts } from '../../../web/console/case-texts.ts'
import type { InboxTexts } from '../../../web/console/inbox-texts.ts'
import type { SiteTexts } from '../../../web/console/site-texts.ts'
import { caseEn } from './case-en.ts'
import { caseFr } from './case-fr.ts'
import { inboxEn } from './inbox-en.ts'
import { inboxFr } from './inbox-fr.ts'
import { siteEn } from './site-en.ts'
import { siteFr } from './site-fr.ts'

/** Every text of the console. French is what people get who have not chosen. */
export const consoleTexts = {
  fr: { language: 'fr', site: siteFr, inbox: inboxFr, case: caseFr },
  en: { language: 'en', site: siteEn, inbox: inboxEn, case: caseEn },
} satisfies Record<string, { language: string; site: SiteTexts; inbox: InboxTexts; case: CaseTexts }>
