import type { PublicSettings } from '../../../web/public/page.ts'
import { emptyValues, type FormView } from '../../../web/public/form-view.ts'
import { formPage } from '../../../web/public/form.ts'
import { followUpPage, type FollowUpView } from '../../../web/public/follow-up.ts'
import { notFoundPage } from '../../../web/public/not-found.ts'
import { posterPage } from '../../../web/public/poster.ts'
import { lateReceiptPage, receiptPage } from '../../../web/public/receipt.ts'
import { webFr } from './texts.ts'
import type { Html } from '../../../web/html.ts'

export const noSettings: PublicSettings = {
  ussdCode: null,
  smsShortCode: null,
  helpNumber: null,
  callBackNumber: null,
  emergencyNumber: null,
  freeSmsConfirmed: false,
}
export const allSettings: PublicSettings = {
  ussdCode: '*123#',
  smsShortCode: '36061',
  helpNumber: '+223 70 00 00 90',
  callBackNumber: '+223 70 00 00 95',
  emergencyNumber: '+223 70 00 00 99',
  freeSmsConfirmed: true,
}

const regionNames = 'Bamako,Bandiagara,Bougouni,Dioïla,Douentza,Gao,Kayes,Kidal,Kita,Koulikoro,Koutiala,Ménaka,Mopti,Nara,Nioro,San,Ségou,Sikasso,Taoudénit,Tombouctou' // prettier-ignore

export const form = (over: Partial<FormView> = {}): FormView => ({
  again: '/',
  kind: 'complaint',
  values: emptyValues,
  problems: [],
  requestId: 'a3f1c2d4-0000-4000-8000-0123456789ab',
  promises: [
    { kind: 'complaint', on: '2027-06-21' },
    { kind: 'question', on: '2027-06-10' },
    { kind: 'suggestion', on: '2027-06-28' },
  ],
  regions: regionNames.split(',').map((label, index) => ({ value: `ML${index}`, label })),
  languages: [
    { code: 'fr', name: 'Français', draft: false },
    { code: 'bm', name: 'Bamanankan', draft: true },
  ],
  care: [],
  settings: allSettings,
  ...over,
})

export const followUp = (result: FollowUpView['result'], over: Partial<FollowUpView> = {}): FollowUpView => ({
  reference: '4829137996',
  result,
  problems: [],
  settings: allSettings,
  ...over,
})

const received = { is: 'case', reference: '4829\u00a01379\u00a096', receivedOn: '2027-06-07', answeredOn: null, answer: null } as const // prettier-ignore

export const answered = {
  ...received,
  stage: 'answered',
  promisedOn: '2027-06-21',
  answeredOn: '2027-06-18',
  answer: 'Les soins des enfants sont de nouveau gratuits au CSCom.',
} as const

const spans = [
  { kind: 'question', workingDays: 3 },
  { kind: 'complaint', workingDays: 10 },
  { kind: 'suggestion', workingDays: 15 },
] as const

const { reference } = received
const care = [
  { place: 'Gao', name: 'Centre de santé de référence', phone: '80 00 00 00', hours: '24h/24', woman: true },
]
const typed = { ...emptyValues, text: 'Au CSCom on nous fait payer', consent: 'sms', phone: '7000' } as const

const asked = {
  is: 'asked',
  token: '4829137996~2027-06-07T10:00:00.000Z~abc',
  places: [],
  regions: form().regions,
} as const

/** Every public page, in every state it can be in. */
export const pages: Record<string, () => Html> = {
  form: () => formPage(form(), webFr),
  'form-bare': () => formPage(form({ settings: noSettings, languages: [] }), webFr),
  'form-problems': () => formPage(form({ values: typed, problems: ['phone-unreadable'] }), webFr),
  'form-unavailable': () => formPage(form({ values: typed, problems: ['unavailable'] }), webFr),
  integrity: () => formPage(form({ kind: 'integrity' }), webFr),
  sensitive: () => formPage(form({ kind: 'abus' }), webFr),
  'sensitive-typed': () => formPage(form({ kind: 'abus', values: typed }), webFr),
  protection: () =>
    formPage(
      form({
        kind: 'protection',
        care: [
          { region: null, lines: care },
          { region: 'Gao', lines: care },
        ],
      }),
      webFr,
    ),
  'protection-problems': () =>
    formPage(form({ kind: 'protection', values: { ...emptyValues, consent: 'call-woman' }, problems: ['call-phone-missing'] }), webFr), // prettier-ignore
  receipt: () =>
    receiptPage({ is: 'full', reference, promisedOn: '2027-06-21', settings: allSettings, afterwards: asked }, webFr),
  'receipt-noted': () => receiptPage({ is: 'full', reference, promisedOn: '2027-06-21', settings: allSettings, afterwards: { is: 'noted' } }, webFr), // prettier-ignore
  'receipt-late': () => lateReceiptPage(allSettings, webFr),
  'receipt-thanks': () =>
    receiptPage(
      {
        is: 'thanks',
        reference,
        promisedOn: null,
        settings: noSettings,
        afterwards: { ...asked, regions: [], places: [] },
      },
      webFr,
    ),
  'receipt-short': () =>
    receiptPage({ is: 'short', reference, promisedOn: null, settings: allSettings, afterwards: null }, webFr),
  'receipt-protection': () =>
    receiptPage(
      { is: 'protection', reference, promisedOn: null, settings: allSettings, afterwards: null, care },
      webFr,
    ),
  'follow-up': () => followUpPage(followUp(null, { reference: '' }), webFr),
  'follow-up-missing': () => followUpPage(followUp(null, { reference: '', problems: ['reference-missing'] }), webFr),
  'follow-up-received': () =>
    followUpPage(followUp({ ...received, stage: 'received', promisedOn: '2027-06-21' }), webFr),
  'follow-up-in-hand': () => followUpPage(followUp({ ...received, stage: 'in-hand', promisedOn: null }), webFr),
  'follow-up-answered': () => followUpPage(followUp(answered), webFr),
  'follow-up-unknown': () => followUpPage(followUp({ is: 'unknown' }), webFr),
  'follow-up-too-many': () => followUpPage(followUp({ is: 'too-many' }), webFr),
  poster: () => posterPage({ settings: allSettings, webAddress: 'jaabi.example', spans }, webFr),
  'poster-bare': () => posterPage({ settings: noSettings, webAddress: null, spans }, webFr),
  'not-found': () => notFoundPage(allSettings, webFr),
}
