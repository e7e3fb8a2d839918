import type { SmsWords } from '../../core/channel/sms-words.ts'
import type { PeopleTexts } from '../../core/notices/messages.ts'
import type { Partly } from '../stock.ts'
import { verdictsBm } from './verdicts.ts'

/** What people send as commands, in Bambara; either spelling. Read by no speaker yet (docs/decisions/027-what-is-heard-as-a-command.md). */
const words: SmsWords = {
  help: ['dɛmɛ'],
  language: ['kan'],
  'call-me': ['n wele', 'ne wele', 'aw ye n wele', 'aw ye ne wele', 'i ka n wele', 'a ye n wele'],
  stop: [
    ...['dabila', 'a dabila', 'o dabila', 'i ka o dabila', "i k'a dabila", 'aw ye a dabila', "aw y'a dabila"],
    ...['aw ye sms dabila', 'sms tɛ na tun', 'sms kana na tun', 'aw kana sms ci tun'],
  ],
  callable: ['joona', 'sisan', 'bi', 'sini'],
  yes: ['awo', 'ɔwɔ'],
  no: ['ayi'],
  thanks: ['i ni ce kosɛbɛ', 'aw ni ce kosɛbɛ', 'barika', 'basi tɛ'],
  // « Bonjour » and « merci ».
  'greeting-or-thanks': ['i ni ce', 'ini ce', 'a ni ce', 'ani ce', 'aw ni ce', 'i ni cɛ', 'inice', 'aw nice'],
  greeting: [
    ...['i', 'aw'].flatMap((whom) =>
      ['sogoma', 'tile', 'wula', 'su'].flatMap((time) => [`${whom} ni ${time}`, `${whom}ni ${time}`]),
    ),
    ...['i ka kɛnɛ', 'aw ka kɛnɛ', 'hɛra bɛ', 'hɛrɛ bɛ', 'hɛrɛ sira', 'hɛrɛ tilenna', 'somɔgɔw bɛ di'],
  ],
  courtesy: ['hakɛto'],
  'a-woman': ['muso', 'muso dɔ'],
  'a-man': ['cɛ dɔ'],
  anyone: ['mɔgɔ o mɔgɔ', 'mɔgɔ dɔ'],
  languages: { bm: ['bm', 'bam', 'bambara', 'bamanankan', 'bamanakan', 'bamana', 'bamanan'], fr: ['tubabukan'] },
}

const choices = (languages: readonly { code: string }[]): string =>
  languages.map(({ code }) => `LANGUE ${code.toUpperCase()}`).join(' walima ')

/**
 * Bambara, a draft nobody has checked yet: the home, words and receipt screens, the SMS receipts and the replies to AIDE
 * and LANGUE. In the older spelling (è ò ny for ɛ ɔ ɲ), which GSM-7 can write.
 */
export const peopleBm: Partly<PeopleTexts> = {
  sms: {
    acknowledgement: ({ reference, date, followUp }) =>
      `Jaabi: i ka kuma sòròla, No ${reference}. Jaabi bè na sani ${date} ka tèmè. Jaabi nyini: ${followUp ? `${followUp}, 5, walima ` : ''}SUIVI ${reference}. I ni ce.`,
    acknowledgementShort: ({ reference }) => `Jaabi: a sòròla, No ${reference}.`,
    acknowledgementThanks: ({ reference }) => `Jaabi: i ni ce. I ka kuma sòròla, No ${reference}.`,
    acknowledgementCall: ({ reference, date }) =>
      `Jaabi: a sòròla, No ${reference}. Mògò dò bèna i wele sani ${date} ka tèmè. I ni ce.`,
    help: ({ followUp, helpNumber }) =>
      [
        "Jaabi: i ka kuma sèbèn yan, k'a ci. Tògò tè nyini. SUIVI, APPEL + nimòrò. RAPPEL: an b'i wele. STOP: SMS tè na tun.",
        ...(followUp ? [`Walima ${followUp}.`] : []),
        ...(helpNumber ? [`Dèmè: ${helpNumber}.`] : []),
      ].join(' '),
    greeting: () => "Jaabi: i ni ce. I ka kuma sèbèn yan, k'a ci. Tògò tè nyini. RAPPEL: an b'i wele. SUIVI + nimòrò.",
    language: ({ languages }) => `Jaabi: a sòròla. Kan yèlèma: ${choices(languages)} ci.`,
    languages: ({ languages }) =>
      [
        `Jaabi: an ka kanw: ${languages.map(({ code, smsName }) => `${code.toUpperCase()} (${smsName})`).join(', ')}.`,
        `Kan sugandi: ${choices(languages)} ci.`,
      ].join(' '),
  },
  ussd: {
    home: ({ languages, reply }) =>
      [
        'Jaabi. Tògò tè nyini.',
        ...['1 Gèlèya', '2 Nyininkali', '3 Hakilina', '4 Tòòrò, farati', '5 Jaabi nyini'],
        ['6 I ni ce', reply && '7 Jaabi di', languages && '9 Kan/Langue'].filter(Boolean).join('   '),
      ].join('\n'),
    words: () => "I ka kuma sèbèn, k'a ci. Tògò tè nyini.\n0 N tè sèbèn: aw ye n wele",
    receipt: ({ reference, date }) =>
      [
        `A sòròla, No ${reference}. O nimòrò mara.`,
        ...(date ? [`Jaabi bè na sani ${date} ka tèmè.`] : []),
        'Jaabi nyini: yan, 5. I ni ce.',
      ].join(' '),
    'receipt-thanks': ({ reference }) => `I ni ce. I ka kuma sòròla, No ${reference}.`,
    'receipt-call': ({ reference, date }) =>
      `A sòròla, No ${reference}. Mògò dò bèna i wele${date ? ` sani ${date} ka tèmè` : ''}. I ni ce.`,
  },
  words,
  verdicts: verdictsBm,
}
