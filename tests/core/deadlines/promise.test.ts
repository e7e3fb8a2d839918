import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entry } from '../../../core/case/history.ts'
import { kinds } from '../../../core/channel/message.ts'
import { assessedPromiseAt, openingPromiseAt } from '../../../core/deadlines/promise.ts'
import {
  after,
  assessed,
  clock,
  focalPoint,
  later,
  left,
  monday,
  on,
  only,
  opened,
  policy,
  visited,
  waits,
} from '../../support/case-builder.ts'

/** Paper of three weeks ago, found in its box. */
const found = on('2027-06-28')
const paper = () => opened({ channel: 'box', receivedAt: monday, at: found })

describe('paper that is older than its promise', () => {
  test('is promised the same ten working days, from now', () => {
    expect(paper().promisedAt).toBe(on('2027-07-12', '14:00'))
    expect(paper().promisedAt).toBe(opened({ receivedAt: found }).promisedAt)
  })

  test('is late at once all the same, says so and climbs: the clock still runs from when the person spoke', () => {
    expect(clock(paper(), 'answer')).toBe(on('2027-06-21', '14:00'))
    const { entries } = left(paper(), found)
    expect(only(entries, 'lapsed').map((one) => one.clock)).toContain('answer')
    expect(only(entries, 'escalated')).toHaveLength(1)
  })

  test('a day younger keeps the date it would have been promised', () => {
    expect(opened({ receivedAt: monday, at: on('2027-06-18') }).promisedAt).toBe(on('2027-06-21', '14:00'))
    expect(opened({ receivedAt: monday, at: on('2027-06-21', '14:00') }).promisedAt).toBe(on('2027-07-05', '14:00'))
  })
})

describe('an assessment that comes late', () => {
  test('from S down to N promises the standard from now', () => {
    const restored = assessed(assessed(opened(), 'S1'), 'N1', on('2027-07-05'))
    expect(restored.promisedAt).toBe(on('2027-07-19', '14:00'))
    expect(clock(restored, 'answer')).toBe(on('2027-06-21', '14:00'))
  })

  test('of a possible S does too', () => {
    expect(assessed(opened({ lane: 'P' }), 'N1', on('2027-06-28')).promisedAt).toBe(on('2027-07-12', '14:00'))
  })

  test('to a more urgent level brings the promise forward where it still can, else leaves it', () => {
    const slow = { ...opened(), promisedAt: on('2027-08-02') }
    expect(assessed(slow, 'N2', on('2027-06-16')).promisedAt).toBe(on('2027-06-23'))
    expect(assessed(opened(), 'N2', on('2027-06-16')).promisedAt).toBe(on('2027-06-21', '14:00'))
  })

  test('never makes a broken promise look whole: what passed stays as it was', () => {
    expect(assessed(opened(), 'N1', on('2027-06-25')).promisedAt).toBe(on('2027-06-21', '14:00'))
  })

  test('of a reopened case promises half the time', () => {
    const again = { ...assessed(opened(), 'N1'), reopenedAt: on('2027-06-21'), promisedAt: null }
    expect(assessed(again, 'N1', on('2027-07-05')).promisedAt).toBe(on('2027-07-12', '14:00'))
  })
})

test('a sweep that comes after the moved date tells of a day that is still to come', () => {
  const resumed = entry('resumed', on('2027-06-14'), focalPoint, {})
  const paused = after(waits(assessed(opened(), 'N1'), on('2027-06-09')), resumed)
  const told = (now: string) => only(visited(paused, now).history, 'promise-moved').map(({ to }) => to)
  expect(told(on('2027-06-20', '14:00'))).toEqual([on('2027-06-28', '14:00')])
  expect(told(on('2027-07-05'))).toEqual([on('2027-07-19', '14:00')])
})

test('whatever is received whenever, at whatever level, is promised a day to come, and never later than counted from now', () => {
  const instant = fc.integer({ min: 0, max: 24 * 365 }).map((hours) => later(monday, hours))
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 24 * 366 }), fc.constantFrom(...kinds), (receivedAt, late, kind) => {
      const now = later(receivedAt, late)
      const first = openingPromiseAt({ lane: 'N', kind, receivedAt }, policy, now)
      if (kind === 'thanks') expect(first).toBeNull()
      else expect(first !== null && first > now).toBe(true)
      const fresh = openingPromiseAt({ lane: 'N', kind, receivedAt: now }, policy, now)
      expect(first === null || (fresh !== null && first <= fresh)).toBe(true)
      for (const level of ['N0', 'N1', 'N2'] as const) {
        const caseFile = opened({ lane: 'P', kind, receivedAt })
        const at = assessedPromiseAt(caseFile, { level, kind }, policy, now)
        if (kind !== 'thanks') expect(at !== null && at > now, level).toBe(true)
      }
    }),
  )
})
