import type { SpokenTexts } from '../web/console/intake/texts.ts'
import { typesetFrench } from './fr/typeset.ts'

/**
 * What staff read out to the person once it is written down, by the person's language. Bambara is a draft nobody has checked
 * yet, made of the phrases of its SMS.
 */
export const intakeSpoken: Readonly<Partial<Record<string, SpokenTexts>>> = {
  fr: typesetFrench({
    draft: false,
    promised:
      'Merci, c’est bien noté. Votre numéro est le {reference} ; gardez-le. Vous aurez des nouvelles au plus tard le {day}.',
    thanks: 'Merci, c’est bien noté. Votre numéro est le {reference}.',
    short: 'C’est bien noté. Votre numéro est le {reference}.',
    weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    months: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'], // prettier-ignore
    firstDay: '1er',
  }),
  bm: {
    draft: true,
    promised: 'I ka kuma sòròla, No {reference}. O nimòrò mara. Jaabi bè na sani {day} ka tèmè. I ni ce.',
    thanks: 'I ni ce. I ka kuma sòròla, No {reference}.',
    short: 'A sòròla, No {reference}.',
  },
}
