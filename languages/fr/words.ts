import type { SmsWords } from '../../core/channel/sms-words.ts'

/** How people ask what became of it, and of what. */
const asking = [
  'où en est',
  'où en ai',
  'où en es',
  'où en est-on avec',
  'où en êtes-vous avec',
  'où est',
  "qu'en est-il de",
  'et',
  'quelles nouvelles de',
  'état de',
  'statut de',
]
const askedAfter = [
  'mon dossier',
  'le dossier',
  'ma plainte',
  'la plainte',
  'ma demande',
  'mon message',
  'mon cas',
  'mon affaire',
]

/** « Je retire », with or without what. */
const withdrawing = [
  ...[
    'je retire',
    'je veux retirer',
    'je voudrais retirer',
    'je souhaite retirer',
    'je désire retirer',
    'retirer',
    'retirez',
  ],
  ...[
    'retrait',
    'retrait de',
    "j'annule",
    'je veux annuler',
    'je voudrais annuler',
    'annuler',
    'annulez',
    'je renonce',
    'je renonce à',
  ],
]
const withdrawn = [
  'ma plainte',
  'mon dossier',
  'mon message',
  'ma demande',
  'le dossier',
  'la plainte',
  'plainte',
  'dossier',
]

/** « Rappelez-moi », « vous pouvez me rappeler »: each with each. */
const calling = ['rappel', 'rappeler', 'rappelle', 'rappelez', 'appel', 'appeler', 'appelle', 'appelez']
const toBeCalled = ['me rappeler', "m'appeler", 'nous rappeler', 'nous appeler']
const asksFor = [
  ...['veuillez', 'merci de', 'il faut', 'je veux que vous puissiez', 'je vous demande de', 'je vous prie de'],
  ...['pouvez-vous', 'vous pouvez', 'tu peux', 'peux-tu', 'pourriez-vous', 'est-ce que vous pouvez', 'prière de'],
]

/** « Suivi de ma plainte ». */
const following = ['suivi', 'suivi de', 'le suivi de', 'suivre', 'je veux suivre', 'je voudrais suivre', 'suivi pour']

/** What people send as commands, in French. */
export const wordsFr: SmsWords = {
  help: ['aide', 'help', 'aid', 'ede', 'eide', 'haide', 'menu'],
  'follow-up': [
    ...['suivi', 'suivre', 'suivis', 'suivie', 'suivit'],
    ...following.flatMap((verb) => [...askedAfter, ...withdrawn].map((what) => `${verb} ${what}`)),
  ],
  appeal: ['appel', 'faire appel', 'je fais appel', 'je veux faire appel', 'je voudrais faire appel', 'recours'],
  withdraw: withdrawing.flatMap((verb) => [verb, ...withdrawn.map((what) => `${verb} ${what}`)]),
  'call-me': [
    ...[
      'appele',
      'un appel',
      'un rappel',
      'je veux un appel',
      'je voudrais un appel',
      'bipez-moi',
      'bip moi',
      'demande de rappel',
      "demande d'appel",
      'call me',
    ],
    ...calling.flatMap((call) => ['moi', 'nous'].map((whom) => `${call} ${whom}`)),
    // « Appel » alone asks for another look at an answer.
    ...calling.filter((call) => call !== 'appel'),
    ...toBeCalled.flatMap((call) => ['', ...asksFor].map((ask) => `${ask} ${call}`.trim())),
    ...["qu'on me rappelle", "qu'on m'appelle", 'que vous me rappeliez', "que vous m'appeliez"].flatMap((call) =>
      ['je veux', 'je voudrais', "j'aimerais"].map((ask) => `${ask} ${call}`),
    ),
  ],
  stop: [
    ...['stop', 'stopsms', 'arret', 'arrête', 'arrêter', 'arrêtez', 'unsubscribe'],
    ...['stopper', 'stoppez', 'stoppe'],
    ...[
      'désabonner',
      'désabonnez',
      'désabonnement',
      'me désabonner',
      'désabonnez-moi',
      'désinscrire',
      'désinscription',
    ],
    ...["ne m'écrivez plus", "m'écrivez plus", "n'écrivez plus", "ne m'écris plus", "arrêtez de m'écrire"],
    ...["arrête de m'écrire", "arrêtez d'envoyer", "arrêtez de m'envoyer", "ne m'envoyez plus rien"],
  ],
  refuses: [
    ...[
      'je ne veux plus',
      'je ne veux plus recevoir',
      'je veux plus',
      'je veux plus recevoir',
      'ne veux plus',
      'veux plus',
    ],
    ...[
      'je ne veux pas',
      'je ne veux pas recevoir',
      'je veux pas',
      'je ne souhaite plus',
      'je ne souhaite plus recevoir',
    ],
    ...['plus', 'plus jamais', "ne m'envoyez plus", "n'envoyez plus", 'ne plus recevoir', 'ne plus envoyer', 'non aux'],
  ],
  ours: [
    ...[
      'sms',
      'message',
      'messages',
      'msg',
      'msgs',
      'mesage',
      'mesages',
      'texto',
      'textos',
      'notification',
      'notifications',
    ],
    'pub',
  ],
  start: ['start', 'reprendre'],
  language: ['langue', 'langues', 'lang', 'language', 'changer langue', 'changer de langue', 'autre langue'],
  yes: ['oui'],
  partly: ['en partie'],
  no: ['non'],
  thanks: [
    ...['merci', 'merci beaucoup', 'merci bien', 'grand merci', 'ok', 'okay', "d'accord", 'compris', 'bien reçu'],
    ...["c'est noté", "c'est bon", 'entendu', '👍', '🙏', '👌'],
  ],
  courtesy: [
    'svp',
    'stp',
    "s'il vous plait",
    "s'il te plait",
    'bonjour',
    'bonsoir',
    'salut',
    'jaabi',
    'bjr',
    'bsr',
    'slt',
    'pardon',
    'silvouplait',
    'siouplait',
  ],
  filler: [
    ...['no', 'n', 'nr', 'num', 'numero', 'ref', 'reference', 'dossier', 'code', 'du', 'de', 'le', 'la', 'mon', 'ma'],
    ...['au', 'sur', 'en', 'les', 'des', 'd', 'vos', 'votre', 'ces', 'moi', "c'est"],
    ...['sur ce numéro', 'à ce numéro', 'ce numéro', 'vite'],
  ],
  asks: [
    ...asking.flatMap((ask) => askedAfter.map((what) => `${ask} ${what}`)),
    ...['où en est', 'où en est-on', 'où en sommes-nous', 'où en êtes-vous', 'des nouvelles', 'quelles nouvelles'],
    ...['nouvelles', 'quelle suite', "où en est l'affaire"],
  ],
  languages: { fr: ['fr', 'francais', 'français', 'french'] },
  otherLanguages: [
    ...[
      'peul',
      'peulh',
      'fulfulde',
      'fula',
      'pular',
      'songhai',
      'songhay',
      'sonrai',
      'sonrhai',
      'koyraboro',
      'tamasheq',
    ],
    ...[
      'tamachek',
      'tamasheck',
      'touareg',
      'arabe',
      'hassaniya',
      'maure',
      'dogon',
      'bobo',
      'bozo',
      'soninké',
      'sarakolé',
    ],
    ...[
      'malinké',
      'khassonké',
      'sénoufo',
      'minianka',
      'mamara',
      'mossi',
      'moré',
      'haoussa',
      'wolof',
      'anglais',
      'english',
    ],
  ],
}
