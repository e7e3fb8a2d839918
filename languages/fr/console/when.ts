import type { WhenTexts } from '../../../web/console/frame/when.ts'
import { typesetFrench } from '../typeset.ts'

export const whenFr: WhenTexts = typesetFrench({
  weekdays: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
  months: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  firstDay: '1er',
  day: '{weekday} {day} {month}',
  time: '{hour} h {minute}',
  moment: 'moins d’une minute',
  units: {
    day: ['{count} jour', '{count} jours'],
    hour: ['{count} h', '{count} h'],
    minute: ['{count} min', '{count} min'],
  },
})
