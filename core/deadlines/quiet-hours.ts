import * as z from 'zod/mini'
import { Time } from './working-calendar.ts'
import { dayMs, epochMs, isoAt, offsetMs, timeMs } from './instant.ts'

/** Local hours in which no SMS leaves, over midnight where `to` is earlier than `from`; equal: none. */
export const QuietHours = z.object({ from: Time, to: Time })
export type QuietHours = z.infer<typeof QuietHours>

const withinDay = (ms: number): number => ((ms % dayMs) + dayMs) % dayMs

/** `at` itself outside quiet hours, else when they end. `from` is quiet, `to` no longer. */
export function quietUntil(quiet: QuietHours, at: string, utcOffsetMinutes = 0): string {
  const atMs = epochMs(at)
  const sinceMs = withinDay(atMs + offsetMs(utcOffsetMinutes) - timeMs(quiet.from))
  const lengthMs = withinDay(timeMs(quiet.to) - timeMs(quiet.from))
  return sinceMs < lengthMs ? isoAt(atMs + lengthMs - sinceMs) : at
}
