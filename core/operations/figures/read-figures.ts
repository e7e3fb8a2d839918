import type { Viewer } from '../../case/actor.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import { backlogOf, backlogFrom } from '../../figures/backlog.ts'
import { costsShown } from '../../figures/costs.ts'
import type { FiguresShown, FiguresTooMany } from '../../figures/shown.ts'
import { nothingHidden, shownOf } from '../../figures/small-cells.ts'
import { choosesCercle, figuresScope, opensAll, type ScopeAsked } from '../../figures/scope.ts'
import type { Counter, FiguresStore } from '../../ports/figures/figures.ts'
import { now as asOfNow, openFields } from '../../figures/counters.ts'
import { unknown } from '../../figures/facts.ts'
import { type Months, valuesOf } from '../../figures/indicators.ts'
import { monthFor } from '../../figures/kept-from.ts'
import { periodChoices, periodOf, periodsBeside } from '../../figures/period.ts'
import { periodFigures, printed } from '../../figures/period-figures.ts'
import type { Needs } from '../needs.ts'
import { countCercle, mostRead } from './count-cercle.ts'

export type ReadFiguresNeeds = Pick<Needs, 'programme' | 'now'> & { figures: FiguresStore }

/** As an address has it. */
export interface FiguresAsked extends ScopeAsked {
  period: string | undefined
}

/**
 * The figures of a viewer's own scope, or of a part of it, for the period asked for (`core/figures/period.ts`); null where the role has none. Two queries of
 * one partition each, or two counters: as many at a million cases; of one cercle, a look at each counted case besides. Cases kept from the viewer are in other counters, which are left out.
 * `inside`: not to be handed on; small numbers are then hidden only from who may not open every case.
 */
export async function readFigures(
  viewer: Viewer,
  asked: FiguresAsked,
  needs: ReadFiguresNeeds,
  inside = false,
): Promise<FiguresShown | FiguresTooMany | null> {
  const scope = figuresScope(viewer, asked, needs.programme)
  if (!scope) return null
  const todayOn = dayOf(needs.programme.calendar, needs.now)
  if (scope.kind === 'stub') return { scope, todayOn, years: await stubs(scope.lane, todayOn, needs.figures) }

  const period = periodOf(asked.period, todayOn)
  const choices = periodChoices(period, todayOn)
  const { before } = choices
  const group = scope.kind === 'all' ? 'all' : `${scope.kind}:${scope.id}`
  const cercle = scope.kind === 'all' ? undefined : scope.cercle
  const wanted = [...periodsBeside(before), ...periodsBeside(period)].flatMap(({ months }) => months).sort()
  const isPart = cercle !== undefined
  // Of one cercle, cases are read: those of the months asked for, and of months in which cases came that are still open.
  let [counted = [], open = []] = await needs.figures.countersOf([
    isPart ? { group, ...ever } : { group, from: wanted[0] ?? '', to: wanted.at(-1) ?? '' },
    { group: `open:${group}`, from: isPart ? ever.from : backlogFrom(todayOn), to: asOfNow },
  ])
  const whole = added(counted, viewer)
  const cercles = choosesCercle(viewer, scope) ? valuesOf('cercle', whole).filter((code) => code !== unknown) : []
  const shown = { scope, todayOn, period, choices, cercles }
  if (isPart) {
    const months = [...new Set([...wanted, ...monthsOpen(added(open, viewer))])].filter((month) => whole.has(month))
    const toRead = months.reduce((sum, month) => sum + (whole.get(month)?.received ?? 0), 0)
    if (toRead > mostRead) return { ...shown, tooMany: toRead }
    ;[counted, open] = await countCercle({ group, cercle, months }, needs.figures)
  }
  const months = added(counted, viewer)
  const hiding = inside && opensAll(viewer) ? nothingHidden : shownOf
  return {
    ...shown,
    figures: periodFigures(scope, period, months, hiding),
    before: periodFigures(scope, before, months, hiding),
    backlog: backlogOf(added(open, viewer), todayOn, hiding),
    costs: costsShown(period, months, hiding),
  }
}

/** Before and behind all months. */
const ever = { from: '', to: '9' }

/** In which what is open came. */
const monthsOpen = (open: Months): string[] =>
  [...open].flatMap(([month, fields]) =>
    Object.keys(fields).some((one) => one.startsWith(openFields.came)) ? [month] : [],
  )

/** Counters of the same month as one, without those kept from the viewer. */
function added(counters: readonly Counter[], viewer: Viewer): Months {
  const months = new Map<string, Record<string, number>>()
  for (const { name, fields } of counters) {
    const month = monthFor(viewer, name)
    if (month === null) continue
    const sum = months.get(month) ?? {}
    for (const [field, value] of Object.entries(fields)) sum[field] = (sum[field] ?? 0) + value
    months.set(month, sum)
  }
  return months
}

/** Received in this year and the one before, in the whole country. */
async function stubs(lane: 'S1' | 'S2', todayOn: string, figures: FiguresStore) {
  const year = Number(todayOn.slice(0, 4))
  const years = [year, year - 1].map(String)
  const read = years.map(async (group) => ({
    year: group,
    received: printed((await figures.counter({ group, name: lane })).received ?? 0),
  }))
  return Promise.all(read)
}
