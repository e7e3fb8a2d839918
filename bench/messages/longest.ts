import { Early } from '../../core/case/codes.ts'
import { pageUnits } from '../../core/channel/ussd/pages.ts'
import type { Screen } from '../../core/channel/ussd/screen.ts'
import type { Messages } from '../../core/notices/messages.ts'
import type { Settings } from '../../core/notices/settings.ts'
import type { TemplateName, Templates } from '../../core/notices/template.ts'
import { settings } from '../../programme/settings.ts'

/** All that operators and partners may give, at its longest. */
export const everything: Settings = {
  ...settings,
  ussdCode: '*384*12345#',
  helpNumber: '+223 70 00 00 XX',
  emergencyNumber: '+223 70 00 00 XX',
  freeSmsConfirmed: true,
  consoleLink: 'https://jaabi.example.org/c',
}

/** What an SMS is made of, in each way that may be the longest in some language; and how many segments it may take. */
interface Row<Values> {
  ways: readonly Values[]
  segments: number
}

export const reference = '4829137920'
export const date = '21/06'
/** What staff write is refused above two segments, and goes on until it fills them. */
const written = ''
const followUp = everything.ussdCode
const { helpNumber, emergencyNumber } = everything
const one = <Values>(...ways: Values[]): Row<Values> => ({ ways, segments: 1 })
const two = <Values>(...ways: Values[]): Row<Values> => ({ ways, segments: 2 })

export const smsRows = ({ languages }: Messages): { [Name in TemplateName]: Row<Templates[Name]> } => ({
  acknowledgement: one({ reference, date, followUp }),
  acknowledgementShort: one({ reference }),
  acknowledgementDanger: one({ reference, date, emergencyNumber }),
  // Six, of two days: as many as one list takes.
  acknowledgementList: one({
    days: [3, 3].map((many) => ({ date, references: Array.from({ length: many }, () => reference) })),
  }),
  acknowledgementThanks: one({ reference }),
  acknowledgementCall: one({ reference, date }),
  delay: one({ reference, date }),
  closedDays: one({ reference, date }),
  paused: one({ reference, date }),
  raised: one(...Early.options.map((because) => ({ reference, date, because }))),
  escalated: one({ reference, date }),
  late: one({ reference, date }),
  transferred: one({ reference, date }),
  question: two({ reference, text: written }),
  answer: two({ reference, text: written }),
  refused: two({ reference, text: written }),
  satisfactionReminder: one({ reference }),
  reopened: one({ reference, date }),
  closed: one({ reference, date }),
  closedDisagreed: one({ reference, date }),
  withdrawn: one({ reference }),
  withdrawalNoted: one({}),
  withdrawHow: one({}),
  greeting: one({}),
  thanksForVerdict: one({ reference }),
  help: one({ followUp, helpNumber }),
  stage: one(...(['received', 'in-hand', 'answered'] as const).map((stage) => ({ reference, stage, date }))),
  unknownReference: one({ helpNumber }),
  stopped: one({ reference: null, helpNumber }, { reference, helpNumber }),
  started: one({}),
  silenced: one({}),
  language: one({ languages }),
  languages: one({ languages }),
  callWho: one({ reference, date }),
  reminder: one({ open: 9999, late: 9999, link: everything.consoleLink }),
  invitation: one({ link: everything.consoleLink }),
})

/** The SMS of a whole case, by how it goes. */
export const lives: Readonly<Record<string, readonly TemplateName[]>> = {
  'answered in time, verdict by SMS': ['acknowledgement', 'answer', 'thanksForVerdict'],
  'answered in time, no verdict': ['acknowledgement', 'answer', 'satisfactionReminder', 'closed'],
  'late, then « no », then solved': [
    ...(['acknowledgement', 'escalated', 'delay', 'answer'] as const),
    ...(['reopened', 'answer', 'thanksForVerdict'] as const),
  ],
}

const stages = ['received', 'in-hand', 'answered'] as const
const plainScreens = [
  'words',
  'why',
  'sensitive',
  'danger',
  'call-who',
  'consent',
  'consent-stopped',
  'person',
  'age',
  'sought',
] as const
const moreScreens = ['call', 'follow-up', 'follow-up-unknown', 'follow-up-too-many', 'trouble', 'too-long'] as const
/** As long as the list of care takes them, in the place with the longest name. */
const care = [{ place: 'Tombouctou', phone: '+223 00 00 00 00', hours: 'lun-ven 8h-17h', woman: true }]
const labels = Array.from({ length: 4 }, () => 'Tombouctou')

/** Every screen of the keypad, in each way that may be the longest. */
export const screens: readonly Screen[] = [
  ...[...plainScreens, ...moreScreens].map((name) => ({ name, params: {} })),
  { name: 'home', params: { languages: true, reply: true } },
  ...(['verdict', 'reply', 'caller', 'receipt-reply', 'receipt-thanks'] as const).map((name) => {
    return { name, params: { reference } }
  }),
  { name: 'place', params: { labels, more: true } },
  ...stages.map((stage): Screen => ({ name: 'stage', params: { reference, stage, received: date, date } })),
  { name: 'answer', params: { page: 'x'.repeat(pageUnits), more: true } },
  { name: 'language', params: { names: ['Francais', 'Bamanankan', 'Fulfulde', 'Songhay'] } },
  ...(['receipt', 'receipt-call', 'receipt-danger'] as const).map((name) => ({ name, params: { reference, date } })),
  { name: 'receipt-protection', params: { reference, care } },
  { name: 'receipt-protection', params: { reference, care: [] } },
]
/** After these the phone is left alone; before the others may stand that a key meant nothing. */
const ends = /^(receipt|stage|too-long|trouble|follow-up-too)/
export const howShown = ({ name }: Pick<Screen, 'name'>): { end: boolean; hint: boolean } => {
  const end = ends.test(name)
  return { end, hint: !end && name !== 'answer' }
}
