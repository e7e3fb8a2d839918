import type { Age } from '../../../core/figures/backlog.ts'
import type { Breakdown, ShareName } from '../../../core/figures/indicators.ts'
import type { Period } from '../../../core/figures/period.ts'
import type { FiguresShown } from '../../../core/figures/shown.ts'
import type { PeriodFigures, Printed, ShareShown } from '../../../core/figures/period-figures.ts'
import { fill } from '../../public/texts.ts'
import { say } from '../case/words.ts'
import type { FiguresTexts } from './texts.ts'
import type { Figure, FiguresNames, FiguresSection, FiguresTable, FiguresView } from './view.ts'

type OfPeriod = Extract<FiguresShown, { period: Period }>

/** Everything the page and the download say, in the words of one language. */
export function figuresView(base: string, shown: FiguresShown, names: FiguresNames, texts: FiguresTexts): FiguresView {
  const asOf = fill(texts.asOf, { scope: names.scope, day: names.day })
  const at = (period: string | null) => `${base}/chiffres.csv${period === null ? '' : `?periode=${period}`}`
  if (!('period' in shown))
    return { asOf, periods: null, download: at(null), sections: [stubSection(shown.years, names, texts)] }
  return {
    asOf,
    periods: periodLinks(base, shown, texts),
    download: at(shown.period.id),
    sections: [
      today(shown, texts),
      received(shown, texts),
      ...(shown.figures.received === 0 ? [] : [breakdowns(shown, names, texts)]),
    ],
  }
}

const number = (value: Printed, { small, hidden }: FiguresTexts): string =>
  typeof value === 'number' ? String(value) : { small, hidden }[value]

/** « juin 2027 ». */
const monthName = (of: string, { periods, months }: FiguresTexts): string =>
  fill(periods.month, { month: months[Number(of.slice(5)) - 1] ?? of, year: of.slice(0, 4) })

function periodName({ kind, id, months }: Period, texts: FiguresTexts): string {
  const { periods } = texts
  const year = id.slice(0, 4)
  const month = (of = '') => monthName(of, texts)
  if (kind === 'month') return month(id)
  if (kind === 'year') return fill(periods.year, { year })
  if (kind === 'quarter') return fill(periods.quarter, { quarter: periods.quarters[Number(id.at(-1)) - 1] ?? '', year })
  return fill(periods.lastMonths, { from: month(months[0]), to: month(months.at(-1)) })
}

/** A text about a period, which may break between its two months, never inside one. */
const ofPeriod = (text: string, period: Period, texts: FiguresTexts): string =>
  text.replace('{period}', () => periodName(period, texts))

function periodLinks(base: string, { period, choices }: OfPeriod, texts: FiguresTexts): FiguresView['periods'] {
  const { kinds, earlier, later } = choices
  const link = (to: Period) => ({ href: `${base}/chiffres?periode=${to.id}`, label: periodName(to, texts) })
  return {
    label: periodName(period, texts),
    kinds: kinds.map((one) => ({
      href: link(one).href,
      label: texts.periods.kinds[one.kind],
      chosen: one.kind === period.kind,
    })),
    earlier: earlier && link(earlier),
    later: later && link(later),
  }
}

const plain = { n: null, range: null, colour: null, before: null }

function today({ backlog }: OfPeriod, texts: FiguresTexts): FiguresSection {
  const { today, formulas, sources } = texts
  const source = sources.now
  const { open, late, silent, silentShare, silentColour } = backlog
  const ages = Object.keys(today.ages) as Age[]
  const printed = (value: Printed) => number(value, texts)
  const part = silentShare === null ? '' : ` · ${percent(silentShare, texts)}`
  const aged = backlog.ages
  return {
    title: today.title,
    lead: today.lead,
    figures: [
      { ...plain, label: today.open, value: printed(open), formula: formulas.open, source },
      { ...plain, label: today.late, value: printed(late), formula: formulas.late, source },
      {
        ...plain,
        label: today.silent,
        value: printed(silent) + part,
        n: ofN(open, today.open.toLowerCase(), texts),
        colour: silentColour,
        formula: formulas.silent,
        source,
      },
    ],
    tables: [
      {
        heading: today.age,
        note: aged === 'withheld' ? texts.withheld : null,
        rows:
          aged === 'withheld'
            ? []
            : ages.map((age) => row(today.ages[age], aged[age], typeof open === 'number' ? open : 0, texts)),
        ofWhole: true,
        formula: formulas.age,
        source,
      },
    ],
  }
}

function row(label: string, count: Printed, whole: number, texts: FiguresTexts): FiguresTable['rows'][number] {
  return { label, value: number(count, texts), part: typeof count === 'number' && whole > 0 ? count / whole : null }
}

const ofN = (n: Printed, what: string, texts: FiguresTexts): string => say(texts.ofN, { n: number(n, texts), what })
const percent = (share: number, texts: FiguresTexts): string =>
  fill(texts.share, { share: String(Math.round(share * 100)) })

function shareValue({ n, range }: ShareShown, texts: FiguresTexts): string {
  if (n === 0) return texts.nothing
  if (!range) return texts.tooFew
  const { low, high } = range
  if (low === high) return percent(low, texts)
  return fill(texts.between, { low: String(Math.floor(low * 100)), high: String(Math.ceil(high * 100)) })
}

/** How many answer is no achievement of theirs who are asked about; and what climbs, or is taken up again, is a right that was used. */
const neutral: readonly ShareName[] = ['response', 'climbed', 'reopened']

function shareFigure(name: ShareName, { figures, before }: OfPeriod, texts: FiguresTexts): Figure {
  const { label, formula, n } = texts.shares[name]
  const share = figures.shares[name]
  const then = before.shares[name]
  return {
    label,
    value: shareValue(share, texts),
    n: ofN(share.n, n, texts),
    range: share.range,
    colour: neutral.includes(name) ? null : share.colour,
    before: then.range ? fill(texts.shareBefore, { share: shareValue(then, texts) }) : null,
    formula,
    source: texts.sources.months,
  }
}

function received(shown: OfPeriod, texts: FiguresTexts): FiguresSection {
  const { period, figures, before, choices, todayOn } = shown
  const shareNames = Object.keys(texts.shares) as ShareName[]
  const { received, answerDays, formulas } = texts
  const source = texts.sources.months
  const months = figures.receivedIn.filter(({ month }) => month <= todayOn.slice(0, 7))
  const longest = Math.max(0, ...months.map(({ count }) => (typeof count === 'number' ? count : 0)))
  const count: Figure = {
    ...plain,
    label: received.count,
    value: number(figures.received, texts),
    before: ofPeriod(fill(received.before, { count: number(before.received, texts) }), choices.before, texts),
    formula: formulas.received,
    source,
  }
  const byMonth: FiguresTable = {
    heading: received.chart,
    note: null,
    rows: months.map(({ month, count }) => row(monthName(month, texts), count, longest, texts)),
    ofWhole: false,
    formula: formulas.received,
    source,
  }
  const days = daysFigure(figures.answerDays, texts)
  const isEmpty = figures.received === 0
  return {
    title: ofPeriod(received.title, period, texts),
    lead: isEmpty ? received.none : null,
    figures: isEmpty
      ? [count]
      : [
          count,
          ...shareNames.map((name) => shareFigure(name, shown, texts)),
          ...(days ? [{ ...days, label: answerDays.label }] : []),
        ],
    tables: isEmpty || months.length < 2 ? [] : [byMonth],
  }
}

function daysFigure(days: PeriodFigures['answerDays'], texts: FiguresTexts): Figure | null {
  if (!days) return null
  const { label, value, formula, n } = texts.answerDays
  const said = { median: String(days.median), ninetieth: String(days.ninetieth) }
  return { ...plain, label, value: fill(value, said), n: ofN(days.n, n, texts), formula, source: texts.sources.months }
}

function breakdowns({ figures }: OfPeriod, names: FiguresNames, texts: FiguresTexts): FiguresSection {
  const { by, formulas, sources } = texts
  const whole = typeof figures.received === 'number' ? figures.received : 0
  const common = { ofWhole: true, formula: formulas.by, source: sources.months }
  const tables = Object.entries(figures.by).map(([name, rows]): FiguresTable => {
    const dimension = name as Breakdown
    const heading = by.headings[dimension]
    const about = dimension === 'disability' ? texts.disability : null
    if (rows === 'withheld')
      return { ...common, heading, note: about === null ? texts.withheld : `${about} ${texts.withheld}`, rows: [] }
    const shown = rows.map(({ value, count }) => row(valueName(dimension, value, names, texts), count, whole, texts))
    return { ...common, heading, note: about, rows: shown }
  })
  return { title: by.title, lead: by.lead, figures: [], tables }
}

function valueName(by: Breakdown, value: string, names: FiguresNames, { values }: FiguresTexts): string {
  if (value === 'unknown') return values.unknown
  if (by === 'cercle') return names.cercle(value)
  if (by === 'category') return names.category(value)
  if (by === 'channel') return values.channels[value] ?? value
  if (by === 'person') return values.persons[value] ?? value
  if (by === 'disability') return values.disability[value] ?? value
  if (value === 'triage' || value === 'national') return values[value]
  return fill(values.region, { name: names.cluster(value) })
}

function stubSection(
  years: Extract<FiguresShown, { years: unknown }>['years'],
  { scope }: FiguresNames,
  texts: FiguresTexts,
): FiguresSection {
  const { stub, formulas, sources } = texts
  const figures = years.map(({ year, received }) => ({
    ...plain,
    label: `${stub.count}, ${fill(texts.periods.year, { year })}`,
    value: number(received, texts),
    formula: formulas.stub,
    source: sources.stub,
  }))
  return { title: scope, lead: stub.lead, figures, tables: [] }
}
