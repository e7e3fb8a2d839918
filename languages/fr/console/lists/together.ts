import type { TogetherTexts } from '../../../../web/console/together/texts.ts'
import { typesetFrench } from '../../typeset.ts'

/** Several cases at once, in French. */
export const togetherFr: TogetherTexts = typesetFrench({
  title: {
    assign: 'Confier ensemble : {count}',
    merge: 'Répondre ensemble : {count}, après le premier',
    dismiss: 'Écarter ensemble : {count}',
  },
  back: 'Retour à la boîte',
  nobody: {
    assign:
      'Aucun des dossiers cochés ne peut être confié : évaluez-les d’abord, « enregistrer et suivant » va de l’un à l’autre. Ce qui est déjà répondu ne se confie plus.',
    merge:
      'Aucun des dossiers cochés ne peut être répondu avec un autre : cochez-en au moins deux, ordinaires et pas encore répondus.',
    dismiss:
      'Aucun des dossiers cochés ne peut être écarté d’ici : cochez le même texte du même expéditeur. Ce qui est peut-être sensible, ou que personne n’a pu lire, s’ouvre et se décide seul.',
  },
  columns: { case: 'Dossier', about: 'Sujet et lieu', state: 'État' },
  lead: 'mène les autres',
  left: 'n’est pas concerné',
  then: 'Ce qui suit',
  consequences: {
    assign: [
      'Chaque dossier passe à cette organisation, qui le voit tout de suite ; son responsable est prévenu, sans détail.',
      'Le délai de chaque personne continue.',
    ],
    merge: [
      'Chaque dossier suit celui qui mène : chacun garde ses paroles, son numéro et sa promesse.',
      'Une seule réponse, écrite dans celui qui mène, part à chacun. On peut les séparer ensuite.',
    ],
    dismiss: [
      'Ce n’était pas une personne qui parle : chaque dossier est fermé sans SMS, hors des chiffres. On peut le rétablir.',
      'Seulement le même texte, du même expéditeur, lu, et rien qui puisse être sensible. Jamais pour une vraie plainte.',
    ],
  },
  waits: 'Plus de {most} écartés par vous en un jour : vous le proposez, une seconde personne confirme chaque dossier.',
  refused: {
    title: 'Pas ensemble',
    sensitive: 'L’un d’eux est peut-être sensible, ou personne n’a pu lire ses mots : chacun se lit et se décide seul.',
    'not-opened': 'L’un d’eux n’a pas été ouvert : on n’écarte pas ce qu’on n’a pas lu.',
    'other-words':
      'Ce ne sont pas exactement les mêmes mots. Des dossiers semblables se répondent ensemble ; ils ne s’écartent pas ensemble.',
    'several-senders':
      'Ils ne viennent pas tous d’un même expéditeur connu : plusieurs personnes qui disent la même chose sont une vague, à répondre ensemble.',
  },
  fields: {
    organisation: 'Organisation',
    choose: 'Choisir',
    reason: 'Motif',
    reasonHint: 'Gardé dans l’historique de chaque dossier, scellé.',
  },
  send: {
    assign: 'Confier ({count})',
    merge: 'Joindre ({count})',
    dismiss: 'Écarter ({count})',
  },
  done: {
    assign: 'Confiés : {count}',
    merge: 'Joints : {count}',
    dismiss: 'Écartés : {count}',
    waits: 'Proposés à écarter : {count}. Une seconde personne confirme',
  },
  flood: {
    title: {
      phone: 'Plaintes du même numéro : {count}',
      words: 'Plaintes de la même adresse, aux mêmes mots : {count}',
      address: 'Plaintes de la même adresse : {count}',
    },
    lead: 'Elles sont venues par le formulaire du site, en peu de temps. Une adresse peut être celle d’un opérateur ou d’un camp : lisez avant de décider.',
    counts: 'En attente : {standing}. Mises à l’écart : {aside}. Décidées une à une, ou sorties d’ici : {others}.',
    few: 'Un geste en prend {most} à la fois ; recommencez pour la suite.',
    said: 'Ce qui y est dit',
    times: '{count} fois',
    wordless: 'Paroles effacées',
    none: 'Plus rien n’attend ici.',
    reason: 'Motif',
    reasonHint: 'Gardé dans l’historique de chaque dossier, scellé.',
    noReason: 'Dites pourquoi, en quelques mots.',
    aside: {
      title: 'Ce n’est pas quelqu’un qui parle',
      then: 'Chaque dossier est fermé sans SMS et compté à côté des reçus. Tout se rétablit ici pendant trente jours, et dossier par dossier ensuite.',
      send: 'Mettre à l’écart ({count})',
      done: 'Mis à l’écart : {count}',
    },
    lift: {
      title: 'Ce sont des personnes',
      then: 'Chaque dossier revient dans la boîte, à sa place et à sa date.',
      send: 'Rendre à la boîte ({count})',
      done: 'Rendus à la boîte : {count}',
    },
    restore: {
      title: 'Rétablir',
      then: 'Ce qui était à l’écart attend de nouveau d’être lu, avec les délais d’origine.',
      send: 'Rétablir ({count})',
      done: 'Rétablis : {count}',
    },
    left: 'Quelqu’un y a travaillé entre-temps, ou ils ne s’y prêtent plus : {count}. Ils sont restés comme ils étaient.',
    latest: { title: 'Les derniers envois en masse', none: 'Aucun depuis trente jours.' },
  },
  notDone: 'Restés comme ils étaient',
  why: {
    stale: 'quelqu’un y a travaillé entre-temps',
    unknown: 'n’est plus à vous',
    other: 'ne s’y prête pas',
  },
})
