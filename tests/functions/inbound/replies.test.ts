import { describe, expect, test } from 'vitest'
import { standing } from '../../../core/lists/standing.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { man, phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const complaint = 'Le forage du village est en panne'
const sensitive = 'Un agent a demandé de coucher avec ma sœur pour réparer'
const danger = 'Ma femme saigne beaucoup, elle ne respire plus'
const rowOf = async (jaabi: Jaabi, reference: string) => standing(await jaabi.caseOf(reference), jaabi.programme)?.row
const wordsIn = async (jaabi: Jaabi, reference: string) =>
  (await jaabi.saidIn(reference)).map(({ words }) => words).join(' | ')

async function begun() {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const desk = await deskOf(jaabi)
  const reference = await phones.says(woman, complaint)
  await desk.step(reference, 'assess', { level: 'N1', category: 'SAN-QUAL' })
  return { jaabi, phones, desk, reference }
}

/** Given to a partner; then a question is put to the person, or the answer. */
async function given() {
  const office = await begun()
  await office.desk.step(office.reference, 'assign', { organisation: 'ong-sante-gao' })
  return office
}
async function asked(reported = true) {
  const office = await given()
  await office.desk.step(office.reference, 'ask', { text: 'Quel forage?' })
  if (reported) await office.phones.report(woman)
  return office
}
async function answered() {
  const office = await given()
  await office.desk.step(office.reference, 'answer', { outcome: 'resolved', answer: 'la pompe est réparée' })
  await office.phones.report(woman)
  return office
}

test('whoever asks whether it is solved has not said that it is: the case stays open, and somebody reads', async () => {
  const { jaabi, phones, reference } = await answered()
  expect(await phones.says(woman, 'C’est réglé ?')).toBe(reference)
  expect(await jaabi.caseOf(reference)).toMatchObject({ status: 'answered', satisfaction: null })
  expect(await phones.says(woman, `oui ${reference} ?`)).toBe(reference)
  expect(await jaabi.caseOf(reference)).toMatchObject({ status: 'answered', satisfaction: null })
  expect((await jaabi.caseOf(reference)).unjudged).toHaveLength(2)
})

describe('a reply to our question is the reply', () => {
  test.each(['with a report of its arrival', 'without one'])('%s', async (how) => {
    const { jaabi, phones, desk, reference } = await asked(how.startsWith('with a'))
    await desk.step(reference, 'wait', { for: 'complainant' })
    expect(await phones.says(woman, 'Celui du marché, près de la mosquée')).toBe(reference)
    expect(await wordsIn(jaabi, reference)).toContain('près de la mosquée')
    const { waiting, asked: question, wroteAt } = await jaabi.caseOf(reference)
    expect([waiting, question, wroteAt !== null]).toEqual([null, null, true])
    expect((await rowOf(jaabi, reference))?.nextAction).toBe('read-reply')
    // Number and nothing else.
    expect(phones.received(woman).at(-1)).toBe(`Jaabi: bien noté, No ${reference}.`)
    // Once it is answered the question is closed.
    expect(await phones.says(woman, 'Le toit de l’école est tombé')).not.toBe(reference)
  })

  test('what somebody of ours does next ends « the person wrote »', async () => {
    const { jaabi, phones, desk, reference } = await asked()
    await phones.says(woman, 'Celui du marché')
    await desk.step(reference, 'note', { text: 'transmis à l’équipe' })
    expect((await rowOf(jaabi, reference))?.nextAction).toBe('answer')
  })

  test('from another phone words are a case of their own', async () => {
    const { phones, reference } = await asked()
    expect(await phones.says(man, 'Celui du marché')).not.toBe(reference)
  })

  test.each([
    ['abuse', sensitive, 'P'],
    ['a danger to life', danger, 'N'],
    ['the owner', 'Les gens de ONG Santé Gao ne sont jamais venus au forage', 'N'],
    ['what nobody here can read', 'Wallahi tamidi innak ehan tamadrit tehee aman', 'P'],
  ])('words of %s never join, whatever is open, and get a receipt without a subject', async (_, words, lane) => {
    for (const { jaabi, phones, reference } of [await asked(), await answered()]) {
      const other = await phones.says(woman, words)
      expect(other).not.toBe(reference)
      expect((await jaabi.caseOf(other)).lane).toBe(lane)
      expect(await wordsIn(jaabi, reference)).not.toContain(words)
      const last = phones.received(woman).at(-1) ?? ''
      if (words === danger) expect(last).toContain('centre de santé')
      else expect(last).toBe(`Jaabi: bien noté, No ${other}.`)
      // Citing its number makes no difference.
      const cited = await phones.says(man, `${reference} ${words}`)
      expect(cited).not.toBe(reference)
      expect(await wordsIn(jaabi, reference)).not.toContain(words)
    }
  })

  test('where questions of two cases are open a person decides, and no SMS lists two numbers', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const desk = await deskOf(jaabi)
    const first = await phones.says(woman, complaint)
    const second = await phones.says(woman, 'Le toit de l’école est tombé')
    await desk.step(first, 'assess', { level: 'N1' })
    await desk.step(first, 'ask', { text: 'Quel forage?' })
    await desk.answers(second, 'le toit sera refait lundi')
    const apart = await phones.says(woman, 'Celui du marché')
    expect([first, second]).not.toContain(apart)
    const [received] = (await jaabi.caseOf(apart)).history
    expect(received).toMatchObject({ mayReplyTo: expect.arrayContaining([first, second]) as string[] })
    // A bare digit is the verdict of the answer, though the question came later or not.
    expect(await phones.says(woman, '2')).toBe(second)
    expect((await jaabi.caseOf(second)).satisfaction).toBe(2)
    for (const sms of phones.received(woman)) expect(new Set(sms.match(/\d{10}/g)).size).toBeLessThan(2)
  })
})

describe('the verdict in words', () => {
  test.each([
    ['3 rien n’a changé', 3],
    ['Non, le robinet goutte toujours', 3],
    ['TROIS', 3],
    ['ayi, foyi ma yɛlɛma', 3],
    ['2 car il manque une pièce', 2],
    ['Oui, la pompe marche bien', 1],
  ])('« %s » is kept with its words', async (text, score) => {
    const { jaabi, phones, reference } = await answered()
    expect(await phones.says(woman, text)).toBe(reference)
    const { history } = await jaabi.caseOf(reference)
    expect(history.find(({ what }) => what === 'satisfied')).toMatchObject({ score })
    expect(history.some(({ what }) => what === 'reopened')).toBe(score === 3)
    if (text !== 'TROIS') expect(await wordsIn(jaabi, reference)).toContain(text)
  })

  test('with the number, from any phone', async () => {
    const { jaabi, phones, reference } = await answered()
    expect(await phones.says(man, `${reference} non, toujours en panne`)).toBe(reference)
    expect((await jaabi.caseOf(reference)).reopenings).toBe(1)
  })

  test('« oui mais … » is no 1: somebody judges it, and until then nothing closes and nobody is thanked', async () => {
    const { jaabi, phones, desk, reference } = await answered()
    const before = phones.received(woman).length
    expect(await phones.says(woman, 'Oui mais une seule des deux fontaines marche')).toBe(reference)
    const row = await rowOf(jaabi, reference)
    expect([row?.nextAction, row?.clock]).toEqual(['judge', 'judge'])
    expect((await jaabi.caseOf(reference)).satisfaction).toBeNull()
    expect(phones.received(woman).slice(before)).toEqual([`Jaabi: bien noté, No ${reference}.`])
    jaabi.clock.nowAt = '2027-08-30T09:00:00.000Z'
    await jaabi.sweep()
    await jaabi.drain()
    const { status, history } = await jaabi.caseOf(reference)
    expect(status).toBe('answered')
    expect(history.some((line) => line.what === 'lapsed' && line.clock === 'judge')).toBe(true)
    expect(history.filter((line) => line.what === 'reminded' && line.clock === 'judge')).not.toEqual([])
    await desk.step(reference, 'judge', { verdict: 2 })
    expect(await jaabi.caseOf(reference)).toMatchObject({ satisfaction: 2, unjudged: [] })
    expect(phones.received(woman).at(-1)).toContain('votre avis est bien noté')
    await jaabi.sweep()
    expect((await jaabi.caseOf(reference)).closedHow).toBe('window-over')
  })

  test('judged as not solved it reopens; judged to say nothing it stays answered', async () => {
    const first = await answered()
    await first.phones.says(woman, 'La pompe est encore en panne')
    await first.desk.step(first.reference, 'judge', { verdict: '3' })
    expect((await first.jaabi.caseOf(first.reference)).reopenings).toBe(1)
    const second = await answered()
    await second.phones.says(woman, 'Quand viendra l’équipe du marché ?')
    await second.desk.step(second.reference, 'judge', { verdict: 'none' })
    expect(await second.jaabi.caseOf(second.reference)).toMatchObject({ status: 'answered', satisfaction: null })
    await expect(second.desk.step(second.reference, 'judge', { verdict: 'none' })).rejects.toThrow('nothing-to-judge')
  })

  test.each(['1', '2', '3'])('a reason sent after « %s » joins its case, and is somebody’s work', async (digit) => {
    const { jaabi, phones, reference } = await answered()
    await phones.says(woman, digit)
    expect(await phones.says(woman, 'Il manque encore une pièce')).toBe(reference)
    expect(await wordsIn(jaabi, reference)).toContain('une pièce')
    expect((await rowOf(jaabi, reference))?.nextAction).toBe(digit === '3' ? 'read-reply' : 'judge')
  })

  test('the reopening SMS asks why, in one segment', async () => {
    const { phones } = await answered()
    await phones.says(woman, '3')
    expect(phones.received(woman).at(-1)).toMatch(/rouvert.*Que manque-t-il\?/)
    expect((phones.received(woman).at(-1) ?? '').length).toBeLessThanOrEqual(160)
  })

  test('typed twice it is one verdict', async () => {
    const { jaabi, phones, reference } = await answered()
    for (let time = 0; time < 2; time++) expect(await phones.says(woman, '3 rien n’a changé')).toBe(reference)
    const { history, reopenings } = await jaabi.caseOf(reference)
    expect([history.filter(({ what }) => what === 'satisfied').length, reopenings]).toEqual([1, 1])
    const same = await answered()
    for (let time = 0; time < 2; time++) expect(await same.phones.says(woman, '1. Merci')).toBe(same.reference)
    expect((await same.jaabi.caseOf(same.reference)).unjudged).toEqual([])
  })

  test('at the top words with « 3 » are read before the case closes in disagreement', async () => {
    const { jaabi, phones, desk, reference } = await answered()
    const answer = { outcome: 'resolved', answer: 'la pompe est réparée' }
    for (let time = 0; time < 2; time++) {
      await phones.says(woman, '3')
      await desk.step(reference, 'answer', answer)
      await phones.report(woman)
    }
    expect(await phones.says(woman, '3 rien n’a changé')).toBe(reference)
    expect(await jaabi.caseOf(reference)).toMatchObject({ escalationLevel: 3, status: 'answered', satisfaction: 3 })
    expect((await rowOf(jaabi, reference))?.nextAction).toBe('judge')
    await desk.step(reference, 'judge', { verdict: 'none' })
    expect((await jaabi.caseOf(reference)).closedHow).toBe('disagreed')
    expect(phones.received(woman).at(-1)).toContain('en désaccord')
  })
})

describe('« je retire »', () => {
  const careful = 'Jaabi: bien noté. Une personne lira votre demande.'

  test.each(['Je retire N', 'JE RETIRE ma plainte N', 'je veux retirer mon dossier no N svp', 'annuler N'])(
    '« %s » from its phone ends an ordinary case; number and words are gone a day later',
    async (text) => {
      const { jaabi, phones, reference } = await begun()
      expect(await phones.says(woman, text.replace('N', reference))).toBe('')
      expect(await jaabi.caseOf(reference)).toMatchObject({ status: 'closed', closedHow: 'withdrawn' })
      expect(phones.received(woman).at(-1)).toContain(`Jaabi ${reference}: dossier retiré`)
      jaabi.clock.nowAt = '2027-06-08T09:00:00.000Z'
      await jaabi.sweep()
      expect((await jaabi.cases.load(reference))?.sealed).toMatchObject({ contact: null, words: {} })
      expect(JSON.stringify(await jaabi.senderOf(woman))).not.toContain(reference)
    },
  )

  test('of what may be S, of another phone and of no case it is answered alike, and the wish is kept for who reads the case', async () => {
    const { jaabi, phones, reference } = await begun()
    const possible = await phones.says(woman, sensitive)
    for (const [who, number] of [[woman, possible] as const, [man, reference] as const, [man, '4829137920'] as const]) {
      await phones.says(who, `Je retire ${number}`)
      expect(phones.received(who).at(-1)).toBe(careful)
    }
    for (const one of [possible, reference]) {
      expect((await jaabi.caseOf(one)).status).not.toBe('closed')
      expect(await wordsIn(jaabi, one)).toContain('Je retire')
    }
    // Of no case it is one: somebody reads it, as that SMS says.
    const [read = ''] = (await jaabi.references()).filter((one) => one !== possible && one !== reference)
    expect(await wordsIn(jaabi, read)).toBe('Je retire 4829137920')
  })

  test('without a number it is told how; in a longer text it is somebody’s voice', async () => {
    const { jaabi, phones } = await begun()
    await phones.says(man, 'Je retire ma plainte')
    expect(phones.received(man).at(-1)).toContain('JE RETIRE et les 10 chiffres')
    await phones.says(man, 'Je retire de l’eau au puits du chef chaque matin')
    expect(await jaabi.references()).toHaveLength(2)
  })
})
