import type { FiguresAudit } from '../../core/ports/figures/figures-audit.ts'

/** Every field of every counter by `group name field`. */
export async function readCounters(audit: FiguresAudit): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for await (const { counters } of audit.pages(null))
    for (const { group, name, field, add } of counters) found[`${group} ${name} ${field}`] = add
  return found
}
export const fieldsIn = (counters: Record<string, number>): Set<string> =>
  new Set(Object.keys(counters).map((name) => name.split(' ').at(-1) ?? ''))
