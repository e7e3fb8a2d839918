import type { Common } from '../frame/common.ts'
import type { Role } from '../../../core/case/actor.ts'
import type { Step } from '../../../core/case/status.ts'
import type { Level } from '../../../core/case/level.ts'
import type { TemplateName } from '../../../core/notices/template.ts'
import type { Trait } from '../frame/inbox-choice.ts'

/** Pages a step of the guide leads to. */
export type Where =
  | 'inbox'
  | 'new'
  | 'mine'
  | 'late'
  | 'unassigned'
  | 'waiting'
  | 'reopened'
  | 'visit'
  | 'intake'
  | 'practice'
  | 'exercises'
  | 'procedure'

/** In the order of their ladder, as every catalogue names them. */
export const levelsIn = ({ marks }: Pick<HelpTexts, 'marks'>): Level[] => Object.keys(marks.levels) as Level[]
/** Every role, in the order the catalogue names them. */
export const rolesIn = ({ roles }: Pick<HelpTexts, 'roles'>): Role[] => Object.keys(roles) as Role[]

/** One thing to do, and the page where it is done: its label stands in the text as `{here}`. */
export interface GuideStep {
  text: string
  here?: readonly [where: Where, label: string]
}

type Titled = readonly [title: string, text: string]

/** The first-day guide. */
export interface HelpTexts {
  title: string
  lead: string
  practice: { title: string; text: string; go: string }
  paper: { title: string; text: string; go: string }
  hour: { title: string; lead: string; you: string }
  roles: Record<Role, { lead: string; steps: readonly GuideStep[] }>
  marks: {
    title: string
    lead: string
    due: { late: string; today: string; left: string }
    new: string
    mine: string
    levels: Record<Level, string>
    traits: Record<Exclude<Trait, 'mine' | 'new'>, string>
    columns: { mark: string; means: string }
  }
  never: { title: string; list: readonly Titled[] }
  stuck: { title: string; list: readonly Titled[] }
  keys: { title: string; lead: string }
  procedure: ProcedureTexts
}

/** What stands around the programme's own numbers, dates and rules. No number of its own: `{count}` and the like come from data. */
export interface ProcedureTexts {
  title: string
  lead: string
  inForce: string
  calendar: string
  printed: string
  print: string
  back: string
  contents: string
  levels: {
    title: string
    lead: string
    columns: Record<'level' | 'read' | 'act' | 'answer' | 'refer' | 'reminders' | 'escalation', string>
    promised: string
    kind: string
    cap: string
    reminders: string
    every: string
    only: string
    acted: string
    at: string
    atOnce: string
    first: string
    next: string
    top: string
    never: string
    none: string
  }
  spans: Record<'workingDays' | 'hours' | 'days' | 'minutes' | 'times', readonly [one: string, several: string]>
  ladder: { title: string; lead: string; regions: string; national: string; sensitive: string }
  others: { title: string; columns: readonly [what: string, time: string]; moreThan: string } & Record<
    OtherClock,
    string
  >
  days: {
    title: string
    lead: string
    weekdays: readonly string[]
    closed: string
    span: string
    quiet: string
    quietNone: string
    feasts: string
    easterMonday: string
    /** Feasts by the name the programme gives them, where this language has another. */
    names: Readonly<Record<string, string>>
    sources: { computed: string; confirmed: string; decreed: string; declared: string }
    open: string
  }
  sees: {
    title: string
    lead: string
    case: string
    yes: string
    no: string
    situations: Record<Situation, string>
    lists: string
  }
  does: { title: string; lead: string; step: string; from: string; by: string; ordinary: string; all: string }
  told: {
    title: string
    lead: string
    when: Record<TemplateName, string>
    languages: string
    draft: string
    sample: string
  }
  categories: { title: string; lead: string; code: string; label: string; level: string; owner: string }
  ready: { title: string; lead: string; none: string }
  signed: { title: string; lines: readonly string[] }
}

/** Clocks of the standards beside those of a level. */
export const otherClocks = [
  'sessionMinutes',
  'protectionAlertHours',
  'protectionAgainHours',
  'protectionUndecidedHours',
  'handOverResend',
  'handOverReturn',
  'callWithin',
  'callApartDays',
  'tellDays',
  'tellAttempts',
  'satisfactionReminderDays',
  'appealDays',
  'pauseDays',
  'eraseContactDays',
  'eraseOptOutHours',
  'eraseWordsDays',
  'eraseIntegrityDays',
  'floodPhone',
  'floodWords',
  'floodAddress',
  'dangers',
] as const
export type OtherClock = (typeof otherClocks)[number]

/** Cases as they may stand, by which the table says who sees what. */
export const situations = [
  'unread',
  'ownRegion',
  'otherRegion',
  'ownOrganisation',
  'ownServices',
  'escalated',
  'possible',
  'possibleAlerted',
  'possibleAsked',
  'integrity',
  'protection',
  'naming',
] as const
export type Situation = (typeof situations)[number]

/** Words of other pages that this one repeats, so that it cannot call anything otherwise than they do. */
interface Repeated {
  inbox: {
    due: Record<'late' | 'today' | 'left', string>
    filters: { traits: Record<Trait, string> }
    unassessed: string
    you: string
    keys: { lines: readonly (readonly [keys: string, does: string])[] }
  }
  case: { steps: Record<Step, { title: string }> }
}

/** The texts of these pages. */
export type HelpWords = Common & Repeated & { help: HelpTexts }
