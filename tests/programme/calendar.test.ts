import { expect, it, test } from 'vitest'
import { WorkingCalendar, addWorkingDays, isWorkingDay, nextOpening } from '../../core/deadlines/calendar.ts'
import { calendar } from '../../programme/calendar/calendar.ts'
import { PaintedCalendar } from '../support/painted-days.ts'

/** The same calendar with offices open every day, so that feasts on a weekend show too. */
const everyDay = {
  ...calendar,
  office: Object.fromEntries(
    Object.keys(calendar.office).map((day) => [day, calendar.office.monday]),
  ) as WorkingCalendar['office'],
}

function daysOf(year: number): string[] {
  const days: string[] = []
  for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += 86_400_000)
    days.push(new Date(ms).toISOString().slice(0, 10))
  return days
}
const feastsOf = (year: number) => daysOf(year).filter((on) => !isWorkingDay(everyDay, on))

test('the calendar of Mali is well formed, each moon-based day listed once in order', () => {
  expect(WorkingCalendar.parse(calendar)).toEqual(calendar)
  const listed = calendar.dated.map(({ on }) => on)
  expect(listed).toEqual([...new Set(listed)].sort())
})

it('knows the thirteen legal feasts of 2027', () => {
  expect(feastsOf(2027)).toEqual([
    '2027-01-01',
    '2027-01-14',
    '2027-01-20',
    '2027-03-09',
    '2027-03-26',
    '2027-03-29',
    '2027-05-01',
    '2027-05-16',
    '2027-05-25',
    '2027-08-14',
    '2027-08-21',
    '2027-09-22',
    '2027-12-25',
  ])
})

it('has Ramadan, Tabaski, and Maouloud birth and baptism seven days apart, every year', () => {
  for (let { from: year } = calendar.years; year <= calendar.years.until; year++) {
    const ofYear = calendar.dated.filter(({ on, source }) => on.startsWith(`${year}-`) && source !== 'decreed')
    expect(ofYear.map(({ name }) => name)).toEqual([
      'Fête du Ramadan',
      'Tabaski',
      'Maouloud (naissance)',
      'Maouloud (baptême)',
    ])
    const [ramadan = 0, tabaski = 0, birth = 0, baptism = 0] = ofYear.map(({ on }) => Date.parse(on) / 86_400_000)
    expect(baptism - birth).toBe(7)
    // Two months of 29 or 30 days and ten days; then three months and two days, give or take the sighting.
    expect(Math.abs(tabaski - ramadan - 68)).toBeLessThanOrEqual(1)
    expect(Math.abs(birth - tabaski - 91)).toBeLessThanOrEqual(2)
  }
})

it('follows what was declared where the computed day was wrong or a day was added', () => {
  expect([isWorkingDay(calendar, '2023-09-27'), isWorkingDay(calendar, '2023-09-28')]).toEqual([true, false])
  expect([isWorkingDay(calendar, '2025-09-11'), isWorkingDay(calendar, '2025-09-12')]).toEqual([false, false])
})

it('has no feast in June 2027: ten working days from Monday 7 end on Monday 21', () => {
  expect(feastsOf(2027).filter((on) => on > '2027-05-25' && on < '2027-08-14')).toEqual([])
  expect(addWorkingDays(calendar, '2027-06-07T09:00:00.000Z', 10)).toBe('2027-06-21T14:00:00.000Z')
})

it('closes early on Friday', () => {
  expect(addWorkingDays(calendar, '2027-06-10T09:00:00.000Z', 1)).toBe('2027-06-11T10:30:00.000Z')
  expect(nextOpening(calendar, '2027-06-11T12:30:00.000Z')).toBe('2027-06-14T07:30:00.000Z')
})

test('every day of 2023 to 2030, a promise of 1, 2 or 5 days is what the painted calendar gives', () => {
  const painted = new PaintedCalendar(calendar)
  for (let year = 2023; year <= 2030; year++) {
    for (const [i, on] of daysOf(year).entries()) {
      const fromAt = `${on}T${String(i % 24).padStart(2, '0')}:40:00.000Z`
      const days = [1, 2, 5][i % 3] ?? 1
      const expected = new Date(painted.addWorkingDays(Date.parse(fromAt), days)).toISOString()
      expect(addWorkingDays(calendar, fromAt, days)).toBe(expected)
    }
  }
})
