import { describe, expect, test } from 'vitest'
import { entry, type EntryOf } from '../../../core/case/history.ts'
import type { Level } from '../../../core/case/level.ts'
import { runningClocks } from '../../../core/deadlines/clock.ts'
import { type Clock } from '../../../core/deadlines/policy.ts'
import type { WorkingCalendar } from '../../../core/deadlines/calendar.ts'
import { standing } from '../../../core/lists/standing.ts'
import {
  after,
  answered,
  assessed,
  assigned,
  clock,
  focalPoint,
  monday,
  on,
  opened,
  policy,
  reopened,
  rulebook,
  told,
  visited,
  waits,
} from '../../support/case-builder.ts'

const plain = { place: null, category: null, sensitive: false }

describe('what is promised at each level, for a message of Monday 7 June at nine', () => {
  test.each<[string, Level, EntryOf<'received'>['kind'], Clock['name'], string]>([
    ['a question is answered in 3 working days', 'N0', 'question', 'answer', on('2027-06-10', '14:00')],
    ['a complaint in 10 working days', 'N1', 'complaint', 'answer', on('2027-06-21', '14:00')],
    ['danger to life is acted on in 24 hours', 'N2', 'complaint', 'act', on('2027-06-08')],
    ['and answered in 7 days', 'N2', 'complaint', 'answer', on('2027-06-14')],
    ['money asked for is with the mandated body in 72 hours', 'S1', 'complaint', 'refer', on('2027-06-10')],
    ['abuse in 24 hours', 'S2', 'complaint', 'refer', on('2027-06-08')],
  ])('%s', (_, level, kind, name, dueAt) => {
    expect(clock(assessed(opened({ kind }), level), name)).toBe(dueAt)
  })

  test.each<[Level, string]>([
    ['S1', on('2027-06-08')],
    ['S2', on('2027-06-07', '21:00')],
  ])('%s chosen at the door is read in hours, day and night', (level, dueAt) => {
    expect(clock(opened({ lane: level === 'S1' ? 'S1' : 'S2' }), 'read')).toBe(dueAt)
  })

  test('everything else is assessed in 2 working days', () => {
    expect(clock(opened(), 'assess')).toBe(on('2027-06-09', '14:00'))
  })

  test.each([
    ['what may be S, in the time in which S2 is read', { lane: 'P' }, on('2027-06-07', '21:00')],
    [
      'what may be a danger to life, in that of N2',
      { suggested: { ...plain, level: 'N2' } },
      on('2027-06-07', '13:00'),
    ],
    [
      'what may be both, in the shorter one',
      { lane: 'P', suggested: { ...plain, level: 'N2' } },
      on('2027-06-07', '13:00'),
    ],
  ] as const)('%s', (_, change, dueAt) => {
    expect(clock(opened(change), 'assess')).toBe(dueAt)
  })

  test('opening it is not deciding: the same clock runs on, until somebody assesses', () => {
    const read = after(opened(), entry('read', on('2027-06-07', '10:00'), focalPoint, {}))
    expect(clock(read, 'assess')).toBe(clock(opened(), 'assess'))
    const assessed = after(
      read,
      entry('assessed', on('2027-06-07', '11:00'), focalPoint, { level: 'N1', promisedAt: null }),
    )
    expect(clock(assessed, 'assess')).toBeUndefined()
  })

  test('what a person chose at the door is read by its pair, and then referred', () => {
    const read = after(opened({ lane: 'S2' }), entry('read', on('2027-06-07', '10:00'), focalPoint, {}))
    expect([clock(read, 'read'), clock(read, 'refer')]).toEqual([undefined, on('2027-06-08')])
  })

  test('a suggestion has 15 working days, but the receipt promised the date of a complaint', () => {
    const suggestion = assessed(opened({ kind: 'suggestion' }), 'N0')
    const unpromised = assessed(opened({ kind: 'suggestion', promisedAt: null }), 'N0')

    expect(clock(suggestion, 'answer')).toBe(on('2027-06-21', '14:00'))
    expect(clock(unpromised, 'answer')).toBe(on('2027-06-28', '14:00'))
  })

  test('a working day ends two hours before offices close, earlier on a Friday', () => {
    const friday = opened({ receivedAt: on('2027-06-08', '23:59'), kind: 'question' })

    expect(clock(assessed(friday, 'N0'), 'answer')).toBe(on('2027-06-11', '10:30'))
  })

  test('a run of feasts never stretches a complaint beyond 30 days', () => {
    const days = Array.from({ length: 28 }, (_, day) => `2027-06-${String(day + 3).padStart(2, '0')}`)
    const feasts: WorkingCalendar = {
      ...policy.calendar,
      overrides: days.map((day) => ({ on: day, is: 'closed', reason: 'feast' })),
    }
    const unpromised = { ...assessed(opened(), 'N1'), promisedAt: null }
    expect(runningClocks(unpromised, { ...policy, calendar: feasts })[0]?.dueAt).toBe(on('2027-07-07'))
  })

  test('paper that arrives late is counted from when the person spoke', () => {
    expect(clock(opened({ receivedAt: monday, at: on('2027-06-16') }), 'answer')).toBe(on('2027-06-21', '14:00'))
  })
})

describe('a promise', () => {
  test('assessing never makes it later, at any level', () => {
    for (const level of ['N0', 'N1', 'N2'] as const) {
      const { promisedAt } = assessed(opened(), level, on('2027-06-14'))
      expect(promisedAt !== null && promisedAt <= on('2027-06-21', '14:00'), level).toBe(true)
    }
  })

  test('assessing a question brings it forward, and then the earlier date governs', () => {
    const question = assessed(opened({ kind: 'question' }), 'N0')

    expect(question.promisedAt).toBe(on('2027-06-10', '14:00'))
    expect(clock(assessed(question, 'N1', on('2027-06-08')), 'answer')).toBe(on('2027-06-10', '14:00'))
  })

  test('is none once it is S, whatever the receipt said', () => {
    expect(assessed(opened(), 'S1').promisedAt).toBeNull()
    expect(assessed(opened(), 'S2').promisedAt).toBeNull()
  })

  test('an extension replaces it once, and a second assessment keeps it', () => {
    const extended = after(
      assessed(opened(), 'N1'),
      entry('extended', on('2027-06-15'), focalPoint, { to: on('2027-07-01') }),
    )

    expect(clock(extended, 'answer')).toBe(on('2027-07-01'))
    expect(clock(assessed(extended, 'N1', on('2027-06-16')), 'answer')).toBe(on('2027-07-01'))
    expect(clock(assessed(extended, 'N2', on('2027-06-16')), 'answer')).toBe(on('2027-06-14'))
    expect(assessed(extended, 'N2', on('2027-06-16')).promisedAt).toBe(on('2027-06-23'))
  })
})

describe('waiting for the complainant', () => {
  const inHand = assigned(assessed(opened({ promisedAt: null }), 'N1'))
  const asked = waits({ ...inHand, promisedAt: null }, on('2027-06-09'))

  test('moves the answer by as long as it lasted, into office hours', () => {
    const resumed = after(asked, entry('message-added', on('2027-06-11', '21:00'), focalPoint, { channel: 'sms' }))

    // Two and a half days after Monday 21 June at two.
    expect(resumed.waiting).toBeNull()
    expect(clock(resumed, 'answer')).toBe(on('2027-06-24', '14:00'))
    // Five days more would be a Saturday: Monday then.
    const longer = after(asked, entry('resumed', on('2027-06-14'), focalPoint, {}))
    expect(clock(longer, 'answer')).toBe(on('2027-06-28', '14:00'))
  })

  test('while it lasts, nothing falls due that the pause may still move', () => {
    expect(clock(asked, 'answer')).toBe(on('2027-07-05', '14:00'))
  })

  test('counts 14 days at most, however late the sweep ends it', () => {
    const ended = visited(asked, on('2027-06-30'))

    expect(ended.pausedMs).toBe(14 * 24 * 3_600_000)
    expect(clock(ended, 'answer')).toBe(on('2027-07-05', '14:00'))
  })

  test('is used up by the first time', () => {
    expect(after(asked, entry('resumed', on('2027-06-10'), focalPoint, {})).pauseUsed).toBe(true)
    expect(inHand.pauseUsed).toBe(false)
  })

  test('waiting for a third party stops nothing', () => {
    const blocked = entry('waiting', on('2027-06-09'), focalPoint, { waitingFor: 'third-party', until: null })
    const waiting = after(inHand, blocked)
    const resumed = after(waiting, entry('resumed', on('2027-06-18'), focalPoint, {}))

    expect(clock(waiting, 'answer')).toBe(clock(inHand, 'answer'))
    expect(clock(resumed, 'answer')).toBe(clock(inHand, 'answer'))
    expect(resumed.pauseUsed).toBe(false)
  })
})

describe('a reopened case', () => {
  const done = told(answered(assessed(opened(), 'N1')))

  test.each<[string, Level, string]>([
    ['5 working days for a complaint', 'N1', on('2027-06-28', '14:00')],
    ['2 working days for a question', 'N0', on('2027-06-23', '14:00')],
    ['84 hours where life was in danger', 'N2', on('2027-06-24', '21:00')],
  ])('has half the time: %s', (_, level, dueAt) => {
    const kind = level === 'N0' ? 'question' : 'complaint'
    const again = reopened(told(answered(assessed(opened({ kind }), level))), on('2027-06-21'))

    expect(clock(again, 'answer')).toBe(dueAt)
    expect(again.promisedAt).toBe(dueAt)
    expect(clock(again, 'act')).toBeUndefined()
  })

  test('starts afresh: neither an earlier pause nor an earlier extension counts again', () => {
    const paused = after(
      waits(assigned(assessed(opened(), 'N1')), on('2027-06-09')),
      entry('resumed', on('2027-06-14'), focalPoint, {}),
    )
    const extended = after(paused, entry('extended', on('2027-06-15'), focalPoint, { to: on('2027-06-18') }))
    const again = reopened(told(answered(extended)), on('2027-06-21'))

    expect(clock(again, 'answer')).toBe(on('2027-06-28', '14:00'))
    expect(again.lapsed).toEqual([])
  })

  test('assessed once more keeps the half time', () => {
    const again = assessed(reopened(done, on('2027-06-21')), 'N1', on('2027-06-22'))

    expect(clock(again, 'answer')).toBe(on('2027-06-28', '14:00'))
  })
})

describe('after the answer', () => {
  test('the person is told in 3 days, then has 30 days to say otherwise', () => {
    const caseFile = answered(assessed(opened(), 'N1'), on('2027-06-14'))

    expect(clock(caseFile, 'tell')).toBe(on('2027-06-17'))
    expect(clock(told(caseFile, on('2027-06-15')), 'confirm')).toBe(on('2027-07-15'))
  })

  test('a closed case keeps the clocks that erase it, and then none', () => {
    const closed = after(
      told(answered(assessed(opened(), 'N1'))),
      entry('closed', on('2027-07-15'), focalPoint, { how: 'window-over' }),
    )
    const contactGone = after(closed, entry('erased', on('2027-08-14'), focalPoint, { part: 'contact' }))
    const gone = after(contactGone, entry('erased', on('2028-07-14'), focalPoint, { part: 'words' }))

    expect(clock(closed, 'erase')).toBe(on('2027-08-14'))
    expect(clock(contactGone, 'erase')).toBe(on('2028-07-14'))
    expect(standing(gone, rulebook)).toBeNull()
  })
})
