import type { CareTexts } from '../../../web/console/care/texts.ts'

export const careEn: CareTexts = {
  title: 'Care and support',
  lead: 'What the last screen of key 4-1 and the page of a danger read out: the nearest places first. Call each number before you say it was checked. Unchecked for 90 days, a line is read out to nobody, and the pair is alerted every day.',
  empty: 'No line: nobody learns where to find care.',
  add: 'Add a line',
  edit: 'Change the line',
  save: 'Save, checked today',
  check: 'Checked today',
  remove: 'Take off',
  everywhere: 'The whole country',
  whole: '{region} (the whole region)',
  columns: {
    place: 'Place',
    name: 'Name',
    phone: 'Number',
    hours: 'Hours',
    woman: 'A woman answers',
    checked: 'Checked',
    actions: 'Actions',
  },
  fields: {
    place: {
      label: 'Cercle or region',
      hint: 'A few letters are enough; empty: the whole country. A commune counts for its cercle, and a case of the whole region hears its cercles too.',
    },
    name: { label: 'Name of the place or service', hint: 'Read on the site, not on the screen of a phone.' },
    phone: { label: 'Number to call', hint: 'As it is dialled.' },
    hours: { label: 'Hours', hint: '14 characters at most: 24h/24, 8h-17h.' },
    woman: { label: 'A woman can be asked for' },
  },
  yes: 'yes',
  no: 'no',
  states: {
    out: 'Not read out since {until}: checked on {day}',
    soon: 'Checked on {day}: read out until {until}',
    fine: 'Checked on {day}',
  },
  problems: {
    title: 'Something is missing',
    invalid: '{field}: this is not possible.',
    place: 'No place of that name, or several: choose from the list that opens.',
    stale: 'The list has changed meanwhile. Look at it, then try again.',
  },
}
