import type { ConsoleSections } from '../../web/console/texts.ts'
import { codesEn } from './codes.ts'
import { callsEn } from './console/lists/calls.ts'
import { careEn } from './console/care.ts'
import { caseEn } from './console/case.ts'
import { directoryEn } from './console/directory/directory.ts'
import { figuresEn } from './console/figures/figures.ts'
import { gatewayPageEn } from './console/lists/gateways.ts'
import { helpEn } from './console/help/help.ts'
import { inboxEn } from './console/inbox.ts'
import { intakeEn } from './console/intake.ts'
import { mailPageEn } from './console/lists/mail.ts'
import { pairsEn } from './console/pairs.ts'
import { pointsEn } from './points.ts'
import { practiceEn } from './console/practice.ts'
import { questionsEn } from './console/questions.ts'
import { searchEn } from './console/search.ts'
import { siteEn } from './console/site.ts'
import { startEn } from './console/start.ts'
import { togetherEn } from './console/lists/together.ts'
import { whenEn } from './console/when.ts'
import { workloadEn } from './console/lists/workload.ts'

/** The console in English. */
export const consoleEn: ConsoleSections = {
  site: siteEn,
  when: whenEn,
  codes: codesEn,
  start: startEn,
  inbox: inboxEn,
  figures: figuresEn,
  search: searchEn,
  workload: workloadEn,
  calls: callsEn,
  together: togetherEn,
  intake: intakeEn,
  questions: questionsEn,
  case: caseEn,
  care: careEn,
  gateways: gatewayPageEn,
  mail: mailPageEn,
  pairs: pairsEn,
  points: pointsEn,
  directory: directoryEn,
  help: helpEn,
  practice: practiceEn,
}
