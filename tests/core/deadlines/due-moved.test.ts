import { describe, expect, test } from 'vitest'
import { entry } from '../../../core/case/history.ts'
import type { WorkingCalendar } from '../../../core/deadlines/calendar.ts'
import { dueMoved } from '../../../core/deadlines/due-moved.ts'
import {
  after,
  answered,
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
  rulebook,
} from '../../support/case-builder.ts'

const closed = (...days: string[]): WorkingCalendar => ({
  ...policy.calendar,
  version: `closed-${days.join('-')}`,
  overrides: days.map((day) => ({ on: day, is: 'closed', reason: 'declared by communiqué' })),
})
const before = policy.calendar
const wednesday = closed('2027-06-16')
const now = on('2027-06-15', '18:00')
const moves = (caseFile = opened(), calendar = wednesday, at = now) =>
  dueMoved(caseFile, { standards: policy.standards, before, after: calendar }, at)
const read = after(opened(), entry('read', later(monday, 1), focalPoint, {}))

describe('a feast declared the evening before', () => {
  test('moves the answer by a day, from and to, with the calendar that did it', () => {
    expect(moves(read)).toEqual([
      expect.objectContaining({
        what: 'due-moved',
        clock: 'answer',
        from: on('2027-06-21', '14:00'),
        to: on('2027-06-22', '14:00'),
        calendar: wednesday.version,
      }),
    ])
  })

  test('moves the assessing too, while nobody has assessed', () => {
    expect(moves(opened(), closed('2027-06-08'), monday).map((one) => one.what === 'due-moved' && one.clock)).toEqual([
      'assess',
      'answer',
    ])
  })

  test('moves nothing twice', () => {
    expect(moves(after(read, ...moves(read)))).toEqual([])
  })

  test('a second version may move it again', () => {
    expect(moves(after(read, ...moves(read)), closed('2027-06-16', '2027-06-17'))).toHaveLength(1)
  })

  test('moves no promise: the person is told the day before what they were promised, and then the new date governs', () => {
    const rules = { ...rulebook, calendar: wednesday }
    const caseFile = after(assessed(opened(), 'N1'), ...moves(read))

    expect(caseFile.promisedAt).toBe(on('2027-06-21', '14:00'))
    expect(clock(caseFile, 'answer', rules)).toBe(on('2027-06-21', '14:00'))
    const moved = left(caseFile, on('2027-06-21'), rules)
    expect(only(moved.entries, 'promise-moved').map(({ at, to }) => [at, to])).toEqual([
      [on('2027-06-20', '14:00'), on('2027-06-22', '14:00')],
    ])
    expect(clock(moved.caseFile, 'answer', rules)).toBe(on('2027-06-22', '14:00'))
  })

  test.each([
    ['counted in hours', assessed(opened(), 'N2')],
    ['about protection', opened({ lane: 'S2' })],
    ['answered', answered(read)],
    ['that ran out already', left(read, on('2027-06-22')).caseFile],
    ['extended to a day of its own', after(read, entry('extended', now, focalPoint, { to: on('2027-06-30') }))],
    ['it does not cross', after(opened({ kind: 'question' }), entry('read', monday, focalPoint, {}))],
  ])('moves nothing on a case %s', (why, caseFile) => {
    const calendar = why === 'it does not cross' ? closed('2027-07-30') : wednesday
    expect(moves(caseFile, calendar)).toEqual([])
  })

  test('nor on one opened under the new calendar, whose receipt knew it', () => {
    expect(moves({ ...read, promisedAt: on('2027-06-22', '14:00') })).toEqual([])
  })
})

test('a feast that is not kept after all brings the date forward', () => {
  const [moved] = dueMoved(
    { ...read, promisedAt: on('2027-06-22', '14:00') },
    { standards: policy.standards, before: wednesday, after: before },
    now,
  )

  expect(moved).toMatchObject({ from: on('2027-06-22', '14:00'), to: on('2027-06-21', '14:00') })
})
