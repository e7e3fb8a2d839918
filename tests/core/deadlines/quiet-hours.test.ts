import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { quietUntil } from '../../../core/deadlines/quiet-hours.ts'

const night = { from: '20:00', to: '07:00' }

it.each([
  ['at noon leaves at once', '2027-06-07T12:00:00.000Z', '2027-06-07T12:00:00.000Z'],
  ['at 20:00 waits for the morning', '2027-06-07T20:00:00.000Z', '2027-06-08T07:00:00.000Z'],
  ['after midnight waits for the same morning', '2027-06-08T03:15:10.123Z', '2027-06-08T07:00:00.000Z'],
  ['at 07:00 leaves at once', '2027-06-08T07:00:00.000Z', '2027-06-08T07:00:00.000Z'],
])('an SMS %s', (_, at, leavesAt) => {
  expect(quietUntil(night, at)).toBe(leavesAt)
})

test('quiet hours are local, may lie within one day, and may be none', () => {
  expect(quietUntil(night, '2027-06-07T19:30:00.000Z', 60)).toBe('2027-06-08T06:00:00.000Z')
  expect(quietUntil({ from: '12:00', to: '14:00' }, '2027-06-07T13:00:00.000Z')).toBe('2027-06-07T14:00:00.000Z')
  expect(quietUntil({ from: '12:00', to: '12:00' }, '2027-06-07T12:00:00.000Z')).toBe('2027-06-07T12:00:00.000Z')
})

test('what was held leaves at the end of a night, never inside one, and never waits twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2023, 0), max: Date.UTC(2031, 0) }), (ms) => {
      const at = new Date(ms).toISOString()
      const leavesAt = quietUntil(night, at)
      const hour = Number(at.slice(11, 13))
      expect(leavesAt === at).toBe(hour >= 7 && hour < 20)
      if (leavesAt !== at) expect(leavesAt.slice(11)).toBe('07:00:00.000Z')
      expect(Date.parse(leavesAt) - ms).toBeLessThanOrEqual(11 * 3_600_000)
      expect(quietUntil(night, leavesAt)).toBe(leavesAt)
    }),
  )
})
