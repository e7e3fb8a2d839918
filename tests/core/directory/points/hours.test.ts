import { describe, expect, test } from 'vitest'
import { clockIn, readHours } from '../../../../core/directory/points/hours.ts'
import { pointNaming } from '../../../../programme/directory/points.ts'

const week = [1, 2, 3, 4, 5, 6, 7]
const read = (written: string) => readHours(written, pointNaming.hours)

describe('hours as lists write them', () => {
  test.each([
    ['lundi à vendredi, 8 h à 15 h', [1, 2, 3, 4, 5], '08:00', '15:00'],
    ['lundi à vendredi, de 8\u00a0h à 15\u00a0h\u00a030', [1, 2, 3, 4, 5], '08:00', '15:30'],
    ['Lun-Ven 8h-17h', [1, 2, 3, 4, 5], '08:00', '17:00'],
    ['lun, mer et ven : 08:30 – 12:00', [1, 3, 5], '08:30', '12:00'],
    ['du lundi au samedi de 7h30 à 16h', [1, 2, 3, 4, 5, 6], '07:30', '16:00'],
    ['Tous les jours 8h-18h', week, '08:00', '18:00'],
    ['7j/7 24h/24', week, '00:00', '24:00'],
    ['24 h sur 24', week, '00:00', '24:00'],
    ['jour et nuit', week, '00:00', '24:00'],
    ['8-17h', week, '08:00', '17:00'],
    ['samedi au lundi 9h à 12h', [1, 6, 7], '09:00', '12:00'],
    ['Monday to Friday, 8:00 to 15:00', [1, 2, 3, 4, 5], '08:00', '15:00'],
    ['mardis et jeudis, 9 heures à 12 heures', [2, 4], '09:00', '12:00'],
    ['vendredi 24h/24', [5], '00:00', '24:00'],
  ])('%s', (written, days, from, until) => {
    expect(read(written)).toEqual({ days, from, until })
  })

  test.each([
    '',
    'sur rendez-vous',
    'lundi',
    '8h',
    '17h à 8h',
    '8h-12h et 14h-18h',
    'lundi 8h à 25h',
    'fériés 8h-12h',
    '6j/7 8h-17h',
  ])('%j is none that can be kept', (written) => {
    expect(read(written)).toBeNull()
  })
})

test.each([
  ['8', '08:00'],
  ['8h', '08:00'],
  ['8 h 30', '08:30'],
  ['08:30', '08:30'],
  ['24', '24:00'],
  ['24:01', null],
  ['8h75', null],
  ['', null],
  ['midi', null],
])('an hour typed as %j is kept as %j', (written, kept) => {
  expect(clockIn(written)).toBe(kept)
})
