import type { SmsWords } from '../../../core/channel/sms-words.ts'

/** « Arrêtez de m'écrire », « effacez mon numéro »: each with each. */
const ceasing = ['arrête', 'arrêtez', 'arrêter', 'cesse', 'cessez', 'cesser', 'stop'].flatMap((verb) =>
  ["de m'écrire", "d'écrire", "d'envoyer", "de m'envoyer", 'de nous écrire', 'de nous envoyer', 'de me déranger'].map(
    (what) => `${verb} ${what}`,
  ),
)
const unlisting = ['supprimez', 'supprimer', 'effacez', 'effacer', 'enlevez', 'enlever', 'retirez', 'retirer'].flatMap(
  (verb) =>
    ['mon numéro', 'mon contact', 'notre numéro'].flatMap((what) =>
      ['', 'de votre liste', 'de vos listes', 'de vos contacts'].map((where) => `${verb} ${what} ${where}`.trim()),
    ),
)

/** « Fo plus m'envoyer », « ne plus m'écrire »: each with each; what they refuse stands behind it. */
const needNot = ['ne plus', 'il faut plus', 'il ne faut plus', 'faut plus', 'faut plu', 'fo plus', 'fo plu']
const send = ["m'envoyer", 'menvoyé', 'envoyer', 'nous envoyer', "m'envoyer de", 'menvoyé de', 'nous envoyer de']

/** « Veuillez arrêter », « je voudrais ne plus recevoir »: each with each. */
const asking = [
  ...['veuillez', 'veuillez bien', 'prière de', 'je vous prie de', 'je vous demande de', 'je demande de', 'je veux'],
  ...['je voudrais', 'je souhaite', 'pouvez-vous', 'vous pouvez', 'est-ce que vous pouvez', 'il faut', 'faut'],
]
const toCease = ['arrêter', 'cesser', 'stopper', 'supprimer', 'bloquer', 'désactiver'].flatMap((verb) =>
  ['', 'de recevoir', "d'envoyer", "de m'envoyer", 'de nous envoyer'].map((what) => `${verb} ${what}`.trim()),
)
const toGetNoMore = ['ne plus recevoir', 'ne plus envoyer', "ne plus m'envoyer", 'ne plus nous envoyer']
/** « Je ne veux plus », as it is texted. */
const wantNoMore = [
  ...['je ne veux', 'je veux', 'je veu', 'je ve', 'je vx', 'jveux', 'jveu', 'jve', 'jvx', 'ne veux', 'veux', 'veut'],
  ...['je ne souhaite', 'je ne désire', 'on ne veut', 'nous ne voulons'],
].flatMap((want) =>
  ['plus', 'plu'].flatMap((no) =>
    ['', 'recevoir', 'avoir', 'voir', 'de recevoir'].map((what) => `${want} ${no} ${what}`.trim()),
  ),
)
/** « Annuler » alone takes a complaint back. */
const cancelling = ['annuler', 'annulez', 'annulation de', 'annulation des'].flatMap((verb) =>
  ['sms', 'messages'].flatMap((what) =>
    ['', 'les', 'vos', 'ces'].map((which) => `${verb} ${which} ${what}`.replace('  ', ' ')),
  ),
)

/** What people send to hear no more from us, in French. */
export const stoppingFr: Pick<SmsWords, 'stop' | 'ceases' | 'refuses' | 'ours'> = {
  stop: [
    ...['stop', 'stopsms', 'unsubscribe'],
    ...['stopper', 'stoppez', 'stoppe'],
    ...[
      'désabonner',
      'désabonnez',
      'désabonnement',
      'me désabonner',
      'désabonnez-moi',
      'désinscrire',
      'désinscription',
      'je me désabonne',
      'se désabonner',
      'stop all',
      'stopall',
    ],
    ...asking.map((ask) => `${ask} me désabonner`),
    ...cancelling,
    ...[
      "ne m'écrivez plus jamais",
      "ne m'écrivez plus",
      "m'écrivez plus",
      "ne plus m'écrire",
      "n'écrivez plus",
      "ne m'écris plus",
      "ne m'envoyez plus rien",
      "ne m'écrivez pas",
      'ne me contactez plus',
      'ne me contacter plus',
      'ne contactez plus',
      ...asking.map((ask) => `${ask} ne plus m'écrire`),
    ],
    ...['je ne veux plus rien recevoir', 'je veux plus rien recevoir', 'ne me dérangez plus', 's t o p'],
    ...ceasing,
    ...unlisting,
  ],
  ceases: ['arret', 'arrête', 'arrêter', 'arrêtez'],
  refuses: [
    ...needNot.flatMap((not) => send.map((what) => `${not} ${what}`)),
    ...asking.flatMap((ask) => [...toCease, ...toGetNoMore].map((what) => `${ask} ${what}`)),
    ...wantNoMore,
    ...[
      'je ne veux pas',
      'je ne veux pas recevoir',
      'je veux pas',
      'je veux pas recevoir',
      'je refuse',
      'je refuse de recevoir',
    ],
    ...['bloquer', 'bloquez', 'désactiver', 'désactivez', 'supprimer', 'supprimez', 'supprime', 'assez de', 'assez'],
    ...[
      'marre de',
      "j'en ai marre de",
      'y en a marre de',
      "ne m'envoyez pas",
      "n'envoyez pas",
      "m'envoyez plus",
      'envoyez plus',
    ],
    ...[
      'cesse',
      'cessez',
      'cesser',
      'plus',
      'plus jamais',
      "ne m'envoyez plus",
      "n'envoyez plus",
      'ne plus recevoir',
      'ne plus envoyer',
      'non aux',
      'plus aucun',
      "j'ai pas besoin de",
      "je n'ai pas besoin de",
      "je n'ai plus besoin de",
      'pas besoin de',
      'laissez-moi tranquille avec',
      'laisse-moi tranquille avec',
    ],
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
      'mesaj',
      'mesaje',
      'texto',
      'textos',
      'notification',
      'notifications',
    ],
    'pub',
  ],
}
