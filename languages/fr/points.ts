import { languageNamesFr } from './language-names.ts'
import type { PointTexts } from '../../web/points.ts'
import { typesetFrench } from './typeset.ts'

/** Intake points in words: what they are and when somebody is there. */
export const pointsFr: PointTexts = typesetFrench({
  channels: {
    call: 'Ligne verte',
    box: 'Boîte à plaintes',
    face: 'Guichet d’écoute',
    partner: 'Retours d’un partenaire',
  },
  languages: languageNamesFr,
  days: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  everyDay: 'tous les jours',
  run: '{first} à {last}',
  span: '{days}, de {from} à {until}',
  allDay: '{days}, 24 h sur 24',
  clock: { hour: '{h}\u00a0h', minutes: '{h}\u00a0h\u00a0{m}' },
  rhythms: { box: 'ouverte au moins {rhythm}', partner: 'reçus au moins {rhythm}' },
  every: { day: 'chaque jour', week: 'chaque semaine', days: 'tous les {count} jours' },
})
