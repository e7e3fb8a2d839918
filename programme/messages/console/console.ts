import type { ConsoleTexts } from '../../../web/console/texts.ts'
import { caseEn } from './case-en.ts'
import { caseFr } from './case-fr.ts'
import { figuresEn } from './figures-en.ts'
import { figuresFr } from './figures-fr.ts'
import { helpEn } from './help-en.ts'
import { helpFr } from './help-fr.ts'
import { directoryEn } from './directory-en.ts'
import { directoryFr } from './directory-fr.ts'
import { inboxEn } from './inbox-en.ts'
import { inboxFr } from './inbox-fr.ts'
import { intakeEn } from './intake-en.ts'
import { intakeFr } from './intake-fr.ts'
import { practiceEn } from './practice-en.ts'
import { practiceFr } from './practice-fr.ts'
import { searchEn } from './search-en.ts'
import { searchFr } from './search-fr.ts'
import { siteEn } from './site-en.ts'
import { siteFr } from './site-fr.ts'
import { workloadEn } from './workload-en.ts'
import { workloadFr } from './workload-fr.ts'

/** Every text of the console. French is what people get who have not chosen. */
export const consoleTexts = {
  fr: {
    language: 'fr',
    site: siteFr,
    inbox: inboxFr,
    figures: figuresFr,
    search: searchFr,
    workload: workloadFr,
    intake: intakeFr,
    case: caseFr,
    directory: directoryFr,
    help: helpFr,
    practice: practiceFr,
  },
  en: {
    language: 'en',
    site: siteEn,
    inbox: inboxEn,
    figures: figuresEn,
    search: searchEn,
    workload: workloadEn,
    intake: intakeEn,
    case: caseEn,
    directory: directoryEn,
    help: helpEn,
    practice: practiceEn,
  },
} satisfies Record<string, ConsoleTexts>
