import type { PracticeTexts } from '../../../web/console/practice-texts.ts'
import { typesetFrench } from '../typeset-french.ts'

/** Practice on made-up cases, in French. */
export const practiceFr: PracticeTexts = typesetFrench({
  mark: 'Exercice',
  enter: 'S’exercer',
  banner: {
    label: 'Exercice',
    text: 'Exercice : ces dossiers sont inventés. Rien ne part, rien n’est compté.',
    playing: 'Vous jouez : {part}.',
    change: 'Changer de rôle ou recommencer',
    leave: 'Quitter l’exercice',
  },
  title: 'S’exercer',
  lead: 'Une vingtaine de dossiers inventés, de tous les âges, à traiter sur les vraies pages de la console.',
  rules: [
    'Vous avez vos propres dossiers : personne d’autre ne les voit ni ne les touche.',
    'Aucun SMS ne part, aucune équipe n’est prévenue, aucun chiffre ne bouge. Après une réponse, la page montre le SMS que la personne aurait reçu.',
    'Les délais sont les vrais, à l’heure d’aujourd’hui : ce que vous laissez en retard monte.',
    'N’y écrivez rien de vrai : ni nom, ni numéro, ni plainte que vous avez entendue.',
  ],
  parts: {
    'focal-point': {
      name: 'Point focal redevabilité',
      tries: 'Lire, évaluer, confier, répondre. Commencez par là.',
    },
    deputy: { name: 'Point focal, suppléance', tries: 'La même boîte, et la seconde personne quand un niveau baisse.' },
    'regional-cluster': {
      name: 'Cluster régional',
      tries: 'Ce qui est monté dans sa région, et ce qui y est en cours.',
    },
    partner: { name: 'Partenaire', tries: 'Un transfert à accepter ou à refuser, et les dossiers confiés.' },
    coordinator: { name: 'Coordination', tries: 'Ce qui est monté jusqu’au dernier échelon.' },
    authority: { name: 'Autorité sanitaire', tries: 'Lire les dossiers de sa région, hors ceux de ses services.' },
    integrity: { name: 'Intégrité', tries: 'Un dossier S1 : transmettre, noter le reçu.' },
    'integrity-2': { name: 'Intégrité, seconde personne', tries: 'Confirmer à deux ce que la première a noté.' },
    protection: {
      name: 'Protection',
      tries: 'Un dossier S2 sans aucun contenu : la fiche, l’organe mandaté, le reçu.',
    },
    'protection-2': { name: 'Protection, seconde personne', tries: 'Confirmer à deux ce que la première a noté.' },
  },
  choose: 'Quel rôle jouez-vous ?',
  start: 'Poser les dossiers et commencer',
  play: 'Jouer ce rôle',
  again: 'Recommencer : tout reposer à neuf',
  againHint:
    'Ce que vous avez fait à l’exercice disparaît. Sans rien faire, vos dossiers s’effacent d’eux-mêmes le {day}.',
  back: 'Retour à vos dossiers d’exercice',
  sms: {
    title: 'Les SMS que la personne aurait reçus : {count}',
    none: 'La personne n’aurait reçu aucun SMS : elle n’a pas laissé de numéro, n’en veut pas, ou le dossier est protégé.',
    at: '{template}, {day} à {time}',
    later: 'partirait {day} à {time}, après les heures calmes',
    one: '1 SMS',
    several: '{count} SMS en un seul message',
    note: 'Exercice : rien n’est parti.',
  },
})
