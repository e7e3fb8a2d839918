import type { DirectoryTexts } from '../../../../web/console/directory/texts.ts'
import { typesetFrench } from '../../typeset.ts'

/** Who was invited, and how far each invitation is. */
export const directoryInvitationsFr: DirectoryTexts['invitations'] = typesetFrench({
  title: 'Invitations',
  lead: 'Les personnes invitées par une liste de contacts. Ouvrez d’abord leurs comptes : le message leur dit seulement où se connecter, avec leur adresse e-mail.',
  none: 'Personne n’a encore été invité par une liste.',
  columns: { send: 'Prévenir', person: 'Personne', role: 'Rôle', state: 'Où elle en est' },
  states: {
    taken: 'compte ouvert',
    protocol: 'attend le protocole de son organisation',
    ready: 'pas encore prévenue',
    leaving: 'SMS en partance',
    sent: 'SMS parti',
    delivered: 'SMS arrivé',
    unconfirmed: 'SMS parti, arrivée non dite',
    unknown: 'SMS peut-être parti',
    stopped: 'ce téléphone a dit STOP',
    failed: 'SMS pas arrivé',
  },
  mailStates: {
    leaving: 'courriel en partance',
    delivered: 'courriel parti',
    unknown: 'courriel peut-être parti',
    failed: 'courriel refusé',
  },
  by: { sms: 'par SMS', mail: 'par courriel' },
  sentOn: 'demandé {day}',
  record: 'Noter le protocole',
  bySlip: 'une fiche à remettre',
  send: 'Prévenir les personnes cochées',
  sendByMail: 'Les prévenir par courriel seulement',
  choose: 'Prévenir {name}',
  sent: 'Messages en partance : {count}. La page dit ensuite ce qu’ils deviennent.',
  sentNone: 'Aucun message n’est parti : personne n’était à prévenir ainsi.',
  noAddress:
    'L’adresse où se connecter n’est pas fixée dans les réglages du programme : aucune invitation ne part. Remettez les fiches, complétées à la main.',
  rules:
    'Chaque personne reçoit un message, puis au plus deux autres, à un jour d’écart. Aucun ne part la nuit, ni un SMS vers un téléphone qui a dit STOP.',
  mailRules:
    'Par SMS où la liste a un numéro, sinon par courriel. D’un courriel, Jaabi sait seulement qu’un serveur l’a pris.',
  slips: 'Fiches à imprimer, pour qui aucun message n’arrive ({count})',
  slip: {
    title: 'Fiches d’invitation',
    lead: 'Une fiche par personne : à imprimer et à remettre, ou à copier dans un message. Écrivez l’adresse e-mail à la main : Jaabi ne la montre pas.',
    head: 'Jaabi · invitation',
    to: 'Pour {name}, {belongs}',
    go: 'Ouvrez :',
    goTo: 'Ouvrez : ______________________________',
    mail: 'Avec l’adresse e-mail : ______________________________',
    first: 'Le premier mot de passe vient par e-mail ; il vaut quelques jours.',
    ask: 'Une question ? Demandez à votre organisation.',
  },
})
