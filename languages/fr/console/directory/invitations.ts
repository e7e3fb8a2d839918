import type { DirectoryTexts } from '../../../../web/console/directory/texts.ts'
import { typesetFrench } from '../../typeset.ts'

/** Who was invited, and how far each invitation is. */
export const directoryInvitationsFr: DirectoryTexts['invitations'] = typesetFrench({
  title: 'Invitations',
  lead: 'Les personnes invitées par une liste de contacts. Ouvrez d’abord leurs comptes : le SMS leur dit seulement où se connecter, avec leur adresse e-mail.',
  none: 'Personne n’a encore été invité par une liste.',
  columns: { send: 'SMS', person: 'Personne', role: 'Rôle', state: 'Où elle en est' },
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
  sentOn: 'demandé {day}',
  record: 'Noter le protocole',
  bySlip: 'une fiche à remettre',
  send: 'Envoyer le SMS aux personnes cochées',
  choose: 'SMS à {name}',
  sent: 'SMS en partance : {count}. La page dit ensuite s’ils arrivent.',
  sentNone: 'Aucun SMS n’est parti : personne n’était à prévenir.',
  noAddress:
    'L’adresse où se connecter n’est pas fixée dans les réglages du programme : aucun SMS d’invitation ne part. Remettez les fiches, complétées à la main.',
  rules:
    'Chaque personne reçoit un SMS, puis au plus deux autres, à un jour d’écart. Aucun ne part la nuit, ni vers un téléphone qui a dit STOP.',
  slips: 'Fiches à imprimer, pour qui aucun SMS n’arrive ({count})',
  slip: {
    title: 'Fiches d’invitation',
    lead: 'Une fiche par personne : à imprimer et à remettre, ou à copier dans un message. Écrivez l’adresse e-mail à la main : Jaabi ne la garde pas.',
    head: 'Jaabi · invitation',
    to: 'Pour {name}, {belongs}',
    go: 'Ouvrez :',
    goTo: 'Ouvrez : ______________________________',
    mail: 'Avec l’adresse e-mail : ______________________________',
    first: 'Le premier mot de passe vient par e-mail ; il vaut quelques jours.',
    ask: 'Une question ? Demandez à votre organisation.',
  },
})
