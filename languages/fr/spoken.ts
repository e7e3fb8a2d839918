import type { SpokenTexts } from '../../web/console/intake/texts.ts'
import { typesetFrench } from './typeset.ts'

/** What staff read out to the person once it is written down. */
export const spokenFr: SpokenTexts = typesetFrench({
  promised:
    'Merci, c’est bien noté. Votre numéro est le {reference} ; gardez-le. Vous aurez des nouvelles au plus tard le {day}.',
  thanks: 'Merci, c’est bien noté. Votre numéro est le {reference}.',
  short: 'C’est bien noté. Votre numéro est le {reference}.',
  weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  months: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'], // prettier-ignore
  firstDay: '1er',
})
