import type { Role } from '../../../core/case/actor.ts'
import type { Status, Step } from '../../../core/case/status.ts'
import type { QuietHours } from '../../../core/deadlines/quiet-hours.ts'
import type { ServiceStandards } from '../../../core/deadlines/service-standards.ts'
import type { WorkingCalendar } from '../../../core/deadlines/working-calendar.ts'
import type { LanguageMessages } from '../../../core/notices/messages.ts'
import type { TemplateName } from '../../../core/notices/template.ts'
import type { Category } from '../../../core/routing/category.ts'
import type { Situation } from './texts.ts'
import type { Here } from '../frame/when.ts'

export interface Feast {
  /** YYYY-MM-DD. */
  on: string
  /** Null for Easter Monday, which has a name in each language. */
  name: string | null
  source: 'fixed' | 'computed' | 'confirmed' | 'decreed' | 'declared'
  /** Opening spans that remain; none: closed; `open`: worked after all. */
  hours: readonly { from: string; to: string }[] | 'open'
}

/** What the procedure says, as the programme has it. */
export interface ProcedureView extends Here {
  standards: ServiceStandards
  calendar: Pick<WorkingCalendar, 'version' | 'office'>
  feasts: readonly { year: number; days: readonly Feast[] }[]
  quietHours: QuietHours
  clusters: readonly string[]
  sees: readonly { situation: Situation; roles: readonly Role[] }[]
  /** `from` is empty where the step may be taken at any time. */
  does: readonly { step: Step; from: readonly Status[]; by: readonly Role[]; ordinaryOnly: boolean }[]
  told: readonly { template: TemplateName; text: string }[]
  languages: readonly Pick<LanguageMessages, 'code' | 'name' | 'draft'>[]
  categories: readonly (Pick<Category, 'code' | 'level'> & { label: string; owner: string })[]
  /** Ready answers that hold today. */
  ready: readonly string[]
}
