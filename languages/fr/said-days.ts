import type { SaidDays } from '../../core/lists/said-days.ts'

/** How staff who look for a case say days, to read them: nothing of it is shown. */
export const saidDaysFr: SaidDays = {
  today: ['aujourd’hui', 'ce matin', 'ce jour'],
  yesterday: ['hier'],
  numbers: { un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, quinze: 15, quelques: 4 }, // prettier-ignore
  units: { day: ['jour', 'jours'], week: ['semaine', 'semaines'], month: ['mois'] },
  ago: { before: ['il y a', 'il y a environ', 'y a', 'ça fait'], after: [] },
  last: { before: ['la dernière', 'le dernier'], after: ['dernière', 'dernier', 'passée', 'passé'] },
  months: [
    ['janvier', 'janv'],
    ['février', 'fév'],
    ['mars'],
    ['avril', 'avr'],
    ['mai'],
    ['juin'],
    ['juillet', 'juil'],
    ['août'],
    ['septembre'],
    ['octobre', 'oct'],
    ['novembre', 'nov'],
    ['décembre', 'déc'],
  ],
}
