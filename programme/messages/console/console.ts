import type { SiteTexts } from '../../../web/console/site-texts.ts'
import { siteEn } from './site-en.ts'
import { siteFr } from './site-fr.ts'

/** Every text of the console. French is what people get who have not chosen. */
export const consoleTexts = {
  fr: { language: 'fr', site: siteFr },
  en: { language: 'en', site: siteEn },
} satisfies Record<string, { language: string; site: SiteTexts }>
