const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** Milliseconds since 1970 of an instant (`…Z`) or of a day (its midnight in UTC). Throws RangeError on anything else. */
export function epochMs(at: string): number {
  const ms = Date.parse(at)
  if (Number.isNaN(ms)) throw new RangeError('not an instant')
  return ms
}

export const isoAt = (ms: number): string => new Date(ms).toISOString()

/** Milliseconds since midnight of `HH:MM`. */
export const timeMs = (time: string): number => Number(time.slice(0, 2)) * hourMs + Number(time.slice(3)) * minuteMs

export const offsetMs = (utcOffsetMinutes: number): number => utcOffsetMinutes * minuteMs

/** The day `days` after `on`. */
export const addDaysOn = (on: string, days: number): string => isoAt(epochMs(on) + days * dayMs).slice(0, 10)
