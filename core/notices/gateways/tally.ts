import type { SendResult } from '../gateway.ts'
import { faultOf } from './faults.ts'

/** What one gateway did in one batch. */
export interface Tally {
  sent: number
  segments: number
  /** Those of which a report is waited for. */
  awaited: number
  failures: Record<string, number>
  /** Failed for a reason of its own; of these, how many since it last took one. */
  faults: number
  trailing: number
  /** Among the trailing ones is one that says it all. */
  atOnce: boolean
  reason: string | null
  /** The latest message that came by it, as the phones we write to are remembered. */
  heardAt: string | null
}

export const newTally = (): Tally => ({
  sent: 0,
  segments: 0,
  awaited: 0,
  failures: {},
  faults: 0,
  trailing: 0,
  atOnce: false,
  reason: null,
  heardAt: null,
})

/** One more send. */
export function tallied(tally: Tally, result: SendResult, sms: { segments: number; awaited: boolean }): Tally {
  if (result.outcome === 'opted-out') return tally
  if (result.outcome === 'accepted')
    return {
      ...tally,
      sent: tally.sent + 1,
      segments: tally.segments + sms.segments,
      awaited: tally.awaited + (sms.awaited ? 1 : 0),
      trailing: 0,
      atOnce: false,
    }
  const { reason } = result
  const failures = { ...tally.failures, [reason]: (tally.failures[reason] ?? 0) + 1 }
  const fault = faultOf(result)
  if (fault === null) return { ...tally, failures }
  const { faults, trailing, atOnce } = tally
  return {
    ...tally,
    failures,
    faults: faults + 1,
    trailing: trailing + 1,
    atOnce: atOnce || fault === 'at-once',
    reason,
  }
}
