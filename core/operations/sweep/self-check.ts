import { dayOf } from '../../deadlines/calendar.ts'
import { liveField, liveKey } from '../../figures/counters.ts'
import type { FiguresStore } from '../../ports/figures/figures.ts'
import type { SelfCheckStore } from '../../ports/figures/self-check.ts'
import { type Canary, type CanaryNeeds, lastCanary, setCanary } from './canary.ts'

export interface SelfCheckNeeds extends CanaryNeeds {
  figures: FiguresStore
  selfCheck: SelfCheckStore
}

export interface Agreement {
  /** Cases on the agenda, and live cases by counter. */
  rows: number
  live: number
  /** What is on the agenda and not counted; negative: counted as live, and nobody will ever look at it again. */
  difference: number
}
export interface SelfCheck extends Agreement {
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
 * today's check is done.
 */
export async function selfCheck(needs: SelfCheckNeeds): Promise<SelfCheck | null> {
  const on = checkOn(needs)
  // Whoever sets the day's canary has taken the day.
  if (!(await setCanary(on, needs))) return null
  return { ...(await agreement(needs, false)), canary: await lastCanary(on, needs) }
}

/**
 * Live cases on the agenda and by counter; not `sure`, perhaps a moment old, which is enough where a difference is looked at again. A case that changes meanwhile makes no difference, the counter is read before and after;
 * one still on its way through the stream does: look again a minute later.
 */
export async function agreement(
  { figures, selfCheck }: Pick<SelfCheckNeeds, 'figures' | 'selfCheck'>,
  sure = true,
): Promise<Agreement> {
  const liveNow = async () => (await figures.counter(liveKey, sure))[liveField] ?? 0
  const before = await liveNow()
  const rows = await selfCheck.rowsOnDue()
  const live = before === rows ? before : await liveNow()
  const nearest = Math.min(Math.max(rows, Math.min(before, live)), Math.max(before, live))
  return { rows, live, difference: rows - nearest }
}
