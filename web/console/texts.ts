import type { InLanguage } from '../../core/language.ts'
import type { CallsTexts } from './calls/texts.ts'
import type { CareTexts } from './care/texts.ts'
import type { CaseTexts } from './case/texts.ts'
import type { FiguresTexts } from './figures/texts.ts'
import type { GatewayPageTexts } from './gateways/texts.ts'
import type { HelpTexts } from './help/texts.ts'
import type { DirectoryTexts } from './directory/texts.ts'
import type { InboxTexts } from './inbox/texts.ts'
import type { IntakeTexts } from './intake/texts.ts'
import type { MailPageTexts } from './mail/texts.ts'
import type { PairTexts } from './pairs/texts.ts'
import type { PracticeTexts } from './practice/texts.ts'
import type { PointTexts } from '../points.ts'
import type { StartTexts } from './start/texts.ts'
import type { SearchTexts } from './search/texts.ts'
import type { CommonTexts } from './frame/common.ts'
import type { TogetherTexts } from './together/texts.ts'
import type { WorkloadTexts } from './workload/texts.ts'

/** Every text of the console, one file a section in `languages/<language>/console/`. */
export interface ConsoleSections extends CommonTexts {
  start: StartTexts
  inbox: InboxTexts
  figures: FiguresTexts
  search: SearchTexts
  workload: WorkloadTexts
  calls: CallsTexts
  together: TogetherTexts
  intake: IntakeTexts
  case: CaseTexts
  care: CareTexts
  gateways: GatewayPageTexts
  mail: MailPageTexts
  pairs: PairTexts
  points: PointTexts
  directory: DirectoryTexts
  help: HelpTexts
  practice: PracticeTexts
}

export type ConsoleTexts = ConsoleSections & InLanguage
