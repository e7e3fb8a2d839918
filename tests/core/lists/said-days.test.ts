import { expect, test } from 'vitest'
import { daysSaid } from '../../../core/lists/said-days.ts'
import { consoleStock } from '../../../languages/console.ts'
import { saidDaysStock } from '../../../languages/said-days.ts'

const languages = saidDaysStock.map(({ saidDays }) => saidDays)
/** A Wednesday. */
const today = '2027-06-16'

test.each([
  ['il y a deux semaines', '2027-05-26', '2027-06-09'],
  ['two weeks ago', '2027-05-26', '2027-06-09'],
  ['il y a 3 jours', '2027-06-12', '2027-06-14'],
  ['a month ago', '2027-05-02', '2027-06-01'],
  ['hier', '2027-06-15', '2027-06-15'],
  ['aujourd’hui', '2027-06-16', '2027-06-16'],
  ['la semaine dernière', '2027-06-07', '2027-06-13'],
  ['last month', '2027-05-01', '2027-05-31'],
  ['en octobre', '2026-10-01', '2026-10-31'],
  ['12 mai', '2027-05-12', '2027-05-12'],
  ['février 2026', '2026-02-01', '2026-02-28'],
  ['31 juin', '2027-06-01', '2027-06-16'],
  ['12/05/2027', '2027-05-12', '2027-05-12'],
  ['2027-05', null, null],
  ['05/2027', '2027-05-01', '2027-05-31'],
  ['in July', '2026-07-01', '2026-07-31'],
])('« %s » means days up to today', (text, fromOn, untilOn) => {
  const said = daysSaid(`eau ${text} à Gao`, languages, today)
  expect(said && [said.fromOn, said.untilOn]).toEqual(fromOn === null ? null : [fromOn, untilOn])
  if (said) expect(said.rest.replace(/\s+/g, ' ')).toMatch(/^eau (en |in |la )?à Gao$/)
})

test('a bare number, a reference, a phone and a day to come are no days', () => {
  for (const text of ['3', '4829 1379 96', '70 00 00 01', '12/05/2030', 'eau'])
    expect(daysSaid(text, languages, today), text).toBeNull()
})

test('whatever language staff work in, days can be said in it', () => {
  expect(consoleStock.length).toBe(languages.length)
  for (const { months, numbers, units } of languages) {
    expect(months).toHaveLength(12)
    expect(Object.keys(numbers).length).toBeGreaterThan(9)
    for (const ways of Object.values(units)) expect(ways.length).toBeGreaterThan(0)
  }
})
