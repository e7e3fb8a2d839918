import { type CounterChange, netted } from '../../core/lists/counter-change.ts'
import type { FiguresAudit } from '../../core/ports/figures/figures-audit.ts'

/** Every field of every counter by `group name field`, with what is pending. */
export async function readCounters(audit: FiguresAudit): Promise<Record<string, number>> {
  const all: CounterChange[] = []
  for await (const { counters } of audit.pages(null)) all.push(...counters)
  return Object.fromEntries(netted(all).map(({ group, name, field, add }) => [`${group} ${name} ${field}`, add]))
}
export const fieldsIn = (counters: Record<string, number>): Set<string> =>
  new Set(Object.keys(counters).map((name) => name.split(' ').at(-1) ?? ''))
