import * as z from 'zod/mini'
import { readState, writeState } from '../state/state-file.ts'

const Saved = z.object({ offsetMs: z.number() })

/** The machine's clock, moved: it ticks with the machine and can be set. */
export interface LocalClock {
  now: () => Date
  /** `now` as UTC ISO-8601. */
  nowAt: () => string
  /** Throws ClockGoesBackError for an instant before now, unless `mayGoBack`; RangeError for no instant. */
  set: (at: string, options?: { mayGoBack?: boolean }) => void
}

export class ClockGoesBackError extends Error {
  override name = 'ClockGoesBackError'
}

/**
 * What was set is kept in `file` as the distance from the machine's clock, and so survives a restart. Without the file the
 * clock starts at `startAt`, the coming Monday at 09:00 UTC when absent. `machine` is the machine's own clock.
 */
export function localClock({
  file,
  startAt,
  machine = () => new Date(),
}: {
  file: string
  startAt?: string
  machine?: () => Date
}): LocalClock {
  const move = (at: Date) => {
    if (Number.isNaN(at.getTime())) throw new RangeError('The clock can only be set to an instant (UTC ISO-8601)')
    const offset = at.getTime() - machine().getTime()
    writeState(file, JSON.stringify({ offsetMs: offset }))
    return offset
  }
  let offsetMs =
    readState(file, (text) => Saved.parse(JSON.parse(text)))?.offsetMs ??
    move(startAt === undefined ? comingMonday(machine()) : new Date(startAt))
  const now = () => new Date(machine().getTime() + offsetMs)

  return {
    now,
    nowAt: () => now().toISOString(),
    set: (at, { mayGoBack = false } = {}) => {
      if (!mayGoBack && Date.parse(at) < now().getTime())
        throw new ClockGoesBackError(`The clock stands at ${now().toISOString()} and does not go back to ${at}`)
      offsetMs = move(new Date(at))
    },
  }
}

/** 09:00 UTC on this Monday, or on the next when `date` (UTC) is no Monday. */
export function comingMonday(date: Date): Date {
  const daysAhead = (8 - date.getUTCDay()) % 7
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + daysAhead, 9))
}
