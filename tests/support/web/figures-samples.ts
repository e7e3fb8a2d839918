import { type FiguresReport, figuresReport } from '../../../core/reports/figures-report.ts'
import { type FiguresView, periodLinks } from '../../../web/console/figures/view.ts'
import { type FiguresNames, figuresWording } from '../../../web/console/figures/wording.ts'
import type { Read } from '../../../core/reports/table.ts'
import type { FiguresShown } from '../../../core/figures/shown.ts'
import { periodChoices, periodOf } from '../../../core/figures/period.ts'
import { say } from '../../../web/say.ts'
import { consoleTexts } from '../console/texts.ts'

type Language = keyof typeof consoleTexts

const names: Omit<FiguresNames, 'questions'> = {
  day: 'mar. 15 juin',
  scope: 'Tout le pays',
  cluster: (id) => id.slice(0, 1).toUpperCase() + id.slice(1),
  cercle: (code) => code,
  category: (code) => code,
  language: (code) => code,
  locale: 'fr',
}
const share = (n: number, low: number, high = low, colour: 'green' | 'yellow' | 'orange' | 'red' | null = null) => ({ n, range: { low, high }, colour }) // prettier-ignore
const period = periodOf('2027', '2027-06-15')

const year: FiguresShown = {
  todayOn: '2027-06-15',
  scope: { kind: 'all' },
  period,
  choices: periodChoices(period, '2027-06-15'),
  cercles: [],
  figures: {
    received: 214,
    dismissed: 7,
    receivedIn: period.months.map((month, at) => ({ month, count: [31, 28, 'small', 44, 62, 'hidden'][at] ?? 0 })) as never, // prettier-ignore
    shares: {
      promises: share(150, 0.82, 0.82, 'green'),
      available: share(24, 0.75, 0.75, 'yellow'),
      onTime: share(160, 0.64, 0.64, 'yellow'),
      read: share(200, 0.41, 0.41, 'orange'),
      told: share(120, 0.12, 0.12, 'red'),
      satisfaction: share(40, 0.9, 0.975, 'green'),
      response: share(118, 0.35),
      loopClosed: share(96, 0.71, 0.71, 'yellow'),
      reopened: share(104, 0.08, 0.08, 'red'),
      escalated: share(214, 0.17, 0.17, 'red'),
      answeredAfterEscalation: share(36, 0.86, 0.86, 'green'),
    },
    answerDays: { median: 6, ninetieth: 19, n: 120 },
    by: {
      region: [
        { value: 'gao', count: 80 },
        { value: 'mopti', count: 61 },
        { value: 'triage', count: 40 },
        { value: 'national', count: 'hidden' },
        { value: 'kidal', count: 'small' },
      ],
      category: [
        { value: '=cmd|A1', count: 120 },
        { value: 'unknown', count: 94 },
      ],
      channel: 'withheld',
      person: [
        { value: 'woman', count: 90 },
        { value: 'man', count: 70 },
        { value: 'unknown', count: 54 },
      ],
      disability: [
        { value: 'unknown', count: 150 },
        { value: 'no', count: 52 },
        { value: 'yes', count: 12 },
      ],
    },
  },
  before: {
    received: 180,
    dismissed: 0,
    receivedIn: [],
    answerDays: null,
    by: {},
    shares: {
      promises: share(150, 0.7, 0.7, 'yellow'),
      available: share(24, 0.5),
      onTime: share(90, 0.5),
      read: share(90, 0.5),
      told: share(90, 0.5),
      response: share(90, 0.5),
      loopClosed: share(90, 0.5),
      reopened: share(90, 0.5),
      escalated: share(180, 0.5),
      answeredAfterEscalation: share(90, 0.5), // prettier-ignore
      satisfaction: { n: 'small', range: null, colour: null },
    },
  },
  backlog: {
    open: 54,
    late: 12,
    silent: 9,
    silentShare: 9 / 54,
    ages: { '0-7': 20, '8-14': 14, '15-30': 12, '31-': 8 },
  },
  costs: {
    all: [{ currency: 'USD', of: '', n: 92, median: 30_000, total: 3_126_000 }],
    byLanguage: [
      { currency: 'USD', of: 'bm', n: 12, median: 36_000, total: 480_000 },
      { currency: 'USD', of: 'fr', n: 80, median: 30_000, total: 2_646_000 },
    ],
    byMonth: [
      { currency: 'USD', of: '2027-01', n: 60, median: 30_000, total: 2_000_000 },
      { currency: 'USD', of: '2027-02', n: 32, median: 24_000, total: null },
      { currency: 'USD', of: '2027-03', n: 'small', median: null, total: null },
    ],
  },
}
const empty: FiguresShown = {
  ...year,
  costs: { all: [], byLanguage: [], byMonth: [] },
  figures: { ...year.figures, received: 0, receivedIn: [], by: {} },
  backlog: {
    open: 0,
    late: 0,
    silent: 0,
    silentShare: null,
    ages: { '0-7': 0, '8-14': 0, '15-30': 0, '31-': 0 },
  },
}
const stub: FiguresShown = {
  todayOn: '2027-06-15',
  scope: { kind: 'stub', lane: 'S2' },
  years: [
    { year: '2027', received: 12 },
    { year: '2026', received: 'small' },
  ],
}

const shown = { year, empty, stub }
export const samples = Object.keys(shown) as (keyof typeof shown)[]
export const reportOf = (name: keyof typeof shown, languages: readonly Language[]): FiguresReport =>
  figuresReport(
    shown[name],
    Object.fromEntries(
      languages.map((one) => [
        one,
        figuresWording(consoleTexts[one].figures, { ...names, questions: consoleTexts[one].questions.figures }),
      ]),
    ),
  )

export function sample(name: keyof typeof shown, language: Language): FiguresView {
  const texts = consoleTexts[language].figures
  const files = [{ href: '/console/chiffres.csv', label: say(texts.download, { format: 'CSV' }) }]
  const read: Read = (label = {}) => label[language] ?? ''
  return {
    read,
    report: reportOf(name, [language]),
    title: texts.title,
    periods: periodLinks({ base: '/console', region: null, cercle: null, shared: false }, shown[name], texts),
    regions: null,
    cercles: null,
    shared: false,
    files,
    share: null,
    gap: null,
    wall: '/console/ecran',
  }
}
