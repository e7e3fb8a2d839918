import type { Counted } from '../../../core/channel/questions.ts'
import type { CostShown } from '../../../core/figures/costs.ts'
import type { Breakdown, ShareName } from '../../../core/figures/indicators.ts'
import type { Printed, ShareShown } from '../../../core/figures/period-figures.ts'
import type { Period } from '../../../core/figures/period.ts'
import type { FiguresShown } from '../../../core/figures/shown.ts'
import type {
  BreakdownName,
  BreakdownWords,
  FigureName,
  FigureWords,
  FiguresWording,
  SectionName,
  SectionWords,
} from '../../../core/reports/figures-wording.ts'
import type { CountedTexts } from '../../question-texts.ts'
import { capital, say, unbroken } from '../../say.ts'
import { amountInWords } from '../frame/money.ts'
import { signs } from './charts.ts'
import type { FiguresTexts } from './texts.ts'

/** How codes are called in the language of the page; a code nobody stands behind any more, as it is. */
export interface FiguresNames {
  day: string
  scope: string
  cluster: (id: string) => string
  cercle: (code: string) => string
  category: (code: string) => string
  language: (code: string) => string
  /** How numbers are written. */
  locale: string
  /** What a person was asked. */
  questions: Record<Counted, CountedTexts>
}

/** Everything the page and its files say, in the words of one language. */
export function figuresWording(texts: FiguresTexts, names: FiguresNames): FiguresWording {
  const { by, withheld } = texts
  const count = (of: Printed) => number(of, texts)
  return {
    title: texts.title,
    asOf: say(texts.asOf, { scope: names.scope, day: names.day }),
    period: (period) => periodName(period, texts),
    columns: { ...texts.columns, code: by.value, count: by.count },
    noted: { title: texts.how, of: texts.columns.figure, ...texts.noted },
    highest: (column) => say(texts.highest, { column }),
    inWords: (column) => say(texts.inWords, { column }),
    section: (name, shown) => sectionWords(name, shown, names, texts),
    figure: (name, code) => figureWords(name, code, texts),
    n: (name, n) => say(texts.ofN, { n: count(n), what: sharedBy(name, texts) }),
    breakdown: (name) => breakdownWords(name, names, texts),
    code: (name, code) => codeName(name, code, names, texts),
    withheld,
    sources: texts.sources,
    count,
    part: (of, share) => count(of) + (share === null ? '' : ` · ${percent(share, texts)}`),
    share: (share) => shareValue(share, texts),
    days: ({ median, ninetieth }) =>
      say(texts.answerDays.value, { median: String(median), ninetieth: String(ninetieth) }),
    cost: (cost) => costValue(cost, names.locale, texts),
    colour: (colour) => `${signs[colour]} ${texts.colours[colour]}`,
    receivedBefore: (of, before) => ofPeriod(say(texts.received.before, { count: count(of) }), before, texts),
    shareBefore: (share) => say(texts.shareBefore, { share: shareValue(share, texts) }),
  }
}

const number = (value: Printed, { small, hidden }: FiguresTexts): string =>
  typeof value === 'number' ? String(value) : { small, hidden }[value]
const percent = (share: number, texts: FiguresTexts): string =>
  say(texts.share, { share: String(Math.round(share * 100)) })

function shareValue({ n, range }: ShareShown, texts: FiguresTexts): string {
  if (n === 0) return texts.nothing
  if (!range) return texts.tooFew
  const { low, high } = range
  if (low === high) return percent(low, texts)
  return say(texts.between, { low: String(Math.floor(low * 100)), high: String(Math.ceil(high * 100)) })
}

function costValue({ n, median, total }: CostShown, locale: string, texts: FiguresTexts): string {
  if (median === null) return number(n, texts)
  const amount = (micros: number) => amountInWords(micros, locale)
  return say(texts.cost.value, { median: amount(median), total: total === null ? null : amount(total) })
}

/** « juin 2027 ». */
const monthName = (of: string, { periods, months }: FiguresTexts): string =>
  say(periods.month, { month: months[Number(of.slice(5)) - 1] ?? of, year: of.slice(0, 4) })

export function periodName({ kind, id, months }: Period, texts: FiguresTexts): string {
  const { periods } = texts
  const year = id.slice(0, 4)
  const month = (of = '') => unbroken(monthName(of, texts))
  if (kind === 'month') return monthName(id, texts)
  if (kind === 'year') return say(periods.year, { year })
  if (kind === 'quarter') return say(periods.quarter, { quarter: periods.quarters[Number(id.at(-1)) - 1] ?? '', year })
  return say(periods.lastMonths, { from: month(months[0]), to: month(months.at(-1)) })
}

/** A text about a period, which may break between its two months, never inside one. */
const ofPeriod = (text: string, period: Period, texts: FiguresTexts): string =>
  text.replace('{period}', () => periodName(period, texts))

function sectionWords(
  name: SectionName,
  shown: FiguresShown,
  { scope }: FiguresNames,
  texts: FiguresTexts,
): SectionWords {
  const { today, received, by, stub } = texts
  if (name === 'stub' || !('period' in shown)) return { title: scope, lead: stub.lead }
  if (name === 'today') return today
  if (name === 'by') return by
  if (name === 'cost') return texts.cost
  const title = ofPeriod(received.title, shown.period, texts)
  return { title, lead: shown.figures.received === 0 ? received.none : '' }
}

function figureWords(name: FigureName, code: string, texts: FiguresTexts): FigureWords {
  const { today, received, stub, shares, answerDays, formulas, periods } = texts
  if (name === 'open' || name === 'late' || name === 'silent') return { label: today[name], formula: formulas[name] }
  if (name === 'received') return { label: received.count, formula: formulas.received }
  if (name === 'dismissed') return { label: received.dismissed, formula: formulas.dismissed }
  if (name === 'year') return { label: `${stub.count}, ${say(periods.year, { year: code })}`, formula: formulas.stub }
  if (name === 'cost') return { ...texts.cost, label: say(texts.cost.label, { currency: code.split('#')[1] }) }
  return name === 'answerDays' ? answerDays : shares[name]
}

/** What a share is a share of. */
function sharedBy(name: FigureName, { today, answerDays, cost, shares }: FiguresTexts): string {
  if (name === 'silent') return today.open.toLowerCase()
  if (name === 'answerDays') return answerDays.n
  if (name === 'cost') return cost.n
  return name in shares ? shares[name as ShareName].n : ''
}

const isAsked = (by: Breakdown, { questions }: FiguresNames): by is Counted => by in questions

function breakdownWords(
  name: BreakdownName,
  names: FiguresNames,
  { today, received, by, cost, formulas }: FiguresTexts,
): BreakdownWords {
  if (name === 'costLanguage') return { title: cost.byLanguage, formula: cost.formula, about: '' }
  if (name === 'costMonth') return { title: cost.byMonth, formula: cost.formula, about: '' }
  if (name === 'age') return { title: today.age, formula: formulas.age, about: '' }
  if (name === 'month') return { title: received.chart, formula: formulas.received, about: '' }
  const formula = formulas.by
  if (!isAsked(name, names)) return { title: by.headings[name], formula, about: '' }
  const { heading, note = '' } = names.questions[name]
  return { title: heading, formula, about: note }
}

function codeName(name: BreakdownName, code: string, names: FiguresNames, texts: FiguresTexts): string {
  if (name === 'costLanguage' || name === 'costMonth') {
    const [of = '', currency = ''] = code.split('#')
    return say(texts.cost.row, {
      of: name === 'costMonth' ? monthName(of, texts) : capital(names.language(of)),
      currency,
    })
  }
  if (name === 'age') return texts.today.ages[code as keyof FiguresTexts['today']['ages']]
  return name === 'month' ? monthName(code, texts) : valueName(name, code, names, texts)
}

function valueName(by: Breakdown, value: string, names: FiguresNames, { values }: FiguresTexts): string {
  if (value === 'unknown') return values.unknown
  if (isAsked(by, names)) return names.questions[by].values[value] ?? value
  if (by === 'cercle') return names.cercle(value)
  if (by === 'category') return names.category(value)
  if (by === 'channel') return values.channels[value] ?? value
  if (value === 'triage' || value === 'national') return values[value]
  return say(values.region, { name: names.cluster(value) })
}
