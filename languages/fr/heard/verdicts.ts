import type { VerdictWords } from '../../../core/channel/verdict-words.ts'
import { besideFr } from './verdicts-beside.ts'

/** « Pas réglé », « toujours pas réparé »: each with each. */
const notYet = ['pas encore', 'pa encore', 'toujours pas', 'toujours pa', 'tjrs pas', 'tjr pas', 'tjs pas', 'jamais']
const not = [
  ...notYet,
  "n'est pas encore",
  'est pas encore',
  "n'est toujours pas",
  'pas',
  'pa',
  "n'est pas",
  'est pas',
  'est pa',
  "c'est pas",
  'c pas',
  'c pa',
  "ce n'est pas",
]
const done = ['réglé', 'régler', 'résolu', 'réparé', 'réparée', 'fait', 'fini', 'bon', 'reçu', 'changé', 'amélioré']
/** « Non résolu »: each with each; beside « non » they are no good news. */
const undone = [
  'réglé',
  'résolu',
  'réparé',
  'réparée',
  'satisfait',
  'satisfaite',
  'fait',
  'content',
  'reçu',
  'reçue',
  'payé',
  'venu',
]
/** « Je ne suis pas satisfait »: each with each. */
const am = ['', 'je ne suis', 'je suis', "j'suis", 'nous ne sommes', 'on est', "on n'est"]
const pleased = ['satisfait', 'satisfaite', 'satisfaits', 'content', 'contente', 'contents', "d'accord"]
/** « Ils ne sont pas venus ». */
const came = ['venu', 'venue', 'venus', 'passé', 'passés', 'arrivé', 'arrivés']
const nobodyDid = [
  "personne n'est",
  'personne est',
  'ils ne sont pas',
  'ils sont pas',
  "on n'est pas",
  "il n'est pas",
  'il est pas',
]

const noChange = ['pas de changement', 'pas du changement', 'pas d’amélioration', 'pas de solution', 'rien de nouveau']
/** « On n'a rien reçu »: each with each. */
const nothingGot = ["on n'a", 'on a', "j'ai", "je n'ai", "nous n'avons", 'nous avons'].flatMap((who) =>
  [
    ...['rien reçu', 'rien vu', 'rien eu', 'encore rien reçu', 'toujours rien reçu'],
    ...['pas reçu', 'pas encore reçu', 'toujours pas reçu', 'pas eu', 'pas encore eu'],
  ].map((what) => `${who} ${what}`),
)
/** « Ça ne marche plus »: each with each. */
const worksNot = ['', 'ça', 'sa', 'ça ne', 'sa ne', 'ne'].flatMap((it) =>
  ['marche', 'fonctionne'].flatMap((work) =>
    ['pas', 'plus', 'toujours pas', 'tjrs pas', 'pas encore'].map((not) => `${it} ${work} ${not}`.trim()),
  ),
)
const zero = ['ya rien', 'y a rien', 'il y a rien', "il n'y a rien", 'zéro', 'c zéro', "c'est zéro"]
const works = ['ça marche', 'sa marche', "c'est bon", 'c bon', 'tout est bon']

/** How people say in French whether it is solved, as they text it. */
export const verdictsFr: VerdictWords = {
  one: ['un'],
  two: ['deux', 'deu', '2e'],
  three: ['trois', 'troi', 'trwa'],
  solved: [
    ...[
      'oui',
      'ui',
      'wi',
      'ouai',
      'ouais',
      'yes',
      'réglé',
      'régler',
      'est réglé',
      "c'est réglé",
      'c réglé',
      'bien réglé',
    ],
    ...[
      'est bien réglé',
      'tout est réglé',
      'tout à fait',
      "c'est bon",
      'c bon',
      "c'est fait",
      'c fait',
      'résolu',
      'est résolu',
    ],
    ...[
      "c'est résolu",
      'réparé',
      'est réparé',
      'est réparée',
      'a été réparé',
      'a été réparée',
      'ça marche',
      'sa marche',
    ],
    ...works.flatMap((what) => [what, ...['maintenant', 'mtn', 'mnt'].map((now) => `${what} ${now}`)]),
    ...['arrangé', "c'est arrangé", 'c arrangé', 'problème fini', 'problème réglé', 'le problème est fini'],
    ...['', 'très', 'bien', 'je suis', 'je suis très', 'nous sommes', 'on est'].flatMap((who) =>
      ['satisfait', 'satisfaite', 'satisfaits', 'content', 'contente', 'contents'].map((how) => `${who} ${how}`.trim()),
    ),
    ...['parfait', 'impeccable', 'très bien', 'c ok', "c'est ok", 'tout est ok', 'ça y est'],
    ...['ça va', 'sa va', 'ça va maintenant', 'tout va bien', 'tout marche', 'terminé', 'plus de problème'],
  ],
  partly: [
    ...[
      'en partie',
      'en parti',
      'en partis',
      'an partie',
      'une partie',
      'partiellement',
      'à moitié',
      'la moitié',
      'moitié',
      'un peu',
      'pas complètement',
    ],
    ...['pas tout à fait', 'pas totalement', 'pas entièrement', 'pas complet', 'pas tout', 'presque', 'à peine'],
    ...['à demi', 'moyen', 'moyennement', 'plus ou moins'],
  ],
  unsolved: [
    ...['non', 'nn', 'nan', 'pas du tout', 'pa du tout', 'pas du tt', 'pa du tt', 'du tout', 'rien', 'rien du tout'],
    ...notYet,
    ...am.flatMap((who) => pleased.map((how) => `${who} pas ${how}`.trim())),
    ...nobodyDid.flatMap((who) => came.map((what) => `${who} ${what}`)),
    ...['persiste', 'demeure', 'le même problème', 'le mm problème', 'mm problème', 'même chose', 'toujours pareil'],
    ...["c'est pareil", 'c pareil', 'toujours la même chose', 'tjr pareil', 'tjrs pareil', 'toujours le mm problème'],
    ...not.flatMap((one) => done.map((mended) => `${one} ${mended}`)),
    ...["rien n'a changé", 'rien a changé', 'rien ne change', 'rien de changé', "n'a rien changé", 'a rien changé'],
    ...noChange.flatMap((what) => ['', 'y a', 'ya', "il n'y a", 'il y a'].map((is) => `${is} ${what}`.trim())),
    ...nothingGot,
    ...zero,
    ...['aucun changement', 'aucune amélioration', 'aucune solution', 'sans changement', 'négatif', 'toujours rien'],
    ...['tjrs rien', 'encore rien', 'toujours en panne', 'encore en panne', 'tjrs en panne', 'même problème'],
    ...['toujours le même problème', 'ça va pas', 'ça ne va pas', "personne n'est venu", 'personne est venu'],
    ...worksNot,
    ...undone.map((what) => `non ${what}`),
    ...[
      "ça n'a pas marché",
      'ça a pas marché',
      'sa a pas marché',
      'insatisfait',
      'insatisfaite',
      'mécontent',
      'mécontente',
    ],
    ...['nop', 'nope', "rien n'a été fait", 'rien a été fait', "rien n'a bougé", 'rien a bougé', '👎', '❌'],
  ],
  neither: [
    ...['', 'y a', 'ya', 'il y a', "il n'y a", 'on a', "on n'a", "j'ai", "je n'ai"].map((is) => `${is} rien à`.trim()),
    ...['assistance', 'respect', 'accès', 'distribution', 'paiement', 'fonctionnement'].map((what) => `non ${what}`),
  ],
  ...besideFr,
}
