import type { MailPageTexts } from '../../../../web/console/mail/texts.ts'
import { typesetFrench } from '../../typeset.ts'

export const mailPageFr: MailPageTexts = typesetFrench({
  title: 'Courriel',
  lead: 'Si vous voulez, Jaabi vous écrit quand du travail attend. Un message ne dit que combien, et où est la page d’accueil : ni numéro de dossier, ni sujet, ni lieu. Personne d’autre ne voit cette adresse.',
  fields: {
    address: {
      label: 'Votre adresse de courriel',
      hint: 'Une adresse à vous seul : ce qui part n’est repris par personne.',
    },
    kinds: {
      label: 'Ce que vous voulez recevoir',
      hint: 'Sans aucun choix, l’adresse est effacée et plus rien ne part.',
    },
  },
  kinds: {
    digest: 'Chaque matin ouvré : combien de dossiers attendent',
    escalation: 'Dans l’heure : du travail arrive ou monte, une fois par heure au plus',
    reminder: 'Le lundi : ce qui reste à faire',
  },
  save: 'Enregistrer',
  saved: 'C’est enregistré.',
  none: 'Aucun courriel ne vous est envoyé, et aucune adresse n’est gardée.',
  problems: {
    title: 'Il manque quelque chose',
    address: 'Cette adresse ne peut pas recevoir de courriel : vérifiez-la.',
  },
})
