import { additionsTo } from '../../figures/counters.ts'
import { addTo, type Sum } from '../../lists/counter-change.ts'
import type { Counter, FiguresStore } from '../../ports/figures/figures.ts'
import { inParallel } from '../in-parallel.ts'

/** More would keep a page waiting, and hold too much at once. */
export const mostRead = 10_000
const rowsAtOnce = 500
const monthsAtOnce = 4

/**
 * The counters one cercle of a region or an organisation would have, added up from the counted cases of these months: nothing is written for them
 * (`docs/decisions/056-a-cercle-is-counted-when-asked.md`). Those of its months, and of what is open.
 */
export async function countCercle(
  { group, cercle, months }: { group: string; cercle: string; months: readonly string[] },
  figures: FiguresStore,
): Promise<[Counter[], Counter[]]> {
  const sum: Sum = new Map()
  await inParallel(months, monthsAtOnce, async (month) => {
    let after: string | null = null
    do {
      const { rows, next } = await figures.found(group, month, { after, limit: rowsAtOnce })
      for (const { facts } of rows) if (facts.cercle === cercle) addTo(sum, additionsTo(group, facts))
      after = next
    } while (after !== null)
  })
  const countersOf = (of: string): Counter[] => {
    const own = [...sum.values()].filter((one) => one.group === of)
    return [...Map.groupBy(own, ({ name }) => name)].map(([name, all]) => ({
      name,
      fields: Object.fromEntries(all.map(({ field, add }) => [field, add])),
    }))
  }
  return [countersOf(group), countersOf(`open:${group}`)]
}
