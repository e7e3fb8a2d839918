import type { InLanguage } from '../../../core/language.ts'
import type { CodeTexts } from '../../code-texts.ts'
import type { StaffQuestions } from '../../question-texts.ts'
import type { SiteTexts } from './site-texts.ts'
import type { WhenTexts } from './when.ts'

/** What every page says: what is around it, days and hours, codes in words, and what is asked of a person. A page asks for these and for the texts of its section. */
export interface CommonTexts {
  site: SiteTexts
  when: WhenTexts
  codes: CodeTexts
  questions: StaffQuestions
}

export type Common = CommonTexts & InLanguage
