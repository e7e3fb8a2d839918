import type { Counted } from '../../../core/channel/questions.ts'
import type { Age } from '../../../core/figures/backlog.ts'
import type { Breakdown, Colour, ShareName } from '../../../core/figures/indicators.ts'
import type { Period } from '../../../core/figures/period.ts'

/** The page of figures and its download. `{holes}` are filled by the page. */
export interface FiguresTexts {
  title: string
  scopes: { all: string; region: string; organisation: string; S1: string; S2: string }
  /** `{day}` and `{scope}`. */
  asOf: string
  /** `{format}`. */
  download: string
  print: string
  /** The name of a download before the period, and its columns. */
  file: string
  columns: { section: string; figure: string; value: string; n: string; colour: string; before: string }
  /** `{column}`: the one before it. */
  highest: string
  inWords: string
  /** Of several, one: `apart` stands with what may be handed on of it. */
  region: Record<'label' | 'show' | 'apart', string>
  /** The same of one cercle of them: `{name}`; `unsaid` where the region alone is known. `{count}` and `{most}` in `tooMany`. */
  cercle: Record<'label' | 'all' | 'of' | 'unsaid' | 'read' | 'tooMany', string>
  periods: {
    label: string
    kinds: Record<Period['kind'], string>
    /** `{month}` and `{year}`; `{quarter}`; `{from}` and `{to}`. */
    month: string
    quarter: string
    year: string
    /** Four. */
    quarters: readonly string[]
    lastMonths: string
    earlier: string
    later: string
  }
  months: readonly string[]
  /** `{count}`, for numbers not printed. */
  small: string
  hidden: string
  legend: { title: string; small: string; hidden: string; withheld: string }
  today: {
    title: string
    lead: string
    open: string
    late: string
    silent: string
    ages: Record<Age, string>
    age: string
  }
  /** Why the inbox has more: `{count}` of each; `listed` stands before the others. */
  gap: Record<'listed' | 'open' | 'answered' | 'apart', string>
  /** The same for a wall in a meeting; `{at}` and `{of}` in `position`. */
  wall: Record<
    | 'title'
    | 'open'
    | 'sheets'
    | 'before'
    | 'after'
    | 'position'
    | 'stop'
    | 'turn'
    | 'leave'
    | 'turns'
    | 'organisations'
    | 'untold',
    string
  >
  /** True numbers are for inside the house; the links lead to those to hand on, and back. */
  inside: Record<'exact' | 'share' | 'inside', string>
  received: {
    title: string
    count: string
    /** Beside it: those put away. */
    dismissed: string
    /** `{count}`, `{period}`. */
    before: string
    chart: string
    none: string
  }
  shares: Record<ShareName, { label: string; formula: string; n: string }>
  /** `{currency}`; in `value` `{median}` and, where it may be said, `{total}`. */
  cost: Record<'title' | 'lead' | 'label' | 'formula' | 'n' | 'value' | 'byLanguage' | 'byMonth' | 'row', string>
  answerDays: { label: string; value: string; formula: string; n: string }
  /** `{share}`; `{low}` and `{high}`; `{n}`. */
  share: string
  between: string
  tooFew: string
  nothing: string
  ofN: string
  shareBefore: string
  how: string
  /** Headings of the same in a file. */
  noted: Record<'formula' | 'source', string>
  formula: string
  source: string
  sources: { months: string; now: string; read: string; stub: string }
  formulas: {
    received: string
    dismissed: string
    open: string
    late: string
    silent: string
    age: string
    by: string
    stub: string
  }
  colours: Record<Colour, string>
  colour: string
  colourScale: string
  by: {
    title: string
    lead: string
    headings: Record<Exclude<Breakdown, Counted>, string>
    value: string
    count: string
    part: string
  }
  withheld: string
  values: {
    unknown: string
    triage: string
    national: string
    region: string
    channels: Readonly<Record<string, string>>
  }
  stub: { lead: string; count: string }
}
