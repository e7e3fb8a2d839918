import { expect, test } from 'vitest'
import { periodOf } from '../../../core/figures/period.ts'
import { periodFigures } from '../../../core/figures/period-figures.ts'
import { seeded } from '../../support/functions/outside.ts'

/** What a region's counters may hold after a few years: few cases a month, some of them climbed, some answered after. */
function someMonths(random: () => number) {
  const fields = (): Record<string, number> => {
    const some = (most: number): number => Math.floor(random() * (most + 1))
    const received = some([3, 7, 14, 30][Math.floor(random() * 4)] ?? 3)
    const climbed = some(received)
    const answeredAfterClimb = some(climbed)
    const women = some(received)
    return {
      received,
      climbed,
      answeredAfterClimb,
      'received#cercle#unknown': received,
      'received#channel#sms': received,
      'received#person#woman': women,
      'received#person#man': received - women,
    }
  }
  const months = [2026, 2027].flatMap((year) => Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)) // prettier-ignore
  return new Map(months.map((month) => [month, fields()]))
}
const isSmall = (value: number): boolean => value > 0 && value < 5

test('what climbed, what did not and what was answered after are never under five, however the page is read', () => {
  const random = seeded(7)
  let printed = 0
  for (let round = 0; round < 12; round++) {
    const months = someMonths(random)
    for (const id of ['2027-05', '2027-T2', '2027', '12-mois']) {
      const { received, shares } = periodFigures({ kind: 'region', id: 'gao' }, periodOf(id, '2027-06-15'), months)
      const { escalated, answeredAfterEscalation } = shares
      // The number of cases received stands in two places: it is printed in both, or in none.
      expect(escalated.n).toBe(received)
      const counts = [escalated, answeredAfterEscalation].flatMap(({ n, range }) =>
        typeof n === 'number' && range?.low === range?.high && range ? [range.low * n, n - range.low * n] : [],
      )
      const didNot = typeof received === 'number' && typeof answeredAfterEscalation.n === 'number' ? [received - answeredAfterEscalation.n] : [] // prettier-ignore
      for (const count of [...counts, ...didNot]) expect(isSmall(Math.round(count))).toBe(false)
      printed += counts.length + didNot.length
    }
  }
  expect(printed).toBeGreaterThan(20)
})
