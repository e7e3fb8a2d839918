import { addHours } from '../../deadlines/calendar.ts'
import { dayOn, daysKept, type GatewayDay, type GatewayEvent, type GatewayState } from './state.ts'
import type { Tally } from './tally.ts'

/** When a gateway counts as failing, in one place. */
export const failingRule = {
  /** So many sends one after the other. */
  inARow: 3,
  /** Or this share of at least so many within these minutes. */
  share: 0.5,
  atLeast: 10,
  windowMinutes: 10,
  /** The first SMS tried by it after so many minutes; each time twice as late, and no later than this. */
  trialMinutes: 5,
  longestTrialMinutes: 60,
} as const

/** Reports that came later than this after the hour their SMS left in would be judged too late: their SMS is off the agenda then. */
const judgedWithinHours = 22

export interface AfterBatch {
  after: GatewayState
  event: GatewayEvent | null
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a)

/** A gateway after a batch, and whether that is where it began to fail or answers again. `on`: the day in the programme's own time. */
export function afterBatch(before: GatewayState, tally: Tally, { now, on }: { now: string; on: string }): AfterBatch {
  const { day, before: past } = dayOn(before, on)
  const { gateway } = before
  const counted: GatewayState = {
    ...before,
    version: before.version + 1,
    inARow: tally.sent > 0 ? tally.trailing : before.inARow + tally.faults,
    recent: recentAfter(before, tally, now),
    lastInAt: later(before.lastInAt, tally.heardAt),
    lastOutAt: tally.sent > 0 ? now : before.lastOutAt,
    days: [dayAfter(day, tally), ...past].slice(0, daysKept),
    month: monthAfter(before.month, tally, on),
    awaited: awaitedAfter(before, tally, now),
  }
  if (before.failing) {
    if (tally.sent > 0) {
      const recent = { since: now, tried: 0, failed: 0 }
      const after = { ...counted, failing: null, inARow: 0, recent }
      return { after, event: { at: now, gateway, what: 'answers', reason: null, by: null } }
    }
    const failing = tally.faults > 0 ? nextTrial(before.failing, now) : before.failing
    return { after: { ...counted, failing }, event: null }
  }
  if (!(tally.atOnce || isFailing(counted))) return { after: counted, event: null }
  const reason = tally.reason ?? ''
  const failing = { since: now, reason, trialAt: trialAfter(0, now), trials: 0 }
  return { after: { ...counted, failing }, event: { at: now, gateway, what: 'failing', reason, by: null } }
}

const isFailing = ({ inARow, recent: { tried, failed } }: GatewayState): boolean =>
  inARow >= failingRule.inARow || (tried >= failingRule.atLeast && failed >= tried * failingRule.share)

function recentAfter({ recent }: GatewayState, { sent, faults }: Tally, now: string): GatewayState['recent'] {
  const isOld = addHours(recent.since, failingRule.windowMinutes / 60) <= now
  const { since, tried, failed } = isOld ? { since: now, tried: 0, failed: 0 } : recent
  return { since, tried: tried + sent + faults, failed: failed + faults }
}

function dayAfter(day: GatewayDay, { sent, segments, failures }: Tally): GatewayDay {
  const all = { ...day.failures }
  for (const [code, count] of Object.entries(failures)) all[code] = (all[code] ?? 0) + count
  return { on: day.on, sent: day.sent + sent, segments: day.segments + segments, failures: all }
}

/** A batch of the evening before, written down late, counts where it is written. */
function monthAfter(month: GatewayState['month'], { segments }: Tally, on: string): GatewayState['month'] {
  const of = on.slice(0, 'YYYY-MM'.length)
  return of > month.of ? { of, segments } : { of: month.of, segments: month.segments + segments }
}

function awaitedAfter(state: GatewayState, { awaited }: Tally, now: string): GatewayState['awaited'] {
  const hour = hourOf(now)
  const oldest = hourOf(addHours(now, -judgedWithinHours))
  const kept = Object.entries(state.awaited).filter(([one]) => one >= oldest)
  return { ...Object.fromEntries(kept), ...(awaited > 0 ? { [hour]: (state.awaited[hour] ?? 0) + awaited } : {}) }
}

/** `2027-06-07T09`, UTC. */
export const hourOf = (at: string): string => at.slice(0, 13)

function trialAfter(trials: number, now: string): string {
  const minutes = Math.min(failingRule.trialMinutes * 2 ** trials, failingRule.longestTrialMinutes)
  return addHours(now, minutes / 60)
}

/** Tried once more in vain, or given to somebody who tries. */
export const nextTrial = (failing: NonNullable<GatewayState['failing']>, now: string) => ({
  ...failing,
  trials: failing.trials + 1,
  trialAt: trialAfter(failing.trials + 1, now),
})
