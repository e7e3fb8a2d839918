import { expect, test } from 'vitest'
import { periodAfter, periodBefore, periodOf, periodsBeside } from '../../../core/figures/period.ts'

const today = '2027-06-15'
const of = (id?: string) => periodOf(id, today)

test('an address is read as it was bookmarked; one that says nothing is the last twelve months', () => {
  expect(of('2027-06').months).toEqual(['2027-06'])
  expect(of('2026-T4').months).toEqual(['2026-10', '2026-11', '2026-12'])
  expect(of('2026').months).toHaveLength(12)
  for (const id of [undefined, '12-mois', '2027-07', '2028', '2027-T5', '2027-13', '1999', '<script>'])
    expect([of(id).kind, of(id).months[0], of(id).months.at(-1)]).toEqual(['last-months', '2026-07', '2027-06'])
})

test('before and after follow without a gap, over years, and end at today', () => {
  expect(periodBefore(of('2027-01')).id).toBe('2026-12')
  expect(periodBefore(of('2027-T1')).id).toBe('2026-T4')
  expect(periodBefore(of('2027')).id).toBe('2026')
  expect(periodBefore(of()).months).toEqual(of().months.map((month) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`)) // prettier-ignore
  expect(periodAfter(of('2026-12'), today)?.id).toBe('2027-01')
  expect(periodAfter(of('2026-T4'), today)?.id).toBe('2027-T1')
  for (const id of ['2027-06', '2027-T2', '2027', undefined]) expect(periodAfter(of(id), today)).toBeNull()
})

test('what is printed of a period hangs on every shorter or overlapping one that can be asked for', () => {
  const ids = (id?: string) => periodsBeside(of(id)).map((one) => one.id)
  expect(ids('2027-06')).toEqual(['2027-06'])
  expect(ids('2027-T2')).toEqual(['2027-04', '2027-05', '2027-06', '2027-T2'])
  expect(ids('2026')).toHaveLength(12 + 4 + 1)
  expect(ids()).toHaveLength(24 + 8 + 2 + 1)
  expect(ids().at(-1)).toBe('12-mois')
})
