import type { SmsWords } from '../../../core/channel/sms-words.ts'

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
  'vous avez traité',
  'avez-vous traité',
  'statut de',
  'status de',
  'est-ce que vous avez traité',
  'vous avez des nouvelles de',
  'avez-vous des nouvelles de',
  'y a-t-il des nouvelles de',
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

/** « Mon dossier est arrivé où », « est-ce que ma plainte est traitée ». */
const isItDone = ['traité', 'traitée', 'avancé', 'avancée'].flatMap((done) =>
  ['est', 'a été', 'est déjà'].map((is) => `${is} ${done}`),
)
const whereItIs = ['est où', 'est arrivé où', 'est rendu où', 'en est où', 'est à quel niveau', 'est à quelle étape']

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
    'annulation de',
    'demande d’annulation de',
    'je veux que vous annulez',
    'je veux que vous annuliez',
    'laissez tomber',
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

/** « Suivi de ma plainte ». */
const following = ['suivi', 'suivi de', 'le suivi de', 'suivre', 'je veux suivre', 'je voudrais suivre', 'suivi pour']

/** How people follow what they said, ask how it stands, and take it back. */
export const askingFr: Pick<SmsWords, 'follow-up' | 'withdraw' | 'asks'> = {
  'follow-up': [
    ...['suivi', 'suivre', 'suivis', 'suivie', 'suivit'],
    ...following.flatMap((verb) => [...askedAfter, ...withdrawn].map((what) => `${verb} ${what}`)),
  ],
  withdraw: [
    ...withdrawing.flatMap((verb) => [verb, ...withdrawn.map((what) => `${verb} ${what}`)]),
    ...['je ne veux plus porter plainte', 'je veux plus porter plainte'],
  ],
  asks: [
    ...asking.flatMap((ask) => askedAfter.map((what) => `${ask} ${what}`)),
    ...askedAfter.flatMap((what) => whereItIs.map((ask) => `${what} ${ask}`)),
    // To say it is not done is somebody's voice.
    ...askedAfter.flatMap((what) => isItDone.map((is) => `est-ce que ${what} ${is}`)),
    ...['statut', 'status', 'vous avez des nouvelles', 'avez-vous des nouvelles', 'quand aurai-je une réponse'],
    ...['quand aurais-je une réponse', "quand est-ce que j'aurai une réponse", 'quand allez-vous répondre'],
    ...['quand vous allez répondre', 'quand est-ce que vous allez répondre', 'quand aurai-je la réponse'],
    ...['quoi de neuf pour', 'koi de neuf', 'du nouveau', 'y a du nouveau', 'ya du nouveau', 'ya quoi de neuf'],
    ...[
      'ya koi de neuf',
      'besoin de nouvelles',
      'besoin des nouvelles',
      "j'ai besoin de nouvelles",
      "j'ai besoin des nouvelles",
    ],
    ...['où en est', 'où en est-on', 'où en sommes-nous', 'où en êtes-vous', 'des nouvelles', 'quelles nouvelles'],
    ...[
      'nouvelles',
      'quelle suite',
      "où en est l'affaire",
      'quelle nouvelle',
      'quelles sont les nouvelles',
      'quoi de neuf',
    ],
    ...['où ça en est', 'ça en est où', 'où en sont les choses', 'où vous en êtes', 'vous en êtes où', "c'est comment"],
    ...[
      "quel est l'état de",
      "quel est l'état",
      'quelle est la suite',
      'la suite',
      "l'évolution",
      'évolution',
      'ça avance',
    ],
  ],
}
