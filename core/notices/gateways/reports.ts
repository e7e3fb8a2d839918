import * as z from 'zod/mini'
import { addHours } from '../../deadlines/calendar.ts'
import { hourOf } from './after-batch.ts'
import type { GatewayState } from './state.ts'

/** When reports count as stopped, in one place. */
export const reportsRule = {
  /** A phone that is switched on has its SMS by then, and its gateway has said so. */
  usualHours: 2,
  /** Of fewer SMS nothing can be said. */
  atLeast: 5,
  /** Fewer of them were reported: they stopped. */
  stoppedBelow: 0.2,
  /** As many again: all is well. */
  wellFrom: 0.5,
  /** So many hours are shown. */
  hoursShown: 24,
} as const

/** What is known of a gateway's reports; `none`: it has never been seen to report, as some operators do not. */
export const GatewayReports = z.object({
  gateway: z.string(),
  version: z.number(),
  state: z.enum(['none', 'arriving', 'stopped']),
  since: z.string(),
  /** The last hours looked at, oldest first: SMS that left in them, and how many of these were reported in time. */
  hours: z.array(z.object({ hour: z.string(), expected: z.number(), seen: z.number() })),
})
export type GatewayReports = z.infer<typeof GatewayReports>
type Hour = GatewayReports['hours'][number]

export const newReports = (gateway: string, now: string): GatewayReports => ({
  gateway,
  version: 0,
  state: 'none',
  since: now,
  hours: [],
})

/** The hours whose reports should be here by now, where they hold enough to say anything; none otherwise. */
export function ripeHours({ awaited }: GatewayState, now: string): string[] {
  const until = hourOf(addHours(now, -reportsRule.usualHours))
  const from = hourOf(addHours(now, -22))
  const ripe = Object.keys(awaited)
    .filter((hour) => hour < until && hour >= from)
    .sort()
  const expected = ripe.reduce((sum, hour) => sum + (awaited[hour] ?? 0), 0)
  return expected >= reportsRule.atLeast ? ripe : []
}

/** What these hours say; `turned` where it is not what was known. */
export function judged(
  before: GatewayReports,
  hours: readonly Hour[],
  now: string,
): { after: GatewayReports; turned: 'stopped' | 'back' | null } {
  const sum = (of: 'expected' | 'seen') => hours.reduce((all, one) => all + one[of], 0)
  const share = sum('seen') / Math.max(1, sum('expected'))
  const state = stateAfter(before.state, share)
  const turned = state === 'stopped' && before.state !== state ? 'stopped' : before.state === 'stopped' && state !== before.state ? 'back' : null // prettier-ignore
  return {
    turned,
    after: {
      ...before,
      version: before.version + 1,
      state,
      since: state === before.state ? before.since : now,
      hours: [...before.hours, ...hours].slice(-reportsRule.hoursShown),
    },
  }
}

function stateAfter(before: GatewayReports['state'], share: number): GatewayReports['state'] {
  if (before === 'none') return share > 0 ? 'arriving' : 'none'
  if (share < reportsRule.stoppedBelow) return 'stopped'
  return share >= reportsRule.wellFrom ? 'arriving' : before
}
