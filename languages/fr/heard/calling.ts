import type { SmsWords } from '../../../core/channel/sms-words.ts'

/** « Rappelez-moi », « vous pouvez me rappeler »: each with each. */
const calling = ['rappel', 'rappeler', 'rappelle', 'rappelez', 'appel', 'appeler', 'appelle', 'appelez']
/** With « moi » or « me » only: « contactez » alone may mean anybody. */
const reaching = [
  'contactez',
  'contacter',
  'contacte',
  'téléphonez',
  'téléphoné',
  'telefoné',
  'téléphoner',
  'téléphone',
  'joignez',
  'joindre',
  'tel',
]
const toBeCalled = ['rappeler', 'appeler', 'contacter', 'joindre', 'téléphoner']
  .flatMap((call) => ['me', 'nous'].map((whom) => `${whom} ${call}`))
  .concat("m'appeler")
const asksFor = [
  ...['veuillez', 'merci de', 'il faut', 'je veux que vous puissiez', 'je vous demande de', 'je vous prie de'],
  ...['pouvez-vous', 'vous pouvez', 'tu peux', 'peux-tu', 'pourriez-vous', 'est-ce que vous pouvez', 'prière de'],
  ...[
    'on peut',
    'peut-on',
    'est-ce que on peut',
    "est-ce qu'on peut",
    'quelqu’un peut',
    'il faut vite',
    'essayez de',
    'peut',
  ],
]
const wishes = ['je veux', 'je voudrais', "j'aimerais", 'je souhaite', 'je préfère']
const withSomebody = ["parler à quelqu'un", "parler avec quelqu'un", 'vous parler', 'parler avec vous', 'parler']

/** What people send to be called, in French. */
export const callMeFr: readonly string[] = [
  ...[
    'appele',
    'un appel',
    'un rappel',
    'bipez-moi',
    'bip moi',
    'bipe-moi',
    'biper moi',
    'bipez-nous',
    'call me',
    "m'appelle",
    'me rappelle',
  ],
  ...['beep me', 'demande de rappel', "demande d'appel", "j'attends votre appel", "j'attends l'appel", 'appel urgent'],
  ...wishes.flatMap((wish) => ['un appel', 'un rappel', ...withSomebody].map((what) => `${wish} ${what}`)),
  ...[...calling, ...reaching].flatMap((call) => ['moi', 'nous'].map((whom) => `${call} ${whom}`)),
  // « Appel » alone asks for another look at an answer.
  ...calling.filter((call) => call !== 'appel'),
  ...toBeCalled.flatMap((call) => ['', ...asksFor].map((ask) => `${ask} ${call}`.trim())),
  ...["qu'on me rappelle", "qu'on m'appelle", 'que vous me rappeliez', "que vous m'appeliez"].flatMap((call) =>
    wishes.map((ask) => `${ask} ${call}`),
  ),
]

const urgent = ['urgent', 'très urgent', 'trop urgent', 'urgence']
const none = ['pas de', 'plus de', 'sans', 'je n’ai pas de', 'j’ai pas de', 'je n’ai plus de', 'j’ai plus de', 'pas']

const somebody = (before: readonly string[], who: readonly string[]): string[] => [
  ...who.filter((one) => one !== 'monsieur'),
  ...['', 'par', 'à', 'avec', "qu'", 'plutôt', 'mieux', "c'est mieux", 'de préférence'].flatMap((by) =>
    before.flatMap((the) => who.map((one) => `${by} ${the} ${one}`.trim())),
  ),
]

/** Who may call. A wife or a sister is nobody of ours: « ma femme » is not listed. */
export const callersFr: Pick<SmsWords, 'anyone' | 'a-woman' | 'a-man'> = {
  anyone: [
    ...['peu importe', 'peut importe', 'pe importe', "n'importe qui", "n'importe", 'importe qui', 'qui que ce soit'],
    ...["quelqu'un", 'une personne', 'tout le monde', 'les deux', "l'un ou l'autre", 'qui vous voulez', 'égal'],
    ...['comme vous voulez', "ça m'est égal", "m'est égal", 'pas de préférence', 'aucune préférence'],
    ...['les 2', 'qui veut', 'pareil', "c'est pareil", 'c pareil'],
  ],
  'a-woman': somebody(['une', 'la', 'les', 'des'], ['femme', 'femmes', 'dame', 'dames', 'fem', 'fame']),
  'a-man': somebody(['un', "l'", 'les', 'des'], ['homme', 'hommes', 'hom', 'monsieur']),
}

const cannot = ['je ne sais pas', 'je sais pas', 'je ne peux pas', 'je peux pas', 'je n’arrive pas à', 'j’arrive pas à']

/** That they do not write: whoever says no more than that wants to be called. */
export const unletteredFr: readonly string[] = [
  ...cannot.flatMap((not) =>
    ['écrire', 'lire', 'lire ni écrire', 'lire et écrire', 'bien écrire', 'bien lire'].map((what) => `${not} ${what}`),
  ),
  ...['je ne sais', 'je sais', 'je ne peux', 'je peux'].flatMap((not) =>
    ['ni lire ni écrire', 'ni écrire ni lire'].map((what) => `${not} ${what}`),
  ),
  'je n’écris pas',
  'j’écris pas',
]

/** When, how soon, and why they do not write. */
export const callableFr: readonly string[] = [
  ...urgent.flatMap((word) =>
    ['', "c'est", 'c', 'cest', 'il y a', 'y a', 'en', "d'"].map((is) => `${is} ${word}`.trim()),
  ),
  ...[
    'urgente',
    'urgen',
    'urgant',
    'urjent',
    'urjant',
    'vitte',
    'vit',
    'urgemment',
    'vite',
    'très vite',
    'plus vite',
    'au plus vite',
    'le plus vite possible',
    'vite possible',
  ],
  ...['rapide', 'rapidement', 'le plus rapidement possible', 'au plus tôt', 'le plus tôt possible', 'dès que possible'],
  ...['quand vous pouvez', 'dès que vous pouvez', 'si possible', 'tout de suite', 'toute suite', 'immédiatement'],
  ...['maintenant', 'mtn', 'mnt', "aujourd'hui", 'ce matin', 'ce soir', 'cet après-midi', 'après-midi', 'demain'],
  ...['matin', 'soir', 'nuit', 'midi', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  ...['à', 'à partir de', 'vers', 'avant', 'après', 'entre', 'et', 'ou', 'h', 'heure', 'heures', 'à tout moment'],
  ...["n'importe quand", "à l'heure", 'mon numéro', 'mon numéro est', 'mon tel', 'mon téléphone', 'ce téléphone'],
  ...none.flatMap((no) =>
    ['crédit', 'unité', 'unités'].flatMap((what) => [`${no} ${what}`, `${no.replace(/de$/, 'd')} ${what}`]),
  ),
  ...['crédit fini', 'mon crédit est fini', 'crédit est fini', 'mon crédit est terminé'],
  ...['de vive voix', 'par téléphone', 'au téléphone'],
]
