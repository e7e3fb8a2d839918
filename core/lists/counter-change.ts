/**
 * Where a number is kept. `group`: whose figures (`all`, `region:<id>`, `organisation:<id>`), the same with `open:` before it for what
 * is open as of now, a year of S, or `live`; `name`: the month (`now` for totals), then who is kept from it.
 */
export interface CounterKey {
  group: string
  name: string
}
export interface CounterChange extends CounterKey {
  field: string
  add: number
}

/** Changes as they add up, by field. */
export type Sum = Map<string, CounterChange>

export function addTo(sum: Sum, changes: readonly CounterChange[]): void {
  for (const change of changes) {
    const name = JSON.stringify([change.group, change.name, change.field])
    sum.set(name, { ...change, add: change.add + (sum.get(name)?.add ?? 0) })
  }
}

/** The changes that remain when all are made at once: one per field, none of them 0. */
export function netted(changes: readonly CounterChange[]): CounterChange[] {
  const sum: Sum = new Map()
  addTo(sum, changes)
  return [...sum.values()].filter(({ add }) => add !== 0)
}
