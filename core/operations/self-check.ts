import { dayOf } from '../deadlines/calendar.ts'
import { liveField, liveKey } from '../feedback/figures.ts'
import type { FiguresStore } from '../feedback/figures-store.ts'
import { type Canary, type CanaryNeeds, changeCanary } from './canary.ts'

export interface SelfCheckStore {
  /** Cases standing on the index the sweep reads. */
  rowsOnDue(): Promise<number>
  /** True for the one who asks first on this day; `lastOn` is the day taken before it, null for the first ever. */
  takeDay(on: string): Promise<{ taken: boolean; lastOn: string | null }>
}

export interface SelfCheckNeeds extends CanaryNeeds {
  figures: FiguresStore
  selfCheck: SelfCheckStore
}

export interface SelfCheck {
  /** Cases on the agenda, and live cases by counter. */
  rows: number
  live: number
  /** What is on the agenda and not counted; negative: counted as live, and nobody will ever look at it again. */
  difference: number
  canary: Canary
}

/** Hour of the programme's day, when least is on its way. */
const checkHour = 3

/** The day whose check is due by `now`, in the programme's own time. */
export function checkOn({ programme, now }: Pick<SelfCheckNeeds, 'programme' | 'now'>): string {
  const shifted = new Date(Date.parse(now) - checkHour * 3_600_000).toISOString()
  return dayOf(programme.calendar, shifted)
}

/**
 * Once a day, whoever comes first: are all live cases on the agenda, and was yesterday's canary visited (design §4)? Null when
 * today's check is done. Cases that change meanwhile are no difference: the counter is read before and after.
 */
export async function selfCheck(needs: SelfCheckNeeds): Promise<SelfCheck | null> {
  const on = checkOn(needs)
  const { taken, lastOn } = await needs.selfCheck.takeDay(on)
  if (!taken) return null
  const liveNow = async () => (await needs.figures.counter(liveKey))[liveField] ?? 0
  const before = await liveNow()
  const rows = await needs.selfCheck.rowsOnDue()
  const live = await liveNow()
  const nearest = Math.min(Math.max(rows, Math.min(before, live)), Math.max(before, live))
  return { rows, live, difference: rows - nearest, canary: await changeCanary(on, lastOn, needs) }
}
