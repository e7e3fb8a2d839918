import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { date, everything, reference, screens as allScreens } from '../../bench/messages/longest.ts'
import { screensOf, smsOf, tooMuch } from '../../bench/messages/measure.ts'
import { measuredPage, page } from '../../bench/messages/page.ts'
import { inLanguage, type Messages } from '../../core/notices/messages.ts'
import { peopleTextsFor } from '../../languages/people.ts'
import { mali } from '../../programme/mali.ts'

const { messages } = mali
const longest = peopleTextsFor(everything, mali.languages).messages
const texts = longest.languages.flatMap((one) => smsOf(one, longest))
const screens = longest.languages.flatMap((one) => screensOf(one))

describe('what messages cost', () => {
  it('is no more than each is allowed, in the letters an SMS has', () => {
    expect(tooMuch(texts, screens)).toEqual([])
  })

  it('stands in the page that `npm run messages` writes', async () => {
    const { text } = await measuredPage()
    expect(readFileSync(page, 'utf8')).toBe(text)
  })

  const spoilt = (change: (first: Messages['languages'][0]) => Messages['languages'][0]) => {
    const [first] = longest.languages
    const changed = change(first)
    return tooMuch(smsOf(changed, longest), screensOf(changed))
  }

  it('is told where a letter costs, and what would not', () => {
    const withCedilla = spoilt((first) => ({
      ...first,
      sms: { ...first.sms, started: () => 'Jaabi: reçu, même là ߊ' },
    }))
    expect(withCedilla).toEqual(['SMS started (fr) is written with « ç » (« c »), « ê » (« e »), « ߊ »'])
  })

  it('is told where a text is too long, or leaves staff no room', () => {
    const long = spoilt(({ sms, ...first }) => ({
      ...first,
      sms: { ...sms, started: () => 'x'.repeat(161), answer: ({ text }) => `${'x'.repeat(200)}${text}` },
    }))
    expect(long).toEqual(['SMS answer (fr) leaves 106 letters', 'SMS started (fr) takes 2 segments of 1'])
  })

  it('is told where a screen is too long, has too many lines, or a letter no keypad shows', () => {
    const shown = spoilt(({ ussd, ...first }) => ({
      ...first,
      ussd: { ...ussd, age: () => 'x'.repeat(160), sought: () => 'x\n'.repeat(7), reply: () => 'même' },
    }))
    expect(shown).toEqual([
      'screen age (fr) has 177 of 160',
      'screen sought (fr) has 8 lines',
      'screen reply (fr) is written with « ê » (« e »)',
    ])
  })
})

describe('the SMS we send', () => {
  it.each(texts)('$language $name names no matter, place, organisation or person', ({ text }) => {
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
      ...[sms.help({ followUp: null, helpNumber: null }), sms.stopped({ reference: null, helpNumber: null })],
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
  it('are all looked at', () => {
    const drawn = Object.keys(messages.languages[0].ussd).filter((name) => name !== 'hint')
    expect([...new Set(allScreens.map(({ name }) => name))].sort()).toEqual(drawn.sort())
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
