import type { ShareName } from '../figures/indicators.ts'
import type { FiguresShown } from '../figures/shown.ts'
import type { LanguageCode } from '../language.ts'
import type { BreakdownName, FiguresWording, SectionName } from './figures-wording.ts'
import {
  type Breakdown,
  breakdownTable,
  costOf,
  countOf,
  type Figure,
  type FiguresSection,
  figuresTable,
  type InWords,
  wholeTable,
} from './figures-tables.ts'
import { inEach, type Table } from './table.ts'

export interface FiguresReport {
  sections: FiguresSection[]
  /** The same numbers in one table. */
  whole: Table
}

type OfPeriod = Extract<FiguresShown, { period: unknown }>

const isOfCercle = ({ scope }: OfPeriod): boolean => 'cercle' in scope

/** All that somebody is shown, in the words of each language it is wanted in. */
export function figuresReport(
  shown: FiguresShown,
  wordings: Readonly<Record<LanguageCode, FiguresWording>>,
): FiguresReport {
  const say = inEach(wordings)
  const period = 'period' in shown ? [say((words) => words.period(shown.period))] : []
  const about = [say(({ asOf }) => asOf), ...period]
  const section = ({ name, source, figures = [], breakdowns = [] }: Content): FiguresSection => {
    const title = say((words) => words.section(name, shown).title)
    const part = { code: name, title, about, source }
    return {
      code: name,
      title,
      lead: say((words) => words.section(name, shown).lead),
      figures: figuresTable(figures, part, say),
      breakdowns: breakdowns.map((one) => breakdownTable(one, part, say)),
    }
  }
  const contents = 'period' in shown ? ofPeriod(shown, say) : [ofYears(shown.years, say)]
  const sections = contents.map(section)
  return { sections, whole: wholeTable(sections, about, say) }
}

/** What stands in one part, before there are words for it. */
interface Content {
  name: SectionName
  source: keyof FiguresWording['sources']
  figures?: Figure[]
  breakdowns?: Breakdown[]
}

const ofYears = (years: Extract<FiguresShown, { years: unknown }>['years'], say: InWords): Content => ({
  name: 'stub',
  source: 'stub',
  figures: years.map(({ year, received }) => ({ name: 'year', code: year, value: countOf(received, say) })),
})

function ofPeriod(shown: OfPeriod, say: InWords): Content[] {
  const { received, by } = shown.figures
  const [months, now] = isOfCercle(shown) ? (['read', 'read'] as const) : (['months', 'now'] as const)
  const breakdowns = Object.entries(by).map(([name, rows]) => ({ name: name as BreakdownName, rows, n: received }))
  return [
    { ...today(shown, say), source: now },
    { name: 'received', source: months, figures: figuresReceived(shown, say), breakdowns: monthsReceived(shown) },
    ...(received === 0 ? [] : [{ name: 'by', source: months, breakdowns } as const]),
    ...(shown.costs.all.length === 0 ? [] : [{ ...paid(shown, say), source: months }]),
  ]
}

/** What the SMS of cases that ended cost, as it was really paid for. */
function paid({ costs: { all, byLanguage, byMonth } }: OfPeriod, say: InWords): Omit<Content, 'source'> {
  const rows = (costs: typeof all) =>
    costs.map((cost) => ({ value: `${cost.of}#${cost.currency}`, count: cost.n, cost }))
  const breakdowns: Breakdown[] = [
    { name: 'costLanguage', rows: rows(byLanguage), n: null },
    { name: 'costMonth', rows: rows(byMonth), n: null },
  ]
  return {
    name: 'cost',
    figures: all.map((cost) => ({ name: 'cost', code: `cost#${cost.currency}`, value: costOf(cost, say), n: cost.n })),
    breakdowns: breakdowns.filter((one) => one.rows.length > 0),
  }
}

function today({ backlog }: OfPeriod, say: InWords): Omit<Content, 'source'> {
  const { open, late, silent, silentShare, ages } = backlog
  const rows = ages === 'withheld' ? ages : Object.entries(ages).map(([value, count]) => ({ value, count }))
  return {
    name: 'today',
    figures: [
      { name: 'open', value: countOf(open, say) },
      { name: 'late', value: countOf(late, say) },
      {
        name: 'silent',
        value: countOf(silent, say, (words) => words.part(silent, silentShare)),
        n: open,
      },
    ],
    breakdowns: [{ name: 'age', rows, n: open }],
  }
}

/** How many answer is no achievement of theirs who are asked about; and what escalates, or is taken up again, is a right that was used. */
const neutral: readonly ShareName[] = ['response', 'escalated', 'reopened']

function figuresReceived({ figures, before, choices }: OfPeriod, say: InWords): Figure[] {
  const { received, answerDays: days, dismissed: away } = figures
  const then = countOf(before.received, say, (words) => words.receivedBefore(before.received, choices.before))
  const all: Figure = { name: 'received', value: countOf(received, say), before: then }
  const dismissed = away === null ? [] : [{ name: 'dismissed', value: countOf(away, say) } as const]
  if (received === 0) return [all, ...dismissed]
  const shares = (Object.keys(figures.shares) as ShareName[]).map((name) => share(name, figures, before, say))
  const inDays = days && { value: days.median, said: say((words) => words.days(days)) }
  return [all, ...dismissed, ...shares, ...(inDays ? [{ name: 'answerDays', value: inDays, n: days.n } as const] : [])]
}

function share(name: ShareName, figures: OfPeriod['figures'], before: OfPeriod['before'], say: InWords): Figure {
  const [now, then] = [figures.shares[name], before.shares[name]]
  return {
    name,
    value: { value: now.range, said: say((words) => words.share(now)) },
    n: now.n,
    colour: neutral.includes(name) ? null : now.colour,
    before: then.range && { value: then.range, said: say((words) => words.shareBefore(then)) },
  }
}

/** The months that have begun, where there is more than one. */
function monthsReceived({ figures: { received, receivedIn }, todayOn }: OfPeriod): Breakdown[] {
  const begun = receivedIn.filter(({ month }) => month <= todayOn.slice(0, 7))
  const rows = begun.map(({ month, count }) => ({ value: month, count }))
  return received === 0 || rows.length < 2 ? [] : [{ name: 'month', rows, n: null }]
}
