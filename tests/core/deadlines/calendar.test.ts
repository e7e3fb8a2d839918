import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { easterMondayOn } from '../../../core/deadlines/easter.ts'
import {
  WorkingCalendar,
  addDays,
  addHours,
  addWorkingDays,
  capCalendarDays,
  changedDays,
  dayOf,
  fraction,
  isWorkingDay,
  nextOpening,
  spansOn,
  workingDayOf,
} from '../../../core/deadlines/calendar.ts'
import { PaintedCalendar, printedEasterMonday } from '../../support/painted-days.ts'

const day = [{ from: '07:30', to: '16:00' }]
/** Mon–Thu 07:30–16:00, Friday split, one feast, a half-day on its eve. */
const town: WorkingCalendar = {
  version: '1',
  utcOffsetMinutes: 0,
  years: { from: 2023, until: 2030 },
  office: {
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: [
      { from: '07:30', to: '12:30' },
      { from: '14:30', to: '17:00' },
    ],
    saturday: [],
    sunday: [],
  },
  fixed: [{ monthDay: '05-01', name: 'labour' }],
  easterMonday: true,
  dated: [
    { on: '2027-03-09', name: 'feast', source: 'computed' },
    { on: '2027-03-08', name: 'eve', source: 'decreed', half: [{ from: '07:30', to: '12:30' }] },
  ],
  overrides: [],
}

const iso = (ms: number) => new Date(ms).toISOString()
const firstMs = Date.UTC(2023, 0, 1)
const lastMs = Date.UTC(2030, 9, 1)
const at = fc.integer({ min: firstMs, max: lastMs }).map(iso)
const on = at.map((instant) => instant.slice(0, 10))
const days = fc.integer({ min: 0, max: 40 })

const time = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
const spans = fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { maxLength: 6 }).map((quarters) => {
  const sorted = quarters.sort((a, b) => a - b).map(time)
  return sorted.flatMap((from, i) =>
    i % 2 === 0 && sorted[i + 1] !== undefined ? [{ from, to: sorted[i + 1] ?? '' }] : [],
  )
})
const someSpans = spans.filter((list) => list.length > 0)
/** Any calendar open on Mondays at least, feasts and declarations close together so that they meet. */
const anyCalendar: fc.Arbitrary<WorkingCalendar> = fc.record({
  version: fc.constant('any'),
  utcOffsetMinutes: fc.constantFrom(0, 60, -210, 345, 840),
  years: fc.constant({ from: 2023, until: 2030 }),
  office: fc.record({
    monday: someSpans,
    tuesday: spans,
    wednesday: spans,
    thursday: spans,
    friday: spans,
    saturday: spans,
    sunday: fc.constant([]),
  }),
  fixed: fc.array(
    fc.record({
      monthDay: on.map((date) => date.slice(5)),
      name: fc.constant('fixed'),
      sinceYear: fc.integer({ min: 2020, max: 2030 }),
    }),
    { maxLength: 30 },
  ),
  easterMonday: fc.boolean(),
  dated: fc.array(
    fc.record({
      on,
      name: fc.constant('moon'),
      source: fc.constant('computed' as const),
      half: fc.option(spans, { nil: undefined }),
    }),
    { maxLength: 100 },
  ),
  overrides: fc.array(
    fc.oneof(
      fc.record({ on, is: fc.constant('closed' as const), reason: fc.constant('declared') }),
      fc.record({ on, is: fc.constant('hours' as const), spans, reason: fc.constant('declared') }),
    ),
    { maxLength: 60 },
  ),
})

describe('a promise in working days', () => {
  it.each([
    [
      'of one day made on a Monday falls due on Tuesday, two hours before closing',
      '2027-06-07T09:00:00.000Z',
      1,
      '2027-06-08T14:00:00.000Z',
    ],
    [
      'of ten days made on a Monday falls due on the Monday two weeks later',
      '2027-06-07T09:00:00.000Z',
      10,
      '2027-06-21T14:00:00.000Z',
    ],
    ['made late at night counts from that same day', '2027-06-07T23:59:59.999Z', 1, '2027-06-08T14:00:00.000Z'],
    ['made on Saturday ends on Monday', '2027-06-12T08:00:00.000Z', 1, '2027-06-14T14:00:00.000Z'],
    ['due in the break of a Friday waits for the afternoon', '2027-06-10T08:00:00.000Z', 1, '2027-06-11T15:00:00.000Z'],
    [
      'due on the eve of a feast falls before its early closing',
      '2027-03-05T08:00:00.000Z',
      1,
      '2027-03-08T10:30:00.000Z',
    ],
    ['steps over a feast', '2027-03-08T08:00:00.000Z', 1, '2027-03-10T14:00:00.000Z'],
    ['steps over Easter Monday', '2027-03-26T08:00:00.000Z', 1, '2027-03-30T14:00:00.000Z'],
    ['of no days is due at once', '2027-06-12T08:00:00.000Z', 0, '2027-06-12T08:00:00.000Z'],
  ])('%s', (_, fromAt, count, dueAt) => {
    expect(addWorkingDays(town, fromAt, count)).toBe(dueAt)
  })

  it('whose last opening is shorter than two hours is due when that opening begins', () => {
    const short = {
      ...town,
      overrides: [{ on: '2027-06-08', is: 'hours' as const, spans: [{ from: '09:00', to: '10:00' }], reason: 'r' }],
    }
    expect(addWorkingDays(short, '2027-06-07T09:00:00.000Z', 1)).toBe('2027-06-08T09:00:00.000Z')
  })

  it('cannot be a part of a day, nor wait for offices that never open', () => {
    const { office } = town
    const never = { ...town, office: { ...office, monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] } }
    expect(() => addWorkingDays(town, '2027-06-07T09:00:00.000Z', 1.5)).toThrow(RangeError)
    expect(() => addWorkingDays(town, 'yesterday', 1)).toThrow(RangeError)
    expect(() => addWorkingDays(never, '2027-06-07T09:00:00.000Z', 1)).toThrow(RangeError)
  })

  test('is what walking the painted quarter hours gives, on any calendar', () => {
    fc.assert(
      fc.property(anyCalendar, at, days, (calendar, fromAt, count) => {
        const painted = new PaintedCalendar(calendar)
        expect(addWorkingDays(calendar, fromAt, count)).toBe(iso(painted.addWorkingDays(Date.parse(fromAt), count)))
      }),
      { numRuns: 150 },
    )
  })

  test('is always in office hours, never on a closed day, and later for more days or a later start', () => {
    fc.assert(
      fc.property(anyCalendar, at, at, days, (calendar, oneAt, otherAt, count) => {
        const [fromAt, laterAt] = oneAt < otherAt ? [oneAt, otherAt] : [otherAt, oneAt]
        const dueAt = addWorkingDays(calendar, fromAt, count + 1)
        expect(nextOpening(calendar, dueAt)).toBe(dueAt)
        expect(isWorkingDay(calendar, dayOf(calendar, dueAt))).toBe(true)
        expect(addWorkingDays(calendar, fromAt, count + 2) > dueAt).toBe(true)
        expect(addWorkingDays(calendar, laterAt, count + 1) >= dueAt).toBe(true)
      }),
    )
  })
})

describe('what people declare', () => {
  test('wins over weekday, feast and half-day, and the last word wins', () => {
    const dated = [{ on: '2027-06-08', name: 'feast', source: 'computed' as const }]
    const open = { on: '2027-06-08', is: 'open' as const, reason: 'moon not seen' }
    const saturday = {
      on: '2027-06-12',
      is: 'hours' as const,
      spans: [{ from: '08:00', to: '12:00' }],
      reason: 'market',
    }
    const closed = { on: '2027-06-08', is: 'closed' as const, reason: 'moon seen' }
    const feast = { ...town, dated }
    expect(isWorkingDay(feast, '2027-06-08')).toBe(false)
    expect(spansOn({ ...feast, overrides: [open] }, '2027-06-08')).toEqual(spansOn(town, '2027-06-08'))
    expect(isWorkingDay({ ...feast, overrides: [open, closed] }, '2027-06-08')).toBe(false)
    expect(spansOn({ ...feast, overrides: [saturday] }, '2027-06-12')).toEqual([
      { fromAt: '2027-06-12T08:00:00.000Z', toAt: '2027-06-12T12:00:00.000Z' },
    ])
    const sunday = { ...open, on: '2027-06-13' }
    expect(WorkingCalendar.safeParse({ ...town, overrides: [sunday] }).success).toBe(false)
    expect(WorkingCalendar.safeParse({ ...town, overrides: [open, saturday, closed] }).success).toBe(true)
  })

  test('a feast declared late moves exactly the promises that cross it', () => {
    const place = fc.constantFrom('start', 'due', 'before', 'within', 'after')
    fc.assert(
      fc.property(anyCalendar, at, days, place, (calendar, fromAt, count, where) => {
        const dueAt = addWorkingDays(calendar, fromAt, count)
        const halfAt = fraction(fromAt, dueAt, 0.5, null)
        const near = {
          start: fromAt,
          due: dueAt,
          before: addDays(fromAt, -3),
          within: halfAt,
          after: addDays(dueAt, 1),
        }
        const feastOn = workingDayOf(calendar, near[where])
        const declared = { on: feastOn, is: 'closed' as const, reason: 'declared' }
        const after = { ...calendar, overrides: [...calendar.overrides, declared] }
        const changed = changedDays(calendar, after)
        expect(changed).toEqual([feastOn])
        expect(addWorkingDays(after, fromAt, count) !== dueAt).toBe(
          dayOf(calendar, fromAt) < feastOn && feastOn <= dayOf(calendar, dueAt),
        )
      }),
      { numRuns: 40 },
    )
  })

  test('new office hours change every such weekday that is not a feast', () => {
    const after = {
      ...town,
      years: { from: 2027, until: 2027 },
      office: { ...town.office, monday: [{ from: '08:00', to: '16:00' }] },
    }
    const changed = changedDays({ ...town, years: { from: 2027, until: 2027 } }, after)
    expect(changed).toHaveLength(51)
    expect(changed).not.toContain('2027-03-29')
  })
})

describe('working time', () => {
  test('opens as the painted quarter hours do', () => {
    fc.assert(
      fc.property(anyCalendar, at, (calendar, fromAt) => {
        const painted = new PaintedCalendar(calendar)
        const fromMs = Date.parse(fromAt)
        expect(nextOpening(calendar, fromAt)).toBe(iso(painted.nextOpening(fromMs)))
      }),
    )
  })

  test('a reminder is between start and due, in office hours for working days, plain for hours', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        at,
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (calendar, fromAt, count, share) => {
          const dueAt = addWorkingDays(calendar, fromAt, count)
          const remindAt = fraction(fromAt, dueAt, share, calendar)
          expect(fromAt <= remindAt && remindAt <= dueAt).toBe(true)
          expect(nextOpening(calendar, remindAt)).toBe(remindAt)
        },
      ),
    )
    const [fromAt, dueAt] = ['2027-06-11T12:00:00.000Z', '2027-06-14T12:00:00.000Z']
    expect(fraction(fromAt, dueAt, 0.5, null)).toBe('2027-06-13T00:00:00.000Z')
    expect(fraction(fromAt, dueAt, 0.5, town)).toBe('2027-06-14T07:30:00.000Z')
    expect(fraction(fromAt, '2027-06-13T00:00:00.000Z', 0.8, town)).toBe('2027-06-13T00:00:00.000Z')
  })

  it('takes the day of the place, not of Greenwich', () => {
    const east = { ...town, utcOffsetMinutes: 60 }
    expect(dayOf(east, '2027-06-07T23:30:00.000Z')).toBe('2027-06-08')
    expect(addWorkingDays(east, '2027-06-07T23:30:00.000Z', 1)).toBe('2027-06-09T13:00:00.000Z')
    expect(workingDayOf(town, '2027-06-12T09:00:00.000Z')).toBe('2027-06-14')
  })
})

test('hours run day and night, and a cap in calendar days only ever brings a promise nearer', () => {
  expect(addHours('2027-06-12T23:00:00.000Z', 26)).toBe('2027-06-14T01:00:00.000Z')
  expect(capCalendarDays('2027-06-01T09:00:00.000Z', '2027-07-15T14:00:00.000Z', 30)).toBe('2027-07-01T09:00:00.000Z')
  expect(capCalendarDays('2027-06-01T09:00:00.000Z', '2027-06-15T14:00:00.000Z', 30)).toBe('2027-06-15T14:00:00.000Z')
})

test('Easter is where the printed table of full moons puts it', () => {
  for (let year = 1900; year < 2200; year++) expect(easterMondayOn(year)).toBe(printedEasterMonday(year))
})

test.each([
  ['spans out of order', { ...town, office: { ...town.office, monday: [...town.office.friday].reverse() } }],
  [
    'a span that ends before it begins',
    { ...town, office: { ...town.office, monday: [{ from: '16:00', to: '07:30' }] } },
  ],
  ['a day that does not exist', { ...town, dated: [{ on: '2027-02-30', name: 'feast', source: 'computed' }] }],
  ['an hour that does not exist', { ...town, office: { ...town.office, monday: [{ from: '7:30', to: '24:10' }] } }],
])('a calendar with %s is refused', (_, calendar) => {
  expect(WorkingCalendar.safeParse(town).success).toBe(true)
  expect(WorkingCalendar.safeParse(calendar).success).toBe(false)
})
