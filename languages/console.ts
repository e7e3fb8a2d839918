import type { ConsoleTexts } from '../web/console/texts.ts'
import { caseEn } from './en/console/case.ts'
import { caseFr } from './fr/console/case.ts'
import { figuresEn } from './en/console/figures.ts'
import { figuresFr } from './fr/console/figures.ts'
import { helpEn } from './en/console/help.ts'
import { helpFr } from './fr/console/help.ts'
import { directoryEn } from './en/console/directory.ts'
import { directoryFr } from './fr/console/directory.ts'
import { inboxEn } from './en/console/inbox.ts'
import { inboxFr } from './fr/console/inbox.ts'
import { intakeEn } from './en/console/intake.ts'
import { intakeFr } from './fr/console/intake.ts'
import { practiceEn } from './en/console/practice.ts'
import { practiceFr } from './fr/console/practice.ts'
import { searchEn } from './en/console/search.ts'
import { searchFr } from './fr/console/search.ts'
import { siteEn } from './en/console/site.ts'
import { siteFr } from './fr/console/site.ts'
import { workloadEn } from './en/console/workload.ts'
import { workloadFr } from './fr/console/workload.ts'

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
