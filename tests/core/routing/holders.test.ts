import { expect, test } from 'vitest'
import { entry } from '../../../core/case/history.ts'
import { holdersOf } from '../../../core/routing/holders.ts'
import { places } from '../../../programme/places/places.ts'
import { after, answered, assessed, assigned, focalPoint, later, monday, opened } from '../../support/case-builder.ts'

const hours = (ms: number): number => ms / 3_600_000
const told = (caseFile: ReturnType<typeof opened>, now: string) =>
  holdersOf(caseFile, places, now).map(({ owner, offered, ms, current }) => [owner, offered, hours(ms), current])

test('each who had the case is shown with its own time, an offer apart from what was accepted', () => {
  const read = assessed(opened(), 'N1', later(monday, 2))
  const offered = assigned(read, later(monday, 3), true)
  const accepted = after(offered, entry('accepted', later(monday, 8), focalPoint, { organisation: 'ong-sante-gao' }))

  expect(told(accepted, later(monday, 10))).toEqual([
    ['focal-point', false, 3, false],
    ['organisation:ong-sante-gao', true, 5, false],
    ['organisation:ong-sante-gao', false, 2, true],
  ])
})

test('while the clock stands still for the person it is nobody else’s, and after the answer nobody’s at all', () => {
  const waiting = after(
    assessed(opened(), 'N1', later(monday, 1)),
    entry('waiting', later(monday, 4), focalPoint, { waitingFor: 'complainant', until: later(monday, 100) }),
    entry('resumed', later(monday, 10), focalPoint, {}),
  )

  expect(told(answered(waiting, later(monday, 12)), later(monday, 500))).toEqual([
    ['focal-point', false, 6, false],
    ['complainant', false, 6, false],
  ])
})

test('what lay in a box before it was written down is said as such', () => {
  expect(told(opened({ receivedAt: monday, at: later(monday, 48) }), later(monday, 50))).toEqual([
    ['intake', false, 48, false],
    ['focal-point', false, 2, true],
  ])
})
