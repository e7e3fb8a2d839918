import type { StartTexts } from '../../../web/console/start/texts.ts'
import { typesetFrench } from '../typeset.ts'

const waiting = 'Un nouveau dossier apparaîtra ici et dans la boîte.'

/** The page that says what to do now, in French. */
export const startFr: StartTexts = typesetFrench({
  title: 'À faire maintenant',
  lead: 'Le plus pressé d’abord, trois choses au plus.',
  todos: {
    first: {
      one: '1 dossier passe avant tous les autres : le lire d’abord.',
      several: '{count} dossiers passent avant tous les autres : les lire d’abord.',
      go: 'Lire',
    },
    late: {
      one: '1 dossier est en retard : quelqu’un attend une réponse promise.',
      several: '{count} dossiers sont en retard : des gens attendent une réponse promise.',
      go: 'Voir les retards',
    },
    offers: {
      one: '1 transfert attend que vous l’acceptiez ou le refusiez.',
      several: '{count} transferts attendent que vous les acceptiez ou les refusiez.',
      go: 'Répondre',
    },
    refer: {
      one: '1 signalement est à transmettre à l’organe mandaté.',
      several: '{count} signalements sont à transmettre aux organes mandatés.',
      go: 'Transmettre',
    },
    receipt: {
      one: '1 reçu de l’organe mandaté est à noter.',
      several: '{count} reçus des organes mandatés sont à noter.',
      go: 'Noter',
    },
    confirm: {
      one: '1 proposition attend une seconde personne.',
      several: '{count} propositions attendent une seconde personne.',
      go: 'Confirmer ou non',
    },
    mine: {
      one: '1 dossier est à vous : c’est votre tour.',
      several: '{count} dossiers sont à vous : c’est votre tour.',
      go: 'Les ouvrir',
    },
    call: {
      one: '1 personne attend un appel.',
      several: '{count} personnes attendent un appel.',
      go: 'Appeler',
    },
    visit: {
      one: '1 personne n’est joignable que par une visite ou un relais.',
      several: '{count} personnes ne sont joignables que par une visite ou un relais.',
      go: 'Organiser',
    },
    new: {
      one: '1 dossier est à lire et à évaluer.',
      several: '{count} dossiers sont à lire et à évaluer.',
      go: 'Évaluer',
    },
    unassigned: {
      one: '1 dossier évalué n’a pas de responsable.',
      several: '{count} dossiers évalués n’ont pas de responsable.',
      go: 'Confier',
    },
    reopened: {
      one: '1 personne a dit que ce n’était pas réglé.',
      several: '{count} personnes ont dit que ce n’était pas réglé.',
      go: 'Reprendre',
    },
    today: {
      one: '1 dossier échoit aujourd’hui.',
      several: '{count} dossiers échoient aujourd’hui.',
      go: 'Voir',
    },
    silent: {
      one: '1 dossier n’a pas bougé depuis plus de 7 jours.',
      several: '{count} dossiers n’ont pas bougé depuis plus de 7 jours.',
      go: 'Relancer',
    },
    ungiven: {
      one: '1 numéro n’est pas encore donné à sa personne.',
      several: '{count} numéros ne sont pas encore donnés à leurs personnes.',
      go: 'Voir les numéros',
    },
    uncovered: {
      one: '1 personne est absente et personne ne la remplace.',
      several: '{count} personnes sont absentes et personne ne les remplace.',
      go: 'Choisir qui remplace',
    },
    untold: {
      one: '1 personne invitée n’est pas encore prévenue.',
      several: '{count} personnes invitées ne sont pas encore prévenues.',
      go: 'Envoyer les invitations',
    },
    unsigned: {
      one: '1 personne invitée attend le protocole de son organisation.',
      several: '{count} personnes invitées attendent le protocole de leur organisation.',
      go: 'Noter le protocole',
    },
    vacant: {
      one: '1 cluster n’a pas de point focal.',
      several: '{count} clusters n’ont pas de point focal.',
      go: 'Nommer',
    },
    untrained: {
      one: '1 personne n’a pas de formation PSEA en cours.',
      several: '{count} personnes n’ont pas de formation PSEA en cours.',
      go: 'Voir les personnes',
    },
    unreachable: {
      one: '1 organisation n’a pas donné de numéro : aucun rappel ne l’atteint.',
      several: '{count} organisations n’ont pas donné de numéro : aucun rappel ne les atteint.',
      go: 'Compléter',
    },
    gateways: {
      one: '1 passerelle n’envoie pas, ou ses accusés n’arrivent plus.',
      several: '{count} passerelles n’envoient pas, ou leurs accusés n’arrivent plus.',
      go: 'Voir les passerelles',
    },
  },
  calm: {
    title: 'Rien ne presse',
    text: {
      'focal-point': waiting,
      deputy: waiting,
      'regional-cluster': 'Aucun dossier de votre région n’attend. Ce qui monte jusqu’à vous apparaîtra ici.',
      partner: 'Aucun dossier de votre organisation n’attend. Un transfert à accepter apparaîtra ici.',
      authority: 'Aucun dossier de votre région n’est en retard ni oublié.',
      protection: 'Aucun signalement n’attend. Un nouveau apparaîtra ici et vous sera annoncé.',
      integrity: 'Aucun dossier d’intégrité n’attend. Un nouveau apparaîtra ici et vous sera annoncé.',
      relay: 'Tous les numéros sont donnés. Écrivez par « Nouvelle plainte » ce qu’on vous dit.',
      coordinator: 'Aucun dossier n’est monté jusqu’à vous.',
      administrator: 'L’annuaire est complet : chaque cluster a son point focal, chaque absence son remplaçant.',
    },
  },
  uncounted: 'Il y a trop de dossiers à part pour un compte exact : la boîte les montre tous, le plus pressé d’abord.',
  ways: {
    title: 'Aller à',
    inbox: 'Toute la boîte',
    intake: 'Nouvelle plainte',
    search: 'Recherche',
    figures: 'Chiffres',
    wall: 'Projeter en réunion',
    directory: 'Annuaire',
    gateways: 'Passerelles',
    mail: 'Courriel',
    help: 'Aide',
  },
})
