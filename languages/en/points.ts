import { languageNamesEn } from './language-names.ts'
import type { PointTexts } from '../../web/points.ts'

/** Intake points in words: what they are and when somebody is there. */
export const pointsEn: PointTexts = {
  channels: {
    call: 'Green line',
    box: 'Complaint box',
    face: 'Help desk',
    partner: 'Feedback through a partner',
  },
  languages: languageNamesEn,
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  everyDay: 'every day',
  run: '{first} to {last}',
  span: '{days}, {from} to {until}',
  allDay: '{days}, day and night',
  clock: { hour: '{h}:00', minutes: '{h}:{m}' },
  rhythms: { box: 'opened at least {rhythm}', partner: 'received at least {rhythm}' },
  every: { day: 'every day', week: 'every week', days: 'every {count} days' },
}
