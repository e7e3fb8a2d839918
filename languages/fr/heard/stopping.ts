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

/** What people send to hear no more from us, in French. */
export const stoppingFr: Pick<SmsWords, 'stop' | 'refuses' | 'ours'> = {
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
    ...[
      "ne m'écrivez plus jamais",
      "ne m'écrivez plus",
      "m'écrivez plus",
      "ne plus m'écrire",
      "n'écrivez plus",
      "ne m'écris plus",
      "ne m'envoyez plus rien",
    ],
    ...['je ne veux plus rien recevoir', 'je veux plus rien recevoir', 'ne me dérangez plus', 's t o p'],
    ...ceasing,
    ...unlisting,
  ],
  refuses: [
    ...needNot.flatMap((not) => send.map((what) => `${not} ${what}`)),
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
      'texto',
      'textos',
      'notification',
      'notifications',
    ],
    'pub',
  ],
}
