/** Months of receipt that are shown together. `id` is what stands in an address. */
export interface Period {
  kind: 'month' | 'quarter' | 'year' | 'last-months'
  /** `2027-06`, `2027-T2`, `2027`, `12-mois`. */
  id: string
  /** `YYYY-MM`, in order. */
  months: readonly string[]
}

const lastMonths = '12-mois'
/** Nothing was counted before. */
const firstYear = 2020

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
const monthOf = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
const months = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => monthOf(monthNumber(first) + at))

const monthPeriod = (month: string): Period => ({ kind: 'month', id: month, months: [month] })
const yearPeriod = (year: string): Period => ({ kind: 'year', id: year, months: months(`${year}-01`, 12) })

/** The quarter a month lies in. */
function quarterPeriod(month: string): Period {
  const quarter = Math.floor((monthNumber(month) % 12) / 3)
  const first = monthOf(monthNumber(month.slice(0, 4).concat('-01')) + 3 * quarter)
  return { kind: 'quarter', id: `${month.slice(0, 4)}-T${quarter + 1}`, months: months(first, 3) }
}

const lastMonthsPeriod = (month: string): Period => ({
  kind: 'last-months',
  id: lastMonths,
  months: months(monthOf(monthNumber(month) - 11), 12),
})

/** Reads an address as it was bookmarked or typed; the last twelve months where it says nothing that was or is. `todayOn`: where the programme is. */
export function periodOf(id: string | undefined, todayOn: string): Period {
  const thisMonth = todayOn.slice(0, 7)
  const read = id === undefined ? null : readPeriod(id)
  const [first = ''] = read?.months ?? []
  return read && first <= thisMonth && first >= `${firstYear}` ? read : lastMonthsPeriod(thisMonth)
}

function readPeriod(id: string): Period | null {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(id)) return monthPeriod(id)
  if (/^\d{4}$/.test(id)) return yearPeriod(id)
  const [, year, quarter] = /^(\d{4})-T([1-4])$/.exec(id) ?? []
  return year && quarter ? quarterPeriod(monthOf(monthNumber(`${year}-01`) + 3 * (Number(quarter) - 1))) : null
}

/** The period as long as this one, right before it. */
export function periodBefore({ kind, id, months: [first = ''] }: Period): Period {
  const last = monthOf(monthNumber(first) - 1)
  if (kind === 'month') return monthPeriod(last)
  if (kind === 'quarter') return quarterPeriod(last)
  if (kind === 'year') return yearPeriod(last.slice(0, 4))
  return { ...lastMonthsPeriod(last), id: `${id}:${last}` }
}

/** The period after this one; null where it has not begun. */
export function periodAfter({ kind, months: of }: Period, todayOn: string): Period | null {
  const next = monthOf(monthNumber(of.at(-1) ?? '') + 1)
  if (kind === 'last-months' || next > todayOn.slice(0, 7)) return null
  if (kind === 'month') return monthPeriod(next)
  return kind === 'quarter' ? quarterPeriod(next) : yearPeriod(next.slice(0, 4))
}

/**
 * The periods somebody can ask for beside this one whose numbers tell of its own, shorter first: its months and quarters, and for twelve
 * months on end the years they lie in. The period itself is the last.
 */
export function periodsBeside(period: Period): Period[] {
  const { kind, months: of } = period
  if (kind === 'month') return [period]
  const years = [...new Set(of.map((month) => month.slice(0, 4)))].map(yearPeriod)
  const spanned = kind === 'quarter' ? of : years.flatMap((year) => year.months)
  const quarters = new Map(spanned.map((month) => quarterPeriod(month)).map((one) => [one.id, one]))
  const longer = kind === 'last-months' ? years : []
  return [
    ...spanned.map(monthPeriod),
    ...(kind === 'quarter' ? [] : quarters.values()),
    ...longer.filter(({ id }) => id !== period.id),
    period,
  ]
}

/** Where somebody can go from a period: the same time in each kind, and right before and after; `before` is what it is compared with. */
export interface PeriodChoices {
  kinds: Period[]
  earlier: Period | null
  later: Period | null
  before: Period
}
export function periodChoices(period: Period, todayOn: string): PeriodChoices {
  const thisMonth = todayOn.slice(0, 7)
  const last = period.months.at(-1) ?? thisMonth
  const month = last < thisMonth ? last : thisMonth
  const before = periodBefore(period)
  return {
    kinds: [monthPeriod(month), quarterPeriod(month), yearPeriod(month.slice(0, 4)), lastMonthsPeriod(thisMonth)],
    earlier: period.kind === 'last-months' ? null : before,
    later: periodAfter(period, todayOn),
    before,
  }
}
