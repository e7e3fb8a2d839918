import type { HelpTexts } from '../../../../web/console/help/texts.ts'
import { typesetFrench } from '../../typeset.ts'
import { helpRolesFr } from './roles.ts'
import { procedureFr } from './procedure.ts'

/** The first-day guide, in French. */
export const helpFr: HelpTexts = typesetFrench({
  title: 'Aide',
  lead: 'Ce que vous faites le premier jour, ce que veut dire chaque mot de la boîte, et ce qu’on ne fait jamais.',
  practice: {
    title: 'S’exercer sans risque',
    text: 'Une vingtaine de dossiers inventés, rien qu’à vous, et des exercices à suivre. Vous jouez aussi la personne et faites passer les jours. Rien ne part, rien n’est compté.',
    go: 'S’exercer',
  },
  paper: {
    title: 'La procédure, à imprimer',
    text: 'Les délais en vigueur, qui voit quoi, ce que la personne reçoit : tiré des règles du programme, jamais recopié.',
    go: 'Voir la procédure',
  },
  hour: {
    title: 'Votre première heure',
    lead: 'Votre rôle est ouvert ; les autres s’ouvrent aussi : on travaille mieux quand on sait ce que font les autres.',
    you: 'votre rôle',
  },
  roles: helpRolesFr,
  marks: {
    title: 'Les mots et les marques de la boîte',
    lead: 'Chaque ligne est un dossier. À gauche, l’horloge qui court et ce qui reste ; à droite, ce qu’il y a à faire et chez qui.',
    columns: { mark: 'Marque', means: 'Ce qu’elle veut dire' },
    due: {
      late: 'Le délai est passé. La personne en est prévenue si elle a accepté des SMS ; le dossier monte d’échelon en échelon jusqu’à une réponse.',
      today: 'L’horloge finit aujourd’hui. À faire avant de partir.',
      left: 'Il reste du temps. La date en dessous est celle de l’horloge, jamais après celle promise à la personne.',
    },
    new: 'Personne n’a encore décidé du niveau : à lire et à évaluer d’abord.',
    mine: 'La prochaine action est à vous.',
    levels: {
      N0: 'Une question, un merci, ce qui n’est pas de notre ressort.',
      N1: 'Une plainte ordinaire. C’est la date que l’accusé de réception promet.',
      N2: 'Une vie ou des soins en jeu : les heures comptent, nuit et jours fériés compris.',
      S1: 'Intégrité : argent, faveur, inconduite, données. Seul le binôme intégrité, avec le point focal et sa suppléance s’ils ne sont pas nommés.',
      S2: 'Protection : abus ou danger. Seul le binôme protection ; sur aucune autre liste, dans aucun chiffre, sauf un nombre par an pour ce binôme.',
    },
    traits: {
      unassigned: 'Évalué, mais confié à personne. Il monte comme les autres.',
      waiting:
        'On attend la réponse de la personne à une question : l’horloge est arrêtée, une seule fois et pour un temps limité.',
      'third-party': 'On attend une livraison ou une autre organisation : l’horloge tourne.',
      reopened: 'La personne a dit que ce n’est pas réglé, ou quelqu’un l’a rouvert : il reste la moitié du délai.',
      silent: 'Personne n’a rien fait sur ce dossier depuis ce temps, les rappels ne comptent pas : à réveiller.',
      call: 'La personne a choisi l’appel : quelqu’un lui dit un retard, une montée ou la réponse, puis note le résultat.',
      visit: 'La réponse est écrite, mais la personne reste injoignable : un relais ou une visite la lui porte.',
    },
  },
  never: {
    title: 'Ce qu’on ne fait jamais',
    list: [
      [
        'Demander un détail sur un S2.',
        'Ni qui, ni quoi, ni où, ni quand. Chaque question de plus met quelqu’un en danger ; l’organe mandaté sait demander.',
      ],
      [
        'Appeler ou écrire sans accord.',
        'Si la personne a dit « aucun contact », STOP, ou si le dossier est S : ni appel, ni SMS, ni visite.',
      ],
      [
        'Promettre une date à soi.',
        'Seule la date que Jaabi donne est promise. On ne la dépasse pas en silence : on prolonge une fois, avec un motif, et la personne en est prévenue.',
      ],
      [
        'Chercher qui a parlé.',
        'Ni par le numéro, ni par le lieu, ni par l’écriture. Une personne reconnue est une personne qui ne parlera plus.',
      ],
      [
        'Montrer la plainte à qui elle nomme.',
        'Nommez-le en évaluant : Jaabi lui ferme le dossier, ainsi qu’à ceux qui en dépendent.',
      ],
      [
        'Recopier des mots ou un numéro ailleurs.',
        'Ni WhatsApp, ni cahier, ni tableur, ni courriel. Dehors, on ne dit que le numéro du dossier.',
      ],
      ['Prêter son compte.', 'Ce qui est fait sous votre nom est de vous.'],
      ['Fermer pour faire propre.', 'Un dossier se ferme quand la personne a sa réponse et le temps de la contester.'],
    ],
  },
  stuck: {
    title: 'Si ça coince',
    list: [
      ['Le réseau coupe pendant l’envoi', 'Envoyez à nouveau : deux fois le même envoi ne fait qu’une action.'],
      [
        '« Le dossier a changé pendant que vous écriviez »',
        'La page montre qui a fait quoi et garde ce que vous avez tapé. Relisez, puis envoyez à nouveau si c’est encore juste.',
      ],
      [
        '« Rien à cette adresse »',
        'Soit le numéro est faux, soit le dossier n’est pas à vous. Les deux se ressemblent, exprès. Demandez au point focal.',
      ],
      [
        'Le SMS ne passe pas',
        'Les messages du dossier disent où chacun en est. Après plusieurs jours sans succès, la personne passe seule à la liste des visites.',
      ],
      [
        'Je me suis trompé de niveau',
        'Monter est libre : faites-le tout de suite. Baisser demande un motif et une seconde personne.',
      ],
    ],
  },
  keys: { title: 'Trier au clavier', lead: 'Dans la boîte, sans souris :' },
  procedure: procedureFr,
})
