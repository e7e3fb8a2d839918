import type { GatewayPageTexts } from '../../../../web/console/gateways/texts.ts'
import { typesetFrench } from '../../typeset.ts'

export const gatewayPageFr: GatewayPageTexts = typesetFrench({
  title: 'Passerelles',
  lead: 'Par où les SMS arrivent et partent, une partie par passerelle : si elle envoie, ce qui attend, ce qui a échoué, ce que coûte le jour.',
  ceiling: {
    title: 'Plafond du mois',
    spent: 'SMS partis ce mois-ci : {spent}, pour un plafond de {ceiling}.',
    givenUp: 'Pas partis pour tenir le plafond : {what}, {count} fois.',
    rule: 'Dès 80 % du plafond, plus de demande d’avis ni de merci ; au plafond, plus de rappel par SMS. Les réponses, les dates et les accusés partent toujours.',
  },
  unasked: 'SMS qui attendent leur heure ou une passerelle qui envoie : {count}.',
  more: 'Il y en a plus : seuls les premiers sont comptés.',
  states: {
    sends: 'Elle envoie.',
    idle: 'Elle peut envoyer ; rien n’est encore parti par elle.',
    failing:
      'En panne depuis {day} à {at} : {why}. Une autre envoie à sa place si le programme en nomme une ; prochain essai à {next}.',
    off: 'Envois arrêtés par {who}, {day} à {at} : {why}.',
  },
  facts: {
    in: 'Dernier message reçu',
    out: 'Dernier SMS parti',
    queue: 'En attente d’un nouvel essai',
    reports: 'Accusés de réception',
    price: 'Prix d’un segment',
  },
  moment: '{day} à {at}',
  never: 'aucun encore',
  unconfirmed: '(prix de liste, pas encore confirmé)',
  reports: {
    none: 'aucun n’est encore venu : cette passerelle n’en donne peut-être pas',
    arriving: 'ils arrivent : {seen} sur {expected} attendus',
    stopped: 'ils n’arrivent plus depuis {day} à {at} : {seen} sur {expected} attendus',
    hours: 'Attendus et vus, heure par heure',
    columns: { hour: 'Heure d’envoi', expected: 'Attendus', seen: 'Vus' },
  },
  days: {
    title: 'Par jour',
    columns: { day: 'Jour', sent: 'SMS partis', segments: 'Segments', price: 'Prix', failures: 'Échecs' },
  },
  failures: {
    away: 'elle ne répond pas ou se dit en panne',
    unanswered: 'on ne sait pas si le SMS est parti',
    credit: 'plus de crédit',
    access: 'compte, mot de passe ou nom d’expéditeur refusé',
    operator: 'refusé par l’opérateur',
    number: 'numéro refusé',
    'too-fast': 'trop de SMS à la fois',
    other: 'autre refus',
  },
  form: {
    off: {
      title: 'Arrêter les envois par {name}',
      hint: 'Plus aucun SMS ne part par elle. Les autres prennent sa place ; s’il n’y en a pas, les SMS attendent, et ceux qui n’ont plus de sens ne partent plus. Ce qu’on nous écrit est toujours reçu.',
      submit: 'Arrêter les envois',
    },
    on: {
      title: 'Laisser {name} envoyer de nouveau',
      hint: 'Ce qui attend part dans le quart d’heure, sauf ce qui n’a plus de sens.',
      submit: 'Laisser envoyer',
    },
    reason: 'Raison',
    choose: 'Choisir',
  },
  reasons: {
    outage: 'panne constatée ou annoncée',
    operator: 'demande de l’opérateur',
    price: 'trop cher, ou crédit à garder',
    spoiled: 'les textes arrivent abîmés',
    trial: 'essai',
    settled: 'c’est réparé',
    other: 'autre raison',
  },
  events: {
    title: 'Ce qui a changé',
    empty: 'Rien n’a changé : aucune panne, aucun arrêt.',
    columns: { at: 'Quand', gateway: 'Passerelle', what: 'Quoi', who: 'Par qui' },
    what: {
      failing: 'en panne',
      answers: 'répond de nouveau',
      off: 'envois arrêtés',
      on: 'envois repris',
      'reports-stopped': 'les accusés n’arrivent plus',
      'reports-back': 'les accusés arrivent de nouveau',
    },
    rule: 'la règle',
  },
  help: {
    title: 'Comment lire cette page',
    lines: [
      'Qui écrit reçoit sa réponse par la passerelle par laquelle il a écrit ; sinon par celle de son opérateur ; sinon par une autre qui l’atteint, la moins chère d’abord.',
      'Trois envois de suite sans succès, la moitié de dix en dix minutes, ou un seul faute de crédit ou d’accès : elle est en panne. Un SMS l’essaie après cinq minutes, puis de moins en moins souvent ; au premier qu’elle prend, tout revient à elle.',
      'Un SMS dont on ne sait pas s’il est parti reste à sa passerelle : personne ne doit le recevoir deux fois.',
      'Ce que personne n’a pu envoyer et qui porte une réponse est à dire autrement : le dossier reste en retard dans la liste de qui en est chargé.',
      'Le dernier message reçu est le dernier auquel un SMS a répondu.',
    ],
  },
  done: 'C’est noté.',
  stale: 'Quelqu’un l’a déjà fait : voici ce qu’il en est.',
  problems: { title: 'Il manque quelque chose', reason: 'Choisissez une raison.' },
})
