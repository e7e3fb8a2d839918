import type { ConsoleSections } from '../../web/console/texts.ts'
import { codesFr } from './codes.ts'
import { callsFr } from './console/lists/calls.ts'
import { careFr } from './console/care.ts'
import { caseFr } from './console/case.ts'
import { directoryFr } from './console/directory/directory.ts'
import { figuresFr } from './console/figures/figures.ts'
import { gatewayPageFr } from './console/lists/gateways.ts'
import { helpFr } from './console/help/help.ts'
import { inboxFr } from './console/inbox.ts'
import { intakeFr } from './console/intake.ts'
import { mailPageFr } from './console/lists/mail.ts'
import { pairsFr } from './console/pairs.ts'
import { pointsFr } from './points.ts'
import { practiceFr } from './console/practice.ts'
import { questionsFr } from './console/questions.ts'
import { searchFr } from './console/search.ts'
import { siteFr } from './console/site.ts'
import { startFr } from './console/start.ts'
import { togetherFr } from './console/lists/together.ts'
import { whenFr } from './console/when.ts'
import { workloadFr } from './console/lists/workload.ts'

/** The console in French. */
export const consoleFr: ConsoleSections = {
  site: siteFr,
  when: whenFr,
  codes: codesFr,
  start: startFr,
  inbox: inboxFr,
  figures: figuresFr,
  search: searchFr,
  workload: workloadFr,
  calls: callsFr,
  together: togetherFr,
  intake: intakeFr,
  questions: questionsFr,
  case: caseFr,
  care: careFr,
  gateways: gatewayPageFr,
  mail: mailPageFr,
  pairs: pairsFr,
  points: pointsFr,
  directory: directoryFr,
  help: helpFr,
  practice: practiceFr,
}
