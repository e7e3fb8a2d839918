import { describe, expect, test } from 'vitest'
import { segments } from '../../../core/notices/gsm7.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { man, phonesOf, woman } from '../../support/functions/phone.ts'
import { withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const complaint = 'Le forage du village est en panne'
const whatHappened = /^Jaabi: bonjour\. Que s'est-il passé/

async function begun() {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  return { jaabi, phones, last: () => phones.received(woman).at(-1) ?? '' }
}
async function asked(text: string) {
  const office = await begun()
  const desk = await deskOf(office.jaabi)
  const reference = await office.phones.says(woman, complaint)
  await desk.step(reference, 'assess', { level: 'N1', category: 'SAN-QUAL' })
  await desk.step(reference, 'ask', { text })
  await desk.step(reference, 'wait', { for: 'complainant' })
  await office.phones.report(woman)
  return { ...office, desk, reference, wordsIn: async () => (await office.jaabi.saidIn(reference)).at(-1)?.words }
}

describe('what is only a greeting, or only the name of a language nobody here writes', () => {
  test.each([
    ...['bonjour', 'Bonsoir madame', 'BJR', 'allo allo', 'salam', 'Salam aleykoum', 'i ni ce', 'I ni sogoma', '👋'],
    ...['السلام عليكم', 'peulh', 'anglais', 'je parle tamasheq', 'bonjour comment ça va'],
  ])('« %s » opens nothing and is asked what happened, in one SMS', async (text) => {
    const { jaabi, phones, last } = await begun()
    expect(await phones.says(woman, text)).toBe('')
    expect(await jaabi.references()).toEqual([])
    expect(last()).toMatch(whatHappened)
    expect(segments(last())).toMatchObject({ alphabet: 'gsm7', segments: 1 })
  })

  test('is answered once a day, and in the language of the phone', async () => {
    const { jaabi, phones } = await begun()
    for (const text of ['LANGUE BM', 'bonjour', 'allo', 'i ni ce']) await phones.says(woman, text)
    expect(phones.received(woman).slice(1)).toEqual([expect.stringMatching(/^Jaabi: i ni ce\. I ka kuma/)])
    jaabi.clock.nowAt = '2027-06-08T09:00:00.000Z'
    await phones.says(woman, 'bonjour')
    expect(phones.received(woman)).toHaveLength(3)
    expect(await jaabi.references()).toEqual([])
  })

  test('what comes next is the complaint, and keeps it', async () => {
    const { jaabi, phones, last } = await begun()
    for (const text of ['i ni sogoma', 'peulh', 'peulh']) await phones.says(woman, text)
    jaabi.clock.nowAt = '2027-06-08T18:00:00.000Z'
    const reference = await phones.says(woman, complaint)
    expect(last()).toContain(`message bien noté, No ${reference}`)
    expect((await jaabi.saidIn(reference)).map(({ words }) => words)).toEqual([complaint, 'i ni sogoma, peulh'])
    const { promisedAt, wroteAt, receivedAt, kind } = await jaabi.caseOf(reference)
    expect([wroteAt, receivedAt, kind]).toEqual([null, jaabi.clock.nowAt, 'complaint'])
    expect(promisedAt).not.toBeNull()
    const next = await phones.says(woman, 'Le toit de l’école est tombé')
    expect(await jaabi.saidIn(next)).toHaveLength(1)
  })

  test('is kept with what may be S too, and with no case of two days later', async () => {
    const { jaabi, phones } = await begun()
    await phones.says(woman, 'bonjour')
    const sensitive = await phones.says(woman, 'un agent a violé une fille du camp')
    expect((await jaabi.caseOf(sensitive)).lane).toBe('P')
    expect((await jaabi.saidIn(sensitive)).map(({ words }) => words)).toContain('bonjour')
    await phones.says(man, 'bonjour')
    jaabi.clock.nowAt = '2027-06-10T09:00:00.000Z'
    expect(await jaabi.saidIn(await phones.says(man, complaint))).toHaveLength(1)
  })

  test('the same delivery again is the same greeting', async () => {
    const { phones } = await begun()
    for (const _ of [1, 2, 3]) await phones.says(woman, 'bonjour', 'AT-same')
    expect(phones.received(woman)).toHaveLength(1)
  })

  test('after STOP only why no answer comes is said', async () => {
    const { jaabi, phones, last } = await begun()
    await phones.says(woman, 'STOP')
    await phones.says(woman, 'bonjour')
    expect(last()).toContain('Vous avez demandé le silence')
    expect(await jaabi.references()).toEqual([])
  })

  test.each([
    ...[
      'bonjour par pitié',
      'Bonjour, j’ai faim',
      'allo svp',
      'salam mon enfant',
      'bonjour 😭',
      'peulh refusé',
      'bonjour non',
    ],
    ...['i ni ce ji tɛ', 'bobo gonflé', 'bonjour 70', 'allo police', 'madame', 'svp', 'Salif', 'bonjour aidez'],
  ])('with any other word it is a voice: « %s »', async (text) => {
    const { jaabi, phones } = await begun()
    expect(await phones.says(woman, text)).not.toBe('')
    expect(await jaabi.references()).toHaveLength(1)
  })

  test('« i ni ce » to a receipt still thanks', async () => {
    const { jaabi, phones } = await begun()
    const reference = await phones.says(woman, complaint)
    const before = phones.received(woman).length
    expect(await phones.says(woman, 'i ni ce')).toBe(reference)
    expect(phones.received(woman)).toHaveLength(before)
    expect(await jaabi.references()).toEqual([reference])
  })
})

describe('while one of ours asks', () => {
  test.each([
    ['Quelle langue parlez-vous?', 'bambara'],
    ['Quelle langue parlez-vous?', 'Peulh'],
    ['Quelle langue parlez-vous?', 'on parle bambara'],
    ['Quel numéro sur la carte?', '483 91 379 21'],
    ['SMS ou appel?', 'Appel'],
    ['Nous passons jeudi, ça vous va?', 'ok'],
    ['Nous passons jeudi, ça vous va?', 'D’accord merci'],
  ])('to « %s » « %s » is the answer', async (question, text) => {
    const { jaabi, phones, reference, wordsIn } = await asked(question)
    expect(await phones.says(woman, text)).toBe(reference)
    expect(await wordsIn()).toBe(text)
    const { waiting, asked: still, wroteAt } = await jaabi.caseOf(reference)
    expect([waiting, still, wroteAt !== null]).toEqual([null, null, true])
    expect((await jaabi.senderOf(woman))?.language).toBeNull()
  })

  test.each(['LANGUE BM', 'langue bambara'])('« %s » stays what it asks for', async (text) => {
    const { jaabi, phones, reference } = await asked('Quelle langue?')
    await phones.says(woman, text)
    expect((await jaabi.senderOf(woman))?.language).toBe('bm')
    expect((await jaabi.caseOf(reference)).asked).not.toBeNull()
  })

  test.each(['merci', 'i ni ce', 'bonjour'])('« %s » answers nothing: what comes after it does', async (text) => {
    const { jaabi, phones, reference } = await asked('Quel forage?')
    await phones.says(woman, text)
    expect((await jaabi.caseOf(reference)).waiting).not.toBeNull()
    expect(await phones.says(woman, 'celui du marché')).toBe(reference)
    expect((await jaabi.caseOf(reference)).waiting).toBeNull()
    expect(await jaabi.references()).toEqual([reference])
  })
})

describe('who may call, in words', () => {
  const calls = async () => {
    const office = await begun()
    const reference = await office.phones.says(woman, 'RAPPEL')
    await office.phones.report(woman)
    return { ...office, reference }
  }
  test.each([
    ['une femme', 'call-woman'],
    ['Femme svp', 'call-woman'],
    ['2 une femme', 'call-woman'],
    ['oui une dame', 'call-woman'],
    ['je préfère une femme', 'call-woman'],
    ['qu’une femme m’appelle', 'call-woman'],
    ['muso', 'call-woman'],
    ['un homme', 'call-man'],
    ['3 homme', 'call-man'],
    ['peu importe', 'call'],
    ['n’importe qui', 'call'],
    ['un homme ou une femme', 'call'],
    ['deux', 'call-woman'],
  ])('« %s »', async (text, consent) => {
    const { jaabi, phones, reference } = await calls()
    expect(await phones.says(woman, text)).toBe(reference)
    const { consent: given, history } = await jaabi.caseOf(reference)
    expect([given, history.some(({ what }) => what === 'consent-given')]).toEqual([consent, true])
  })

  test('when to call is kept with it', async () => {
    const { jaabi, phones, reference } = await calls()
    expect(await phones.says(woman, 'une femme, demain matin')).toBe(reference)
    expect((await jaabi.caseOf(reference)).consent).toBe('call-woman')
    expect((await jaabi.saidIn(reference)).map(({ words }) => words)).toEqual(['une femme, demain matin'])
  })

  test.each(['3 une femme', 'une femme m’a frappée', 'ma femme est malade', 'pas une femme'])(
    '« %s » says something else',
    async (text) => {
      const { jaabi, phones, reference } = await calls()
      await phones.says(woman, text)
      expect((await jaabi.caseOf(reference)).history.some(({ what }) => what === 'consent-given')).toBe(false)
    },
  )

  test('said with the wish itself nothing more is asked', async () => {
    const { jaabi, phones, last } = await begun()
    const reference = await phones.says(woman, 'Rappel par une femme svp')
    expect(await jaabi.caseOf(reference)).toMatchObject({ callMe: true, consent: 'call-woman' })
    expect(last()).toMatch(/Une personne vous appellera au plus tard le/)
    expect(last()).not.toContain('Qui?')
    const other = await phones.says(man, 'rappelez ma femme')
    expect(await jaabi.caseOf(other)).toMatchObject({ callMe: false })
  })
})
