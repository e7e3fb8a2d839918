import type { Viewer } from '../../case/actor.ts'
import { dayOf } from '../../deadlines/calendar.ts'
import { backlogOf, backlogFrom } from '../../figures/backlog.ts'
import type { FiguresShown } from '../../figures/shown.ts'
import { nothingHidden, shownOf } from '../../figures/small-cells.ts'
import { figuresScope, opensAll } from '../../figures/scope.ts'
import type { Counter, FiguresStore } from '../../ports/figures/figures.ts'
import { now as asOfNow } from '../../figures/counters.ts'
import type { Months } from '../../figures/indicators.ts'
import { monthFor } from '../../figures/kept-from.ts'
import { periodChoices, periodOf, periodsBeside } from '../../figures/period.ts'
import { periodFigures, printed } from '../../figures/period-figures.ts'
import type { Needs } from '../needs.ts'

export type ReadFiguresNeeds = Pick<Needs, 'programme' | 'now'> & { figures: FiguresStore }

/** As an address has it. `region` null: all of their scope. */
export interface FiguresAsked {
  period: string | undefined
  region: string | null
}

/**
 * The figures of a viewer's own scope, or of one region of it, for the period asked for (`core/figures/period.ts`); null where the role has none. Two queries of
 * one partition each, or two counters: as many at a million cases. Cases kept from the viewer are in other counters, which are left out.
 * `inside`: not to be handed on; small numbers are then hidden only from who may not open every case.
 */
export async function readFigures(
  viewer: Viewer,
  asked: FiguresAsked,
  needs: ReadFiguresNeeds,
  inside = false,
): Promise<FiguresShown | null> {
  const scope = figuresScope(viewer, asked.region, needs.programme.clusters)
  if (!scope) return null
  const todayOn = dayOf(needs.programme.calendar, needs.now)
  if (scope.kind === 'stub') return { scope, todayOn, years: await stubs(scope.lane, todayOn, needs.figures) }

  const period = periodOf(asked.period, todayOn)
  const choices = periodChoices(period, todayOn)
  const { before } = choices
  const group = scope.kind === 'all' ? 'all' : `${scope.kind}:${scope.id}`
  const wanted = [...periodsBeside(before), ...periodsBeside(period)].flatMap(({ months }) => months).sort()
  const [counted = [], open = []] = await needs.figures.countersOf([
    { group, from: wanted[0] ?? '', to: wanted.at(-1) ?? '' },
    { group: `open:${group}`, from: backlogFrom(todayOn), to: asOfNow },
  ])
  const months = added(counted, viewer)
  const hiding = inside && opensAll(viewer) ? nothingHidden : shownOf
  return {
    scope,
    todayOn,
    period,
    choices,
    figures: periodFigures(scope.kind, period, months, hiding),
    before: periodFigures(scope.kind, before, months, hiding),
    backlog: backlogOf(added(open, viewer), todayOn, hiding),
  }
}

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
