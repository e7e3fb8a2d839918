import { describe, expect, it } from 'vitest'
import { pageUnits } from '../../core/channel/ussd/pages.ts'
import { render, type Screen } from '../../core/channel/ussd/screen.ts'
import { segments } from '../../core/notices/gsm7.ts'
import { inLanguage } from '../../core/notices/messages.ts'
import type { Catalogue, TemplateName, Templates } from '../../core/notices/template.ts'
import { peopleTextsFor } from '../../languages/people.ts'
import { mali } from '../../programme/mali.ts'
import { settings } from '../../programme/settings.ts'

const everything = {
  ...settings,
  ussdCode: '*384*12345#',
  helpNumber: '+223 70 00 00 XX',
  emergencyNumber: '+223 70 00 00 XX',
  freeSmsConfirmed: true,
}
const reference = '4829137920'
const date = '21/06'
const written = 'x'.repeat(120)
const followUp = everything.ussdCode
const { helpNumber } = everything
const offered = peopleTextsFor(everything, mali.languages).messages.languages
/** Each template at its longest. */
const longest: { [Name in TemplateName]: Templates[Name] } = {
  acknowledgement: { reference, date, followUp },
  acknowledgementShort: { reference },
  acknowledgementDanger: { reference, date, emergencyNumber: everything.emergencyNumber },
  // Six, of two days: as many as one list takes.
  acknowledgementList: {
    days: [3, 3].map((many) => ({ date, references: Array.from({ length: many }, () => reference) })),
  },
  acknowledgementThanks: { reference },
  acknowledgementCall: { reference, date },
  delay: { reference, date },
  closedDays: { reference, date },
  paused: { reference, date },
  raised: { reference, date, because: 'hand-over' },
  escalated: { reference, date },
  late: { reference, date },
  transferred: { reference, date },
  question: { reference, text: written },
  answer: { reference, text: written },
  refused: { reference, text: written },
  satisfactionReminder: { reference },
  reopened: { reference, date },
  closed: { reference, date },
  closedDisagreed: { reference, date },
  thanksForVerdict: { reference },
  withdrawn: { reference },
  withdrawalNoted: {},
  withdrawHow: {},
  help: { followUp, helpNumber },
  stage: { reference, stage: 'in-hand', date },
  unknownReference: { helpNumber },
  stopped: { helpNumber },
  started: {},
  silenced: {},
  language: { languages: offered },
  languages: { languages: offered },
  callWho: { reference, date },
  reminder: { open: 9999, late: 9999, link: 'https://jaabi.example.org/c' },
}
const byStaff: TemplateName[] = ['question', 'answer', 'refused']
const names = Object.keys(longest) as TemplateName[]
function write<Name extends TemplateName>(sms: Catalogue, values: Pick<Templates, Name>, name: Name): string {
  return sms[name](values[name])
}
const { messages } = mali
const texts = offered.flatMap(({ code, sms }) => names.map((name) => ({ code, name, text: write(sms, longest, name) })))

/** As long as the list of care takes them, in the place with the longest name. */
const longestCare = { place: 'Tombouctou', phone: '+223 00 00 00 00', hours: 'lun-ven 8h-17h', woman: true }

const longestScreens: Screen[] = [
  ...(
    [
      'words',
      'why',
      'sensitive',
      'danger',
      'call-who',
      'consent',
      'person',
      'age',
      'sought',
      'call',
      'follow-up',
    ] as const
  ).map((name) => ({ name, params: {} })),
  ...(['follow-up-unknown', 'follow-up-too-many', 'trouble', 'too-long'] as const).map((name) => ({
    name,
    params: {},
  })),
  { name: 'home', params: { languages: true, reply: true } },
  ...(['verdict', 'reply', 'caller', 'receipt-reply'] as const).map((name) => ({ name, params: { reference } })),
  { name: 'place', params: { labels: ['Tombouctou', 'Tombouctou', 'Tombouctou', 'Tombouctou'], more: true } },
  { name: 'stage', params: { reference, stage: 'in-hand', received: date, date } },
  { name: 'answer', params: { page: 'x'.repeat(pageUnits), more: true } },
  { name: 'language', params: { names: ['Francais', 'Bamanankan', 'Fulfulde', 'Songhay'] } },
  ...(['receipt', 'receipt-call'] as const).map((name) => ({ name, params: { reference, date } })),
  { name: 'receipt-danger', params: { reference, date } },
  { name: 'receipt-thanks', params: { reference } },
  { name: 'receipt-protection', params: { reference, care: [longestCare] } },
]
const ends = /^(receipt|stage|too-long|trouble|follow-up-too)/

describe('the SMS we send', () => {
  it.each(texts)('$code $name is one GSM-7 segment, two where staff wrote in it', ({ name, text }) => {
    const size = segments(text)
    expect(size.alphabet).toBe('gsm7')
    expect(size.segments).toBeLessThanOrEqual(byStaff.includes(name) ? 2 : 1)
  })

  it.each(texts)('$code $name names no matter, place, organisation or person', ({ text }) => {
    // Where to go now is no matter of a complaint: everybody may be told the way to a health centre.
    expect(text.replace('centre de santé ouvert', '')).not.toMatch(
      /plainte|abus|violence|fraude|argent|sant|cscom|cluster|ong|région|agent|chef|Gao|Mopti/i,
    )
  })

  it('receives in the words agreed', () => {
    const { acknowledgement, acknowledgementShort, escalated } = messages.languages[0].sms
    expect(acknowledgement({ reference, date, followUp: '*123#' })).toBe(
      'Jaabi: message bien noté, No 4829137920. Des nouvelles au plus tard le 21/06. Pour suivre: *123# choix 5, ou envoyez SUIVI 4829137920.',
    )
    expect(acknowledgement({ reference, date, followUp: null })).toBe(
      'Jaabi: message bien noté, No 4829137920. Des nouvelles au plus tard le 21/06. Pour suivre: envoyez SUIVI 4829137920.',
    )
    expect(acknowledgementShort({ reference })).toBe('Jaabi: bien noté, No 4829137920.')
    expect(escalated({ reference, date })).toMatch(/niveau sup.*21\/06/)
  })

  it('asks for the verdict after the answer, with one full stop between them', () => {
    const { answer } = messages.languages[0].sms
    const expected = `Jaabi ${reference}: le forage marche. Le problème est-il réglé? Répondez 1=oui 2=en partie 3=non.`
    expect(answer({ reference, text: 'le forage marche' })).toBe(expected)
    expect(answer({ reference, text: 'le forage marche. ' })).toBe(expected)
  })

  it('promises nothing an operator has not confirmed, and drops every number not set', () => {
    const { sms, ussd } = messages.languages[0]
    const all = [
      ...[sms.help({ followUp: null, helpNumber: null }), sms.stopped({ helpNumber: null })],
      ...[sms.unknownReference({ helpNumber: null }), sms.answer({ reference, text: 'fait' })],
      ...[
        ussd.home({ languages: true, reply: true }),
        ussd.receipt({ reference, date }),
        ussd['receipt-protection']({ reference, care: [] }),
      ],
      sms.reminder({ open: 1, late: 0, link: null }),
    ].join('\n')
    expect(all).not.toMatch(/gratuit|Aide:|Urgence:|null|undefined|XX|\*/i)
  })
})

describe('the USSD screens', () => {
  const screens = offered.flatMap(({ code, ussd }) =>
    longestScreens.map((screen) => {
      const end = ends.test(screen.name)
      return { code, name: screen.name, text: render({ screen, end, hint: !end && screen.name !== 'answer' }, ussd) }
    }),
  )

  it('are all looked at', () => {
    const drawn = Object.keys(messages.languages[0].ussd).filter((name) => name !== 'hint')
    expect(longestScreens.map(({ name }) => name).sort()).toEqual(drawn.sort())
  })

  it.each(screens)('$code $name fits 160 GSM-7 characters and seven lines', ({ text }) => {
    expect(segments(text)).toMatchObject({ alphabet: 'gsm7', segments: 1 })
    expect(text.split('\n').length).toBeLessThanOrEqual(7)
  })

  it('close a protection report without promising help that is not there', () => {
    const text = messages.languages[0].ussd['receipt-protection']({ reference, care: [] })
    expect(text).toContain("Ce n'est pas un service d'urgence")
    expect(text).toContain('Aucun SMS')
    expect(text).toContain(reference)
  })
})

describe('languages', () => {
  it('falls back to French, whole and in part', () => {
    expect(inLanguage(messages, 'tmh').code).toBe('fr')
    const bambara = inLanguage(messages, 'bm')
    expect(bambara.draft).toBe(true)
    expect(bambara.sms.delay({ reference, date })).toBe(messages.languages[0].sms.delay({ reference, date }))
    expect(bambara.ussd.words({})).not.toBe(messages.languages[0].ussd.words({}))
  })
})
