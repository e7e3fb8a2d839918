import type { CaseTexts } from './case/texts.ts'
import type { FiguresTexts } from './figures/texts.ts'
import type { HelpTexts } from './help/texts.ts'
import type { DirectoryTexts } from './directory/texts.ts'
import type { InboxTexts } from './inbox/texts.ts'
import type { IntakeTexts } from './intake/texts.ts'
import type { PracticeTexts } from './practice/texts.ts'
import type { SearchTexts } from './search/texts.ts'
import type { SiteTexts } from './frame/site-texts.ts'
import type { WorkloadTexts } from './workload/texts.ts'

/** Every text of the console in one language; French is the first, English complete. One file a section in `languages/<language>/console/`. */
export interface ConsoleTexts {
  language: string
  site: SiteTexts
  inbox: InboxTexts
  figures: FiguresTexts
  search: SearchTexts
  workload: WorkloadTexts
  intake: IntakeTexts
  case: CaseTexts
  directory: DirectoryTexts
  help: HelpTexts
  practice: PracticeTexts
}
