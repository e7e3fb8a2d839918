const units = { W: 7 * 86_400_000, D: 86_400_000, H: 3_600_000, M: 60_000, S: 1_000 } as const

/** Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds (`P15D`, `PT26H`); null for anything else. */
export function durationMs(text: string): number | null {
  const [, weeks, days, , hours, minutes, seconds] =
    /^P(?:(\d+)W)?(?:(\d+)D)?(T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text) ?? []
  const parts = [
    [weeks, units.W],
    [days, units.D],
    [hours, units.H],
    [minutes, units.M],
    [seconds, units.S],
  ] as const
  const given = parts.filter(([count]) => count !== undefined)
  return given.length === 0 ? null : given.reduce((sum, [count, unit]) => sum + Number(count) * unit, 0)
}
