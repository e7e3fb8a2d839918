import type { PracticeTexts } from '../../../web/console/practice/texts.ts'
import { typesetFrench } from '../typeset.ts'

/** Practice on made-up cases, in French. */
export const practiceFr: PracticeTexts = typesetFrench({
  mark: 'Exercice',
  banner: {
    label: 'Exercice',
    text: 'Exercice : ces dossiers sont inventés. Rien ne part, rien n’est compté.',
    playing: 'Vous jouez : {part}.',
    today: 'Pour vous, on est le {day}.',
    change: 'Exercices, rôle, temps',
    leave: 'Quitter l’exercice',
  },
  title: 'S’exercer',
  lead: 'Une vingtaine de dossiers inventés, de tous les âges, à traiter sur les vraies pages de la console.',
  rules: [
    'Vous avez vos propres dossiers : qui s’exerce en même temps a les siens, personne ne voit ni ne touche ceux d’un autre. Sur deux appareils, sous votre nom, ce sont les mêmes.',
    'Aucun SMS ne part, aucune équipe n’est prévenue, aucun chiffre ne bouge. Chaque dossier montre le téléphone de la personne : ce qu’elle aurait reçu, et vous répondez à sa place.',
    'Les délais sont les vrais. Vous pouvez faire passer des jours, ici seulement : ce que vous laissez en retard monte.',
    'Ici : « À faire maintenant », la boîte, « Nouvelle plainte », les dossiers et l’aide. La recherche, les chiffres, le mur d’une réunion et l’annuaire n’ont rien d’inventé : ils restent dehors.',
    'N’y écrivez rien de vrai : ni nom, ni numéro, ni plainte que vous avez entendue.',
  ],
  exercises: {
    title: 'Sept exercices, dans l’ordre',
    lead: 'Une demi-heure en tout, dans le rôle du point focal.',
    begin: 'Posez d’abord les dossiers, plus bas.',
    play: 'Vous jouez un autre rôle : redevenez point focal, plus bas, pour suivre les liens.',
    list: [
      {
        title: 'Évaluer.',
        text: 'Ouvrez {here} et prenez celui où un centre de santé a fait payer. Lisez, choisissez le niveau, le sujet et le lieu, puis enregistrez.',
        here: ['new', 'les dossiers à évaluer'],
      },
      {
        title: 'Poser une question.',
        text: 'Prenez un dossier {here} où la personne a laissé son numéro. Posez-lui une question, puis mettez-le en attente de la personne : le délai s’arrête. En haut de la page, ouvrez son téléphone : lisez la question comme elle la reçoit, et répondez à sa place avec le numéro du dossier. Ses mots s’y ajoutent et le délai repart.',
        here: ['unassigned', 'sans responsable'],
      },
      {
        title: 'Répondre.',
        text: 'Sur le même dossier, écrivez une réponse, regardez le SMS tel qu’il se lira, envoyez. Son téléphone montre qu’il est arrivé ; le soir et la nuit, il attend le matin : faites passer un jour.',
      },
      {
        title: 'Voir revenir un « 3 ».',
        text: 'Elle répond « 3 » : ce n’est pas réglé. Le dossier se rouvre seul, un échelon plus haut, avec la moitié du délai. Retrouvez-le parmi {here}.',
        here: ['reopened', 'les dossiers rouverts'],
      },
      {
        title: 'Passer la main.',
        text: 'Évaluez un autre dossier et transférez-le : {organisation}. Jouez ensuite le partenaire, plus bas : acceptez, ou refusez avec un motif. Redevenez point focal et voyez ce que le dossier en dit.',
      },
      {
        title: 'Laisser passer un délai.',
        text: 'Faites passer 15 jours, plus bas, puis ouvrez {here} : ce que personne n’a traité a monté d’un échelon, et le téléphone de chaque personne dit la nouvelle date.',
        here: ['late', 'ce qui est en retard'],
      },
      {
        title: 'Écrire ce qu’on vous dit.',
        text: 'Par {here}, écrivez une plainte que vous inventez. Le formulaire et ses règles sont les vrais ; elle n’arrive que dans votre boîte d’exercice.',
        here: ['intake', '« Nouvelle plainte »'],
      },
    ],
  },
  parts: {
    'focal-point': {
      name: 'Point focal redevabilité',
      tries: 'Lire, évaluer, confier, répondre. Commencez par là.',
    },
    deputy: {
      name: 'Suppléance du point focal',
      tries: 'La même boîte, et la seconde personne quand un niveau baisse.',
    },
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
  startOver: 'Recommencer',
  again: 'Tout reposer à neuf',
  againHint:
    'Ce que vous avez fait à l’exercice disparaît. Sans rien faire, vos dossiers s’effacent d’eux-mêmes le {day}.',
  back: 'Retour à vos dossiers d’exercice',
  time: {
    title: 'Faire passer le temps',
    lead: 'Pour tous vos dossiers d’exercice, et pour eux seuls : la vraie horloge ne bouge pas. Pour revenir en arrière, recommencez.',
    here: 'Faire passer le temps.',
    most: 'Trois mois ont passé : pour aller plus loin, recommencez.',
  },
  phone: {
    title: 'Le téléphone de la personne. SMS reçus : {count}',
    none: 'La personne n’aurait reçu aucun SMS : elle n’a pas laissé de numéro, n’en veut pas, ou le dossier est protégé.',
    at: '{template}, {day} à {time}',
    later: 'partirait {day} à {time}, après les heures calmes',
    one: '1 SMS',
    several: '{count} SMS en un seul message',
    said: 'Elle écrit, {day} à {time} : {what}',
    outcomes: {
      verdict: 'c’est son avis sur la réponse.',
      joined: 'ses mots s’ajoutent au dossier.',
      opened: 'c’est un nouveau dossier, {reference}, à évaluer par le point focal.',
      repeated: 'elle l’avait déjà dit, le dossier {reference} le compte.',
      replied: 'Jaabi lui répond.',
      appealed: 'c’est un appel, le dossier est rouvert.',
      caller: 'elle dit qui peut l’appeler.',
      stopped: 'elle ne veut plus de SMS.',
      started: 'elle veut de nouveau des SMS.',
      language: 'elle change de langue.',
      refused: 'trop d’essais, aucune réponse.',
    },
    play: 'Jouez la personne.',
    asks: {
      verdict: 'On lui a demandé si c’est réglé.',
      question: 'On lui a posé une question.',
      nothing: 'On n’attend rien d’elle, mais elle peut écrire quand elle veut.',
    },
    scores: ['Elle répond 1 : réglé', 'Elle répond 2 : en partie', 'Elle répond 3 : pas réglé'],
    text: 'Elle écrit',
    textHint:
      'En réponse à une question, ou avec le numéro du dossier, ses mots le rejoignent ; sinon, c’est un nouveau dossier.',
    send: 'Envoyer à sa place',
    silent: 'On ne peut plus jouer la personne : son numéro n’est plus au dossier.',
    note: 'Exercice : rien n’est parti.',
  },
})
