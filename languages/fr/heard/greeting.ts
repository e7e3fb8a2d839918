import type { SmsWords } from '../../../core/channel/sms-words.ts'

const salam = [
  'a salam',
  'a salamou',
  'salam',
  'salaam',
  'assalam',
  'salamou',
  'assalamou',
  'asalamou',
  'as salam',
  'as salamou',
  'salamu',
  'assalamu',
]
const upon = ['aleykoum', 'aleikoum', 'alaykoum', 'alaikoum', 'aleykum', 'aleikum', 'alaykum', 'alaikum', 'alékoum']
const mercy = ['wa rahmatoullah', 'wa rahmatoulah', 'warahmatoullah', 'wa rahmatullah']
const news = ['comment', 'cmt', 'cment']

/** How people greet and whom they address, as they text it; none of it says what happened. */
export const greetingFr: Pick<SmsWords, 'greeting' | 'address'> = {
  greeting: [
    ...['bonjour', 'bonjours', 'bonjoure', 'bonjou', 'bonjor', 'bonjr', 'bjour', 'bjr', 'bonsoir', 'bonsoire', 'bsr'],
    ...['salut', 'slt', 'coucou', 'cc', 'allô', 'alloo', 'alo', 'aloo', 'halo', 'je vous salue', 'mes salutations'],
    ...[
      'salutations',
      'bonne journée',
      'bonne soirée',
      'bonne nuit',
      'bonne fête',
      'bonne année',
      'bonne et heureuse année',
    ],
    ...salam.flatMap((peace) => [peace, ...upon.map((whom) => `${peace} ${whom}`)]),
    ...salam.flatMap((peace) => upon.flatMap((whom) => mercy.map((and) => `${peace} ${whom} ${and}`))),
    ...upon.flatMap((whom) => [`salam${whom}`, `wa ${whom} salam`, `${whom} salam`]),
    ...['ça va', 'sava', 'cv', 'ça va bien', 'vous allez bien', 'tu vas bien', 'et la santé', 'et la famille'],
    ...news.flatMap((how) =>
      ['ça va', 'sava', 'cv', 'allez-vous', 'vous allez', 'tu vas', 'vas-tu'].map((go) => `${how} ${go}`),
    ),
    ...['السلام عليكم', 'سلام عليكم', 'سلام', 'صباح الخير', 'مساء الخير', '👋'],
  ],
  address: [
    ...['monsieur', 'madame', 'messieurs', 'mesdames', 'mr', 'mme', 'chef', 'jaabi'],
    ...['la famille', 'tout le monde', 'à tous', 'à vous', "toute l'équipe", "à toute l'équipe", 'cordialement'],
  ],
}
