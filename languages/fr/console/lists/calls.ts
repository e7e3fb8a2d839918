import type { CallsTexts } from '../../../../web/console/calls/texts.ts'
import { typesetFrench } from '../../typeset.ts'

export const callsFr: CallsTexts = typesetFrench({
  title: 'Appels à faire',
  lead: 'Qui a demandé un appel, ou choisi l’appel pour avoir des nouvelles ; le plus urgent d’abord. Le numéro se montre dans le dossier, avec un motif.',
  script: {
    title: 'Ce qu’on dit, qui que ce soit au bout du fil',
    lines: [
      '« Bonjour. Quelqu’un, à ce numéro, a-t-il demandé à être appelé ? »',
      'Avant un oui : ni Jaabi, ni plainte, ni numéro, ni sujet. Si ce n’est pas la bonne personne : « Merci, je rappellerai », et c’est tout.',
      'Après un oui : dire qui appelle, et demander si elle peut parler maintenant. Sinon, quand la rappeler.',
      'Écouter, et écrire ses mots dans le dossier ; lire le numéro de dossier, deux fois, et la date promise.',
    ],
  },
  columns: { due: 'Quand', case: 'Dossier', who: 'Langue, et par qui', why: 'Pourquoi', tries: 'Essais' },
  why: { asked: 'a demandé un appel', answer: 'la réponse est à dire', news: 'une nouvelle est à dire' },
  tries: '{count} jours sur {all}, le dernier le {day} à {at}',
  none: 'aucun essai',
  when: 'quand : « {words} »',
  by: 'avant le {day}, {at}',
  late: 'en retard',
  nobodySpeaks:
    '{language} : {count} à appeler, et personne parmi ceux qui appellent ne parle cette langue selon l’annuaire.',
  empty: 'Personne n’attend un appel.',
  inbox: 'Les mêmes dans la liste des dossiers',
  more: 'La suite',
  start: 'Début de la liste',
  end: 'Il n’y a plus personne à appeler après ceux de la page d’avant.',
  pages: 'Pages de la liste',
  onPage: 'Compté sur cette page seulement.',
})
