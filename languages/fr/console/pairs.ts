import type { PairTexts } from '../../../web/console/pairs/texts.ts'
import { typesetFrench } from '../typeset.ts'

export const pairsFr: PairTexts = typesetFrench({
  title: 'Binômes',
  lead: 'Qui peut ouvrir. Une personne propose, quelqu’un du binôme confirme ; tant qu’il n’a personne, une seconde administration. Seulement avec une formation valable. Chaque changement est dit au binôme.',
  nobody:
    'Personne : la première place est confirmée par une seconde administration, ou par le code de mise en service.',
  emptied:
    'Plus personne ne reste dans ce binôme, et une alerte revient chaque jour. Deux personnes qui administrent depuis trente jours au moins le remplissent : l’une propose, l’autre confirme. Ainsi personne ne vide un binôme pour le remplir seul. D’ici là, qui doit partir garde l’accès.',
  columns: { name: 'Nom', as: 'Place', training: 'Formation', how: 'Confirmation' },
  as: { member: 'membre', 'stand-in': 'remplaçant nommé' },
  training: { until: 'valable jusqu’au {day}', lapsed: 'à refaire depuis le {day}', never: 'à faire' },
  how: {
    member: 'par le binôme, le {day}',
    administrators: 'par deux administrations, le {day}',
    code: 'par le code de mise en service, le {day}',
    'ready-made': 'personne d’essai',
    earlier: 'avant que les places soient confirmées',
  },
  waiting: 'En attente de confirmation',
  proposed: 'proposé par {by} le {day}',
  confirm: 'Confirmer',
  code: {
    label: 'Code de mise en service',
    hint: 'À la place d’une seconde administration, pour la toute première personne : il sert une fois.',
    confirm: 'Confirmer avec le code',
  },
  decline: 'Ne pas donner cette place',
  leaving: 'doit partir depuis le {day} : garde l’accès tant que personne d’autre de formé n’est là',
  leave: {
    title: 'Quelqu’un doit partir tout de suite',
    lead: 'Pour une faute, ou un danger. L’accès finit aussitôt si quelqu’un d’autre de formé est là ; sinon il finit dès que quelqu’un l’est, car des personnes en danger ne restent pas sans lecture. Si c’est la dernière femme, une alerte revient chaque jour jusqu’à ce qu’une femme soit confirmée.',
    button: 'Fermer l’accès : {name}',
  },
  train: {
    title: 'Une formation refaite',
    lead: 'Un collègue du binôme la note, d’un jour plus récent que celui qui est noté. L’administration seule ne le fait que s’il n’y a pas de collègue.',
    day: 'Jour de la formation : {name}',
    button: 'Noter la formation',
  },
  notYours: 'Quelqu’un d’autre du binôme confirme.',
  propose: 'Proposer quelqu’un',
  fields: {
    id: { label: 'Compte', hint: 'Son identifiant à l’accès restreint.' },
    name: { label: 'Nom', hint: 'De qui est déjà dans l’annuaire, son nom là-bas reste.' },
    as: { label: 'Place' },
    woman: { label: 'Une femme', hint: 'Il en faut au moins une : certaines personnes ne parlent qu’à une femme.' },
    pseaOn: { label: 'Jour de sa dernière formation à la prévention des abus sexuels' },
  },
  yes: 'oui',
  no: 'non',
  send: 'Proposer',
  refused: {
    untrained: 'Sa formation n’est pas valable aujourd’hui : d’abord la formation.',
    full: 'Toutes les places de cette sorte sont prises ou proposées.',
    'woman-needed':
      'La dernière place de membre est gardée à une femme : il en faut au moins une de confirmée avant qu’un homme la prenne.',
    administrator: 'Qui administre n’ouvre jamais de contenu.',
    own: 'Personne ne se propose soi-même.',
    taken: 'Cette personne a déjà une place, ou y est proposée.',
    'not-yours': 'Qui propose ne confirme pas : quelqu’un d’autre du binôme le fait.',
    'code-wrong': 'Ce n’est pas le code de ce binôme. Rien n’a changé ; le code reste bon.',
    'code-over': 'Ce code a expiré : demandez-en un autre à qui a mis Jaabi en service, ou une seconde administration.',
    'code-used': 'Ce code a déjà servi : une seconde administration confirme, ou un nouveau code.',
    'not-come':
      'Cette personne est invitée et n’est pas encore venue : personne ne sait qui c’est. Après sa première connexion.',
    'training-day': 'Le jour d’une formation est plus récent que celui qui est noté, et pas après aujourd’hui.',
    'administers-newly':
      'Ce binôme n’a plus personne qui reste : seules des personnes qui administrent depuis trente jours au moins y proposent et y confirment.',
  },
  problems: {
    title: 'Rien n’a changé',
    invalid: '{field} : ce n’est pas possible ainsi.',
    stale: 'Quelqu’un vient de changer cela. Regardez, puis recommencez.',
  },
})
