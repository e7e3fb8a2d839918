import { describe, expect, test } from 'vitest'
import { complainant } from '../../../core/case/actor.ts'
import { entry } from '../../../core/case/history.ts'
import { nextLookAt } from '../../../core/deadlines/agenda.ts'
import { standing } from '../../../core/lists/standing.ts'
import { afterVerdict, reopening } from '../../../core/notices/verdict.ts'
import {
  after,
  answered,
  assessed,
  focalPoint,
  gao,
  instants,
  later,
  left,
  monday,
  on,
  only,
  opened,
  rulebook,
  told,
} from '../../support/case-builder.ts'

const day = 24
const answeredAt = on('2027-06-14')
const done = answered(assessed(opened({ place: gao }), 'N1'), answeredAt)
const heard = told(done, answeredAt)
const leftFor = (caseFile: typeof done, days: number) => left(caseFile, later(monday, days * day))

describe('telling', () => {
  test('where nobody may be called or written to is the answer standing open', () => {
    for (const silent of [{ consent: 'none' }, { phone: false }] as const) {
      const { entries } = left(answered(assessed(opened(silent), 'N1'), answeredAt), answeredAt)
      expect(only(entries, 'told').map(({ at, how }) => [at, how])).toEqual([[answeredAt, 'open-answer']])
    }
  })

  test('after STOP too', () => {
    const stopped = after(done, entry('opted-out', later(answeredAt, 1), complainant, {}))

    expect(only(leftFor(stopped, 10).entries, 'told')[0]?.how).toBe('open-answer')
  })

  test('is a person’s to do where calling was agreed to', () => {
    const byCall = answered(assessed(opened({ consent: 'call-woman' }), 'N1'), answeredAt)

    expect(only(leftFor(byCall, 60).entries, 'told')).toEqual([])
    expect(standing(byCall, rulebook)?.row.nextAction).toBe('call')
  })
})

describe('closing', () => {
  test('asks for the verdict once, a week after the SMS arrived', () => {
    expect(instants(leftFor(heard, 60).entries, 'satisfaction-asked')).toEqual([later(answeredAt, 7 * day)])
  })

  test('does not ask who has said it already, or was told by a person', () => {
    const satisfied = after(heard, entry('satisfied', later(answeredAt, 1), complainant, { score: 1 }))
    const byFace = after(done, entry('told', answeredAt, focalPoint, { how: 'face' }))

    for (const caseFile of [satisfied, byFace])
      expect(instants(leftFor(caseFile, 60).entries, 'satisfaction-asked')).toEqual([])
  })

  test('comes 30 days after the person was told, not after the answer', () => {
    const toldLate = told(done, later(answeredAt, 10 * day))

    expect(instants(leftFor(heard, 90).entries, 'closed')).toEqual([later(answeredAt, 30 * day)])
    expect(instants(leftFor(toldLate, 90).entries, 'closed')).toEqual([later(answeredAt, 40 * day)])
  })

  test('never comes before: who cannot be reached keeps the case open, on the visit list', () => {
    const unreachable = after(done, entry('unreachable', later(answeredAt, 3 * day), complainant, {}))
    const { caseFile, entries } = leftFor(unreachable, 365)

    expect(instants(entries, 'closed')).toEqual([])
    expect(standing(caseFile, rulebook)?.row).toMatchObject({ nextAction: 'visit', unreachable: true })
  })

  test('a thank-you closes once somebody has read it for what it is', () => {
    const thanks = opened({ kind: 'thanks' })
    const readAt = later(monday, 5)

    expect(instants(leftFor(thanks, 5).entries, 'closed')).toEqual([])
    expect(left(assessed(thanks, 'N0', readAt), readAt).caseFile).toMatchObject({
      status: 'closed',
      closedHow: 'thanks',
    })
  })

  test('but not one that hides something grave, nor one that was opened again', () => {
    const grave = assessed(opened({ kind: 'thanks' }), 'S2')
    const closed = left(assessed(opened({ kind: 'thanks' }), 'N0'), later(monday, day)).caseFile
    const again = after(closed, entry('reopened', later(monday, 2 * day), focalPoint, { to: 0, promisedAt: null }))

    expect(leftFor(grave, 5).caseFile.status).toBe('assessed')
    expect(leftFor(again, 3).caseFile.status).toBe('assessed')
  })
})

describe('“3 = non”', () => {
  const says3 = (caseFile = heard, at = later(answeredAt, 1)) =>
    after(caseFile, ...afterVerdict(caseFile, 3, rulebook, at))

  test('reopens one level up by itself, with half the time', () => {
    expect(says3()).toMatchObject({
      status: 'assessed',
      escalationLevel: 1,
      told: null,
      promisedAt: on('2027-06-21', '14:00'),
    })
  })

  test('skips the region where none serves the place', () => {
    const elsewhere = told(answered(assessed(opened(), 'N1')))

    expect(says3(elsewhere).escalationLevel).toBe(2)
  })

  test('at the top closes as in disagreement, once', () => {
    const top = { ...heard, escalationLevel: 3 }
    const closed = says3(top)

    expect(closed).toMatchObject({ status: 'closed', closedHow: 'disagreed', satisfaction: 3 })
    expect(afterVerdict(closed, 3, rulebook, later(answeredAt, 2))).toEqual([])
    expect(reopening(closed, rulebook, later(answeredAt, 2))).toEqual([])
  })

  test('who answers has been told, even before the delivery report', () => {
    expect(instants(afterVerdict(done, 1, rulebook, answeredAt), 'told')).toEqual([answeredAt])
  })

  test('an appeal at the top does not close what the person has not heard yet', () => {
    expect(reopening({ ...done, escalationLevel: 3 }, rulebook, answeredAt)).toEqual([])
  })
})

describe('erasing', () => {
  const closedAt = later(answeredAt, 30 * day)
  const erased = (caseFile: typeof done, days: number) =>
    only(leftFor(caseFile, days).entries, 'erased').map(({ at, part }) => [part, at])

  test('takes the contact 30 days after closing, the words after a year, and then nothing is ever due', () => {
    expect(erased(heard, 500)).toEqual([
      ['contact', later(closedAt, 30 * day)],
      ['words', later(closedAt, 365 * day)],
    ])
    expect(nextLookAt(leftFor(heard, 500).caseFile, rulebook)).toBeNull()
  })

  test('takes both after 30 days where it was about integrity', () => {
    const closed = after(opened({ lane: 'S1' }), entry('closed', closedAt, focalPoint, { how: 'receipt' }))

    expect(erased(closed, 500)).toEqual([
      ['contact', later(closedAt, 30 * day)],
      ['words', later(closedAt, 30 * day)],
    ])
  })

  test('leaves nothing to do where a protection case was erased with its receipt', () => {
    const stub = after(
      opened({ lane: 'S2' }),
      entry('closed', closedAt, focalPoint, { how: 'receipt' }),
      entry('erased', closedAt, focalPoint, { part: 'all' }),
    )

    expect(nextLookAt(stub, rulebook)).toBeNull()
  })

  test('takes the contact within 24 hours of STOP, once, and the case goes on', () => {
    const stopped = after(opened(), entry('opted-out', later(monday, 2), complainant, {}))

    expect(erased(stopped, 5)).toEqual([['contact', later(monday, 26)]])
    expect(leftFor(stopped, 5).caseFile.status).toBe('received')
  })

  test('START undoes STOP before anything is lost', () => {
    const back = after(
      opened(),
      entry('opted-out', later(monday, 2), complainant, {}),
      entry('opted-in', later(monday, 3), complainant, {}),
    )

    expect(erased(back, 5)).toEqual([])
  })
})
