import type { SmsWords } from '../../../core/channel/sms-words.ts'

/** « Arrêtez de m'écrire », « effacez mon numéro »: each with each. */
const ceasing = ['arrête', 'arrêtez', 'arrêter', 'cesse', 'cessez', 'cesser', 'stop'].flatMap((verb) =>
  ["de m'écrire", "d'écrire", "d'envoyer", "de m'envoyer", 'de nous écrire', 'de nous envoyer', 'de me déranger'].map(
    (what) => `${verb} ${what}`,
  ),
)
const unlisting = ['supprimez', 'supprimer', 'effacez', 'effacer', 'enlevez', 'enlever', 'retirez', 'retirer'].flatMap(
  (verb) => ['mon numéro', 'mon contact', 'notre numéro'].map((what) => `${verb} ${what}`),
)

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
    ...["ne m'écrivez plus", "m'écrivez plus", "n'écrivez plus", "ne m'écris plus", "ne m'envoyez plus rien"],
    ...['je ne veux plus rien recevoir', 'je veux plus rien recevoir', 'ne me dérangez plus', 's t o p'],
    ...ceasing,
    ...unlisting,
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
