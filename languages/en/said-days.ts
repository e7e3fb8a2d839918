import type { SaidDays } from '../../core/lists/said-days.ts'

/** How staff who look for a case say days, to read them: nothing of it is shown. */
export const saidDaysEn: SaidDays = {
  today: ['today', 'this morning'],
  yesterday: ['yesterday'],
  numbers: { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, few: 4 }, // prettier-ignore
  units: { day: ['day', 'days'], week: ['week', 'weeks'], month: ['month', 'months'] },
  ago: { before: [], after: ['ago', 'back'] },
  last: { before: ['last', 'past'], after: [] },
  months: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
}
