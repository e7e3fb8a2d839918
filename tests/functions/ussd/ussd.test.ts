import { describe, expect, test } from 'vitest'
import { form, man, pathOf, phonesOf, referenceIn, woman, wrongReferences } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'
import { build as ussd } from '../../../functions/ussd.ts'
import { deskOf } from '../../support/functions/desk.ts'

const newJaabi = await withJaabi()
const words = 'Le forage * est en panne #2'
/** Everything any phone was shown in this file, as served. */
const served = new Set<string>()

async function dialled(phone = woman) {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const keypad = await phones.dials(phone)
  served.add(keypad.home)
  const type = async (...answers: string[]) => {
    let screen = ''
    for (const answer of answers) served.add((screen = await keypad.type(answer)))
    return screen
  }
  return { jaabi, phones, keypad: { ...keypad, type } }
}
const onlyCase = async (jaabi: Jaabi) => {
  const [reference = '', ...others] = await jaabi.references()
  expect(others).toEqual([])
  return jaabi.caseOf(reference)
}
const saidIn = async (jaabi: Jaabi, reference: string) => (await jaabi.saidIn(reference)).map((said) => said.words)

describe('whole conversations', () => {
  const conversations: {
    keys: string[]
    makes: object
    words?: string
    /** SMS the phone receives. */
    sms?: number
    end: RegExp
  }[] = [
    {
      keys: ['1', 'Ma femme saigne beaucoup, elle est inconsciente', '1', '1', '1'],
      makes: { consent: 'sms', suggested: { level: 'N2' } },
      words: 'Ma femme saigne beaucoup, elle est inconsciente',
      sms: 1,
      end: /No \d{10}\. Pas un service d'urgence: allez vite au centre de santé ouvert le plus proche\./,
    },
    {
      keys: ['1', words, '1', '1', '1'],
      makes: { kind: 'complaint', consent: 'sms', lane: 'N' },
      words,
      sms: 1,
      end: /Bien noté, No \d{10}\..*21\/06/s,
    },
    {
      keys: ['1', words, '2', '2', '4'],
      makes: { consent: 'call-woman', place: { system: 'cod-2021', code: 'ML07' }, person: 'girl' },
      words,
      end: /^END Bien/,
    },
    {
      keys: ['1', words, '3', '6', '3'],
      makes: { consent: 'call-man', place: { system: 'cod-2021', code: 'ML06' }, person: null },
      words,
      end: /^END Bien/,
    },
    {
      keys: ['1', words, '4', '1', '2'],
      makes: { consent: 'none', place: null, person: 'woman' },
      words,
      end: /^END Bien/,
    },
    {
      keys: ['2', 'Quand vient le vaccin?', '1', '1', '1'],
      makes: { kind: 'question' },
      words: 'Quand vient le vaccin?',
      sms: 1,
      end: /^END Bien/,
    },
    {
      keys: ['3', 'Il faut un banc', '4', '1', '3'],
      makes: { kind: 'suggestion' },
      words: 'Il faut un banc',
      end: /^END Bien/,
    },
    {
      keys: ['6', 'Merci aux infirmiers', '1'],
      makes: { kind: 'thanks', consent: 'none', promisedAt: null },
      words: 'Merci aux infirmiers',
      end: /^END Merci/,
    },
    {
      keys: ['4', '2', 'Il demande 5000 F', '1', '1', '1'],
      makes: { lane: 'S1', consent: 'sms', promisedAt: null },
      words: 'Il demande 5000 F',
      sms: 1,
      end: /^END Bien noté(?!.*\d\d\/\d\d)/s,
    },
    {
      keys: ['4', '1', '1', '1', '1', '1', '1'],
      makes: { lane: 'S2', danger: null, place: null, person: null, consent: 'none' },
      end: /urgence.*Aucun SMS/s,
    },
    {
      keys: ['4', '1', '2', '2', '2', '2', '2'],
      makes: { lane: 'S2', danger: 'yes', person: 'child', consent: 'call-woman', place: { code: 'ML07' } },
      end: /urgence.*Aucun SMS/s,
    },
    {
      keys: ['1', '0', '1'],
      makes: { callMe: true, consent: 'call', kind: 'complaint' },
      end: /^END Bien noté.*appellera.*21\/06/s,
    },
    { keys: ['2', '0', '2'], makes: { callMe: true, consent: 'call-woman', kind: 'question' }, end: /appellera/ },
    { keys: ['4', '2', '0', '3'], makes: { callMe: true, consent: 'call-man', lane: 'S1' }, end: /appellera/ },
    {
      keys: ['4', '0', '1', '0', '0', words, '4', '1', '1'],
      makes: { kind: 'complaint', lane: 'N' },
      words,
      end: /^END Bien/,
    },
    { keys: ['9', '2', '1', words, '1', '1', '1'], makes: { language: 'bm' }, words, sms: 1, end: /sòròla/ },
    {
      keys: ['٤', ' 2. ', 'Il demande 5000 F', '4', '1', '1'],
      makes: { lane: 'S1', consent: 'none' },
      words: 'Il demande 5000 F',
      end: /^END Bien/,
    },
  ]

  test.each(conversations)('$keys', async ({ keys, makes, words: said, sms = 0, end }) => {
    const { jaabi, phones, keypad } = await dialled()
    const last = await keypad.type(...keys)
    expect(last).toMatch(/^END /)
    expect(last).toMatch(end)
    await jaabi.drain()
    const caseFile = await onlyCase(jaabi)
    expect(caseFile).toMatchObject({ channel: 'ussd', inSession: false, ...makes })
    expect(last).toContain(caseFile.reference)
    expect(await saidIn(jaabi, caseFile.reference)).toEqual(said === undefined ? [] : [said])
    expect(phones.received(woman)).toHaveLength(sms)
    // The short receipt, which says nothing to whoever else reads this phone.
    if (sms > 0 && caseFile.language === 'fr')
      expect(phones.received(woman)[0]).toBe(`Jaabi: bien noté, No ${caseFile.reference}.`)
    const sealed = (await jaabi.cases.load(caseFile.reference))?.sealed
    expect(sealed?.contact === null).toBe(caseFile.consent === 'none')
  })

  test('5: stage, then the answer, which is thereby told; anybody may ask, ten wrong tries an hour', async () => {
    const { jaabi, phones, keypad } = await dialled()
    const reference = referenceIn(await keypad.type('1', words, '4', '1', '1'))
    const stage = await (await phones.dials(man)).type('5', reference)
    expect(stage).toBe(`END No ${reference}, venu le 07/06: message bien noté. Des nouvelles au plus tard le 21/06.`)
    await (await deskOf(jaabi)).answers(reference, 'la pompe est réparée. '.repeat(7))
    const asking = await phones.dials(man)
    const first = await asking.type('5', `${reference.slice(0, 5)} ${reference.slice(5)}`)
    expect(first).toMatch(/^CON Jaabi .*réparée.*1 Suite$/s)
    const last = await asking.type('1')
    // Its last words ask for 1, 2 or 3, which is answered here.
    expect(last).toMatch(/^CON .*1=oui 2=en partie 3=non/s)
    expect((await jaabi.caseOf(reference)).told).toMatchObject({ how: 'follow-up' })
    for (const screen of [stage, first, last]) served.add(screen)

    const guessing = await phones.dials('+22370000003')
    served.add(await guessing.type('5', ...wrongReferences(10)))
    expect(await guessing.type(reference)).toMatch(/^END Trop d'essais/)
    expect(await (await phones.dials(man)).type('5', reference)).toContain('réparée')
  })

  test('9: the language is kept for the next call; 9 is not offered where there is one language', async () => {
    const { jaabi, phones, keypad } = await dialled()
    expect(await keypad.type('9', '2')).toContain('Tògò tè nyini')
    expect((await phones.dials(woman)).home).toContain('Tògò tè nyini')
    expect((await phones.dials(man)).home).toContain('Sans nom')
    const [french] = jaabi.programme.messages.languages
    const one = await newJaabi({ programme: { messages: { ...jaabi.programme.messages, languages: [french] } } })
    const { home } = await phonesOf(one).dials(woman)
    expect(home).not.toContain('9')
  })
})

describe('whatever the network does', () => {
  test('repeated and late hops get the screen they had and file nothing twice', async () => {
    const { jaabi, keypad } = await dialled()
    const consent = await keypad.type('1', words)
    expect(await keypad.hop(`1*${words}`)).toBe(consent)
    expect(await keypad.hop('1')).toBe(consent)
    const hops = await Promise.all(Array.from({ length: 10 }, () => keypad.hop(`1*${words}*1`)))
    expect(new Set(hops).size).toBe(1)
    const end = await keypad.type('1', '1', '1')
    expect(await keypad.hop(`1*${words}*1*1*1`)).toBe(end)
    expect(await keypad.hop(`1*${words}*1*1*1*1`)).toBe(end)
    const { history } = await onlyCase(jaabi)
    expect(history.filter(({ what }) => what === 'consent-given')).toHaveLength(1)
  })

  test('hops lost on the way: what they said arrives with the next', async () => {
    const { jaabi, phones } = await dialled()
    const keypad = await phones.dials(man)
    expect(await keypad.hop('4*2*Il demande 5000 F * par tête')).toContain('répondre')
    expect(await keypad.hop('4*2*Il demande 5000 F * par tête*4*1*1')).toMatch(/^END/)
    expect(await saidIn(jaabi, (await onlyCase(jaabi)).reference)).toEqual(['Il demande 5000 F * par tête'])
  })

  test('a lost hop at the words: 0 and who may call are no words', async () => {
    const { jaabi, keypad } = await dialled()
    await keypad.type('1')
    expect(await keypad.hop('1*0*2')).toContain('appellera')
    expect(await onlyCase(jaabi)).toMatchObject({ callMe: true, consent: 'call-woman' })
  })

  test('our memory of the session lost: menu answers are read again, the rest is words', async () => {
    const { jaabi, phones } = await dialled()
    const screen = await (await phones.dials(man, 'U-1')).hop(`1*${words}`, { sessionId: 'U-2' })
    expect(screen).toContain('répondre')
    expect(await saidIn(jaabi, (await onlyCase(jaabi)).reference)).toEqual([words])
  })

  test('begun again in the same session: the home screen, and what was said stays', async () => {
    const { jaabi, keypad } = await dialled()
    await keypad.type('1', words)
    expect(await keypad.hop('')).toBe(keypad.home)
    expect(await keypad.hop('5')).toContain('dossier')
    jaabi.clock.nowAt = '2027-06-07T09:04:00.000Z'
    await jaabi.sweep()
    expect(await onlyCase(jaabi)).toMatchObject({ inSession: false })
  })

  test('another caller in a known session learns nothing and changes nothing', async () => {
    const { jaabi, keypad } = await dialled()
    await keypad.type('1', words)
    for (const other of [{ phoneNumber: man }, { serviceCode: '*999#' }]) {
      const screen = await keypad.hop(`1*${words}*1`, other)
      expect(screen).toMatch(/^END Pardon/)
      expect(referenceIn(screen)).toBe('')
    }
    expect((await onlyCase(jaabi)).consent).toBe('none')
  })

  test('the table away: 200 and END, and the words go through once it is back', async () => {
    let away = false
    const jaabi = await newJaabi({ faults: () => (away ? 'throttling' : undefined) })
    const keypad = await phonesOf(jaabi).dials(woman)
    await keypad.type('1')
    away = true
    expect(await keypad.type(words)).toMatch(/^END Pardon/)
    away = false
    expect(await keypad.hop(`1*${words}`)).toContain('répondre')
    expect(await saidIn(jaabi, (await onlyCase(jaabi)).reference)).toEqual([words])
  })

  test('a body that is no form gets END', async () => {
    const jaabi = await newJaabi()
    const app = ussd(jaabi.servicesFor('ussd'))
    const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
    const answers = [
      await app.request(pathOf('ussd'), json),
      await app.request(pathOf('ussd'), { ...json, headers: form }),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(200)
      expect(await answer.text()).toMatch(/^END /)
    }
  })
})

test('every screen served fits 160 GSM-7 characters and seven lines', () => {
  expect(served.size).toBeGreaterThan(24)
  for (const screen of served) {
    expect(screen).toMatch(/^(CON|END) /)
    expect(screen.length, screen).toBeLessThanOrEqual(160)
    expect(screen.split('\n').length, screen).toBeLessThanOrEqual(7)
  }
})

describe('where words are asked for, and none are said', () => {
  test.each(['Bonjour', 'allo', 'i ni ce', 'merci'])('« %s » opens nothing: the screen asks again', async (text) => {
    const { jaabi, keypad } = await dialled()
    expect(await keypad.type('1', text)).toMatch(/^CON Pas compris\. Dites-nous/)
    expect(await jaabi.references()).toEqual([])
    await keypad.type(words)
    expect(await saidIn(jaabi, (await onlyCase(jaabi)).reference)).toEqual([words])
  })

  test('thanks are what key 6 asks for', async () => {
    const { jaabi, keypad } = await dialled()
    await keypad.type('6', 'merci')
    expect((await onlyCase(jaabi)).kind).toBe('thanks')
  })

  test('the number of a case, alone, is asked after and is no complaint', async () => {
    const { jaabi, phones, keypad } = await dialled()
    const reference = await phones.says(man, 'Le toit est tombé')
    expect(await keypad.type('1', `suivi ${reference}`)).toMatch(/^END .*message bien noté/s)
    expect(await jaabi.references()).toEqual([reference])
  })
})
