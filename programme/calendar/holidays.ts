import type { WorkingCalendar } from '../../core/deadlines/calendar.ts'

/** The same day every year. Law 05-040 of 22 July 2005 on legal feasts; 14 January by the Council of Ministers, 2023. */
export const fixed: WorkingCalendar['fixed'] = [
  { monthDay: '01-01', name: 'Nouvel An' },
  { monthDay: '01-14', name: 'Journée nationale de la souveraineté retrouvée', sinceYear: 2023 },
  { monthDay: '01-20', name: 'Fête de l’armée' },
  { monthDay: '03-26', name: 'Journée des martyrs' },
  { monthDay: '05-01', name: 'Fête du travail' },
  { monthDay: '05-25', name: 'Journée de l’Afrique' },
  { monthDay: '09-22', name: 'Fête nationale de l’indépendance' },
  { monthDay: '12-25', name: 'Noël' },
]

const ramadan = 'Fête du Ramadan'
const tabaski = 'Tabaski'
const birth = 'Maouloud (naissance)'
const baptism = 'Maouloud (baptême)'

/**
 * Moon-based days, from npm date-holidays 3.37.0 (ISC AND CC-BY-3.0): computed, so one or two days off until the moon is
 * seen and the ministry of labour announces the day. Baptism: birth + 7 days, which that package lacks.
 * `confirmed` and `decreed`: the ministry's communiqués, as published in the press.
 */
export const dated: WorkingCalendar['dated'] = [
  { on: '2023-04-21', name: ramadan, source: 'computed' },
  { on: '2023-06-28', name: tabaski, source: 'computed' },
  { on: '2023-09-28', name: birth, source: 'confirmed' },
  { on: '2023-10-05', name: baptism, source: 'computed' },
  { on: '2024-04-10', name: ramadan, source: 'computed' },
  { on: '2024-06-16', name: tabaski, source: 'computed' },
  { on: '2024-09-15', name: birth, source: 'computed' },
  { on: '2024-09-22', name: baptism, source: 'computed' },
  { on: '2025-03-30', name: ramadan, source: 'computed' },
  { on: '2025-06-06', name: tabaski, source: 'computed' },
  { on: '2025-09-04', name: birth, source: 'computed' },
  { on: '2025-09-11', name: baptism, source: 'confirmed' },
  { on: '2025-09-12', name: 'Maouloud (jour accordé)', source: 'decreed' },
  { on: '2026-03-20', name: ramadan, source: 'computed' },
  { on: '2026-05-27', name: tabaski, source: 'computed' },
  { on: '2026-08-25', name: birth, source: 'computed' },
  { on: '2026-09-01', name: baptism, source: 'computed' },
  { on: '2027-03-09', name: ramadan, source: 'computed' },
  { on: '2027-05-16', name: tabaski, source: 'computed' },
  { on: '2027-08-14', name: birth, source: 'computed' },
  { on: '2027-08-21', name: baptism, source: 'computed' },
  { on: '2028-02-26', name: ramadan, source: 'computed' },
  { on: '2028-05-05', name: tabaski, source: 'computed' },
  { on: '2028-08-03', name: birth, source: 'computed' },
  { on: '2028-08-10', name: baptism, source: 'computed' },
  { on: '2029-02-14', name: ramadan, source: 'computed' },
  { on: '2029-04-24', name: tabaski, source: 'computed' },
  { on: '2029-07-24', name: birth, source: 'computed' },
  { on: '2029-07-31', name: baptism, source: 'computed' },
  { on: '2030-02-04', name: ramadan, source: 'computed' },
  { on: '2030-04-13', name: tabaski, source: 'computed' },
  { on: '2030-07-13', name: birth, source: 'computed' },
  { on: '2030-07-20', name: baptism, source: 'computed' },
]
