import { describe, expect, test } from 'vitest'
import { complainant } from '../../../core/case/actor.ts'
import { entry } from '../../../core/case/history.ts'
import { entriesDue, nextLookAt } from '../../../core/deadlines/agenda.ts'
import { standing } from '../../../core/lists/standing.ts'
import { ownerOf } from '../../../core/routing/owner.ts'
import { places } from '../../../programme/places/places.ts'
import {
  after,
  answered,
  assessed,
  assigned,
  clock,
  focalPoint,
  gao,
  instants,
  kayes,
  later,
  left,
  monday,
  on,
  only,
  opened,
  reopened,
  rulebook,
  told,
  visited,
  waits,
} from '../../support/case-builder.ts'

const dueOn = on('2027-06-21', '14:00')
const read = (caseFile = opened()) => after(caseFile, entry('read', later(monday, 1), focalPoint, {}))

describe('reminders', () => {
  test('come at half, four fifths and the end of a complaint’s time, in office hours', () => {
    const { entries } = left(assigned(assessed(opened(), 'N1')), dueOn)

    expect(instants(entries, 'reminded')).toEqual([on('2027-06-14', '11:30'), on('2027-06-21', '07:30'), dueOn])
    expect(only(entries, 'reminded').map(({ to }) => to)).toEqual(Array(3).fill('organisation:ong-sante-gao'))
  })

  test('come every four hours while life is in danger, day and night', () => {
    const { entries } = left(assessed(opened(), 'N2'), later(monday, 13))

    expect(instants(entries, 'reminded')).toEqual([4, 8, 12].map((hours) => later(monday, hours)))
  })

  test.each([
    ['S1', [24, 48, 72]],
    ['S2', [4, 12, 24]],
  ] as const)('of %s come in hours, on a Saturday like on any day', (lane, hours) => {
    const saturday = on('2027-06-12', '12:00')
    const { entries } = left(opened({ lane, receivedAt: saturday }), later(saturday, 72))

    expect(instants(entries, 'reminded').slice(0, 3)).toEqual(hours.map((one) => later(saturday, one)))
    expect(only(entries, 'reminded')[0]?.to).toBe(lane === 'S1' ? 'integrity' : 'protection')
  })

  test('stop at the top, where the weekly re-nag takes over', () => {
    const { entries } = left(assessed(opened(), 'N2'), later(monday, 24 * 30))
    const top = only(entries, 'escalated').find(({ to }) => to === 3)

    expect(instants(entries, 'reminded').filter((at) => at > (top?.at ?? ''))).toEqual([])
  })

  test('of telling slow down once the danger is answered', () => {
    const { entries } = left(answered(assessed(opened(), 'N2')), later(monday, 24 * 30))

    expect(instants(entries, 'reminded').length).toBeLessThan(6)
  })
})

describe('a lapse', () => {
  test('is recorded once for each clock, with the date that was missed', () => {
    const { entries } = left(opened(), later(monday, 24 * 60))

    expect(only(entries, 'lapsed').map(({ clock: name, dueAt }) => [name, dueAt])).toEqual([
      ['assess', on('2027-06-09', '14:00')],
      ['answer', dueOn],
    ])
  })

  test('is recorded again in the new run of a reopened case', () => {
    const late = left(read(), dueOn).caseFile
    const again = reopened(told(answered(late, later(dueOn, 1))), later(dueOn, 30))

    expect(only(left(again, later(dueOn, 24 * 20)).entries, 'lapsed')).toHaveLength(1)
  })
})

describe('an overdue case climbs', () => {
  const escalations = (caseFile = opened(), days = 40) => {
    const { entries } = left(caseFile, later(monday, days * 24))
    return only(entries, 'escalated').map(({ at, to, region }) => [at, to, region])
  }

  test('to the region, to national, to coordination: at its date, then a rung every 5 working days', () => {
    expect(escalations(assessed(opened({ place: gao }), 'N1'))).toEqual([
      [dueOn, 1, 'gao'],
      [on('2027-06-28', '14:00'), 2, 'gao'],
      [on('2027-07-05', '14:00'), 3, 'gao'],
    ])
  })

  test('past the region where no cluster serves the place, where none is known, and where it is named', () => {
    const named = assessed(opened({ place: gao }), 'N1', later(monday, 1), { named: ['region:gao'] })

    for (const caseFile of [opened({ place: kayes }), opened(), named])
      expect(escalations(caseFile).map(([, to]) => to)).toEqual([2, 3])
  })

  test('two working days after its date where it is only a question', () => {
    expect(escalations(assessed(opened({ kind: 'question' }), 'N0'))[0]).toEqual([on('2027-06-14', '14:00'), 2, null])
  })

  test('a day and two days after the message where life is in danger', () => {
    expect(escalations(assessed(opened({ place: gao }), 'N2')).slice(0, 2)).toEqual([
      [later(monday, 24), 1, 'gao'],
      [later(monday, 48), 2, 'gao'],
    ])
  })

  test('unassessed too, by the one place its words name', () => {
    const suggests = (place: typeof gao | null) => opened({ suggested: { place, category: null, sensitive: false } })

    expect(escalations(suggests(gao))[0]).toEqual([dueOn, 1, 'gao'])
    expect(escalations(suggests(null))[0]).toEqual([dueOn, 2, null])
  })

  test('one rung per visit, and a rung’s time starts when it was recorded', () => {
    const late = on('2027-08-02')
    const first = visited(assessed(opened({ place: gao }), 'N1'), late)

    expect(first.escalationLevel).toBe(1)
    expect(visited(first, late)).toBe(first)
    expect(visited(first, on('2027-08-09', '13:59')).escalationLevel).toBe(1)
    expect(visited(first, on('2027-08-09', '14:00')).escalationLevel).toBe(2)
  })

  test('and promises the date of its next escalation', () => {
    const { caseFile, entries } = left(assessed(opened(), 'N1'), dueOn)

    expect(caseFile.promisedAt).toBe(only(entries, 'escalated')[0]?.nextAt)
    expect(only(left(caseFile, later(dueOn, 24 * 8)).entries, 'escalated')[0]?.at).toBe(caseFile.promisedAt)
  })

  test('at the top it is called to mind every week, for as long as it is open', () => {
    const { entries } = left(assessed(opened(), 'N1'), later(monday, 24 * 60))

    expect(instants(entries, 'nagged').slice(0, 3)).toEqual([
      on('2027-07-05', '14:00'),
      on('2027-07-12', '14:00'),
      on('2027-07-19', '14:00'),
    ])
  })

  test('not while it waits for the complainant', () => {
    const inHand = waits(assigned(assessed(opened(), 'N1')), on('2027-06-16'))
    const { entries } = left(inHand, on('2027-07-01'))

    expect(instants(entries, 'escalated')).toEqual([])
    expect(only(entries, 'promise-moved').map(({ at, from, to }) => [at, from, to])).toEqual([
      [on('2027-06-20', '14:00'), dueOn, on('2027-07-05', '14:00')],
    ])
  })
})

describe('a hand-over nobody accepted', () => {
  const offered = assigned(assessed(opened({ place: gao }), 'N1'), on('2027-06-08'), true)
  const { caseFile, entries } = left(offered, on('2027-06-14', '14:00'))

  test('is sent again after 2 working days, and after 4 returns to the sender and climbs', () => {
    expect(instants(entries, 'hand-over-resent')).toEqual([on('2027-06-10', '14:00')])
    expect(instants(entries, 'hand-over-returned')).toEqual([on('2027-06-14', '14:00')])
    expect(only(entries, 'escalated').map(({ to }) => to)).toEqual([1])
    expect(caseFile.organisation).toBeNull()
  })

  test('never stops the complainant’s clock', () => {
    expect(clock(offered, 'answer')).toBe(dueOn)
  })

  test('is over once accepted', () => {
    const accepted = after(offered, entry('accepted', on('2027-06-09'), focalPoint, { organisation: 'ong-sante-gao' }))

    expect(instants(left(accepted, on('2027-06-18')).entries, 'hand-over-returned')).toEqual([])
  })
})

describe('words that suggest S', () => {
  const possible = opened({ lane: 'P', place: gao })

  test('unread for 4 hours alert protection, then daily', () => {
    const { entries } = left(possible, later(monday, 60))

    expect(instants(entries, 'protection-alerted')).toEqual([4, 28, 52].map((hours) => later(monday, hours)))
  })

  test('are protection’s to decide from then on, and never a region’s', () => {
    expect(ownerOf(possible, places)).toBe('focal-point')
    const year = left(possible, later(monday, 24 * 365))

    expect(ownerOf(year.caseFile, places)).toBe('protection')
    expect(standing(year.caseFile, rulebook)?.region).toBeNull()
    expect(only(year.entries, 'escalated')).toEqual([])
  })

  test('read and not decided alert protection a day after they came, then daily: they never rest with one person', () => {
    const { caseFile, entries } = left(read(possible), later(monday, 60))

    expect(instants(entries, 'protection-alerted')).toEqual([24, 48].map((hours) => later(monday, hours)))
    expect(ownerOf(caseFile, places)).toBe('protection')
    expect(standing(caseFile, rulebook)?.region).toBeNull()
  })

  test('read after an alert are called to mind a day after that alert, not sooner', () => {
    const late = after(left(possible, later(monday, 4)).caseFile, entry('read', later(monday, 5), focalPoint, {}))

    expect(instants(left(late, later(monday, 60)).entries, 'protection-alerted')).toEqual(
      [28, 52].map((hours) => later(monday, hours)),
    )
  })

  test.each(['N1', 'S1', 'S2'] as const)('alert nobody once decided: %s', (level) => {
    expect(only(left(assessed(read(possible), level), later(monday, 60)).entries, 'protection-alerted')).toEqual([])
  })
})

test.each(['S1', 'S2'] as const)('%s never climbs: it stays with its pair', (lane) => {
  const { caseFile, entries } = left(opened({ lane, place: gao }), later(monday, 24 * 365))

  expect([...only(entries, 'escalated'), ...only(entries, 'nagged')]).toEqual([])
  expect(ownerOf(caseFile, places)).toBe(lane === 'S1' ? 'integrity' : 'protection')
})

test('a cut USSD session is completed after three minutes', () => {
  const { entries } = left(opened({ channel: 'ussd', inSession: true }), later(monday, 1))

  expect(only(entries, 'session-ended').map(({ at, cut }) => [at, cut])).toEqual([[on('2027-06-07', '09:03'), true]])
})

test('two visits at one instant: the second finds nothing', () => {
  const now = on('2027-09-01')
  for (const caseFile of [opened(), opened({ lane: 'S2' }), opened({ lane: 'P' }), answered(assessed(opened(), 'N1'))])
    expect(entriesDue(visited(caseFile, now), rulebook, now)).toEqual([])
})

test('a case left alone for a year stays small enough to be kept, whatever it is', () => {
  const cases = [
    opened(),
    ...(['N0', 'N1', 'N2'] as const).map((level) => assessed(opened({ place: gao }), level)),
    ...(['P', 'S1', 'S2'] as const).map((lane) => opened({ lane })),
    assigned(assessed(opened(), 'N2')),
    answered(assessed(opened(), 'N2')),
    after(answered(assessed(opened(), 'N2')), entry('unreachable', on('2027-06-10'), complainant, {})),
  ]
  for (const caseFile of cases) {
    const { entries } = left(caseFile, later(monday, 24 * 365))
    // An item holds 400 KB, an entry some 170 bytes.
    expect(entries.length, caseFile.lane).toBeLessThan(800)
    expect(nextLookAt(caseFile, rulebook)).not.toBeNull()
  }
})
