import { describe, expect, test } from 'vitest'
import { deskOf } from '../../support/functions/desk.ts'
import { man, phonesOf, referenceIn, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const complaint = 'Le forage du village est en panne depuis un mois'
const happened = async (jaabi: Jaabi, reference: string) =>
  (await jaabi.caseOf(reference)).history.map(({ what }) => what)
const saidIn = async (jaabi: Jaabi, reference: string) => (await jaabi.saidIn(reference)).map(({ words }) => words)

describe('one message, one case', () => {
  test('100 deliveries at once of one SMS: one case, one receipt, 100 times 200', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    await phones.says(man, 'Autre chose, pour que tout soit chaud')
    const answers = await Promise.all(Array.from({ length: 100 }, () => phones.sms(woman, complaint, 'AT-1')))
    await jaabi.drain()
    expect(new Set(answers).size).toBe(1)
    expect(await jaabi.references()).toHaveLength(2)
    expect(phones.received(woman)).toHaveLength(1)
    expect(await happened(jaabi, answers[0] ?? '')).toEqual(['received'])
  })

  test('the same from somebody who is no phone', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    await Promise.all(Array.from({ length: 20 }, () => phones.sms('MTN', complaint, 'AT-1')))
    await jaabi.drain()
    expect(await jaabi.references()).toHaveLength(1)
    expect(jaabi.sms).toEqual([])
  })

  test('two messages of one sender a millisecond apart are two cases, and both are kept', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const texts = Array.from({ length: 12 }, (_, index) => `${complaint}, puits ${String(index)}`)
    const references = await Promise.all(texts.map((text) => phones.sms(woman, text)))
    expect(new Set(references).size).toBe(12)
    const said = await Promise.all(references.map((reference) => saidIn(jaabi, reference)))
    expect(said.flat()).toEqual(texts)
  })

  test('a message without an id is one message, however often it comes', async () => {
    const jaabi = await newJaabi()
    const { post } = phonesOf(jaabi)
    const fields = { from: woman, text: complaint, date: '2027-06-07 08:59:00' }
    for (let time = 0; time < 3; time++) expect((await post('sms', fields)).status).toBe(200)
    await post('sms', { ...fields, text: 'Autre chose' })
    expect(await jaabi.references()).toHaveLength(2)
  })

  test('a message known already gets its old answer, whatever became of its case', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, complaint, 'AT-1')
    await (await deskOf(jaabi)).answers(reference, 'la pompe est réparée')
    await phones.report(woman)
    await phones.says(woman, '1')
    const before = await jaabi.caseOf(reference)
    jaabi.clock.nowAt = '2027-06-08T20:00:00.000Z'
    expect(await phones.says(woman, complaint, 'AT-1')).toBe(reference)
    expect(await jaabi.caseOf(reference)).toEqual(before)
    expect(await jaabi.references()).toEqual([reference])
  })

  test('more than 200 messages in two days: the first of them is still known', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const first = await phones.sms(woman, complaint, 'AT-first')
    const before = await jaabi.senderOf(woman)
    if (!before) throw new Error('no sender record')
    const others = Array.from(
      { length: 199 },
      (_, index) => [`key-${String(index)}`, { at: jaabi.clock.nowAt, outcome: 'opened', reference: null }] as const,
    )
    await jaabi.cases.commit({
      sender: { before, after: { ...before, recent: { ...before.recent, ...Object.fromEntries(others) } } },
    })
    jaabi.clock.nowAt = '2027-06-07T11:00:00.000Z'
    for (let index = 0; index < 5; index++) await phones.sms(woman, `Puits ${String(index)} à sec`)
    expect(await phones.sms(woman, complaint, 'AT-first')).toBe(first)
    expect(await jaabi.references()).toHaveLength(6)
  })
})

describe('what joins what', () => {
  test('what cites a reference joins its case, from any phone', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.sms(woman, complaint)
    const more = `Pour ${reference}: maintenant la pompe aussi`
    expect(await phones.sms(man, more)).toBe(reference)
    expect(await saidIn(jaabi, reference)).toEqual([complaint, more])
    // Ten digits that no case has, and check digits that are wrong: somebody's voice.
    const wrong = `${reference.slice(0, 9)}${String((Number(reference[9]) + 1) % 10)}`
    expect(await phones.sms(man, `Pour ${wrong}: la pompe`)).not.toBe(reference)
    expect(await jaabi.references()).toHaveLength(2)
  })

  test('the exact words again within 24 h from one number are a repeat; later, or from another number, a case', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, complaint)
    expect(await phones.says(woman, complaint)).toBe(reference)
    expect(await happened(jaabi, reference)).toEqual(['received', 'repeated'])
    expect(phones.received(woman)).toHaveLength(1)
    expect(await phones.says(woman, `${complaint} `)).not.toBe(reference)
    expect(await phones.says(man, complaint)).not.toBe(reference)
    jaabi.clock.nowAt = '2027-06-08T09:00:01.000Z'
    expect(await phones.says(woman, complaint)).not.toBe(reference)
    expect(await jaabi.references()).toHaveLength(4)
  })

  test('after 50 repeats only a counter moves', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, complaint)
    for (let time = 0; time < 55; time++) expect(await phones.sms(woman, complaint)).toBe(reference)
    await jaabi.drain()
    expect((await happened(jaabi, reference)).filter((what) => what === 'repeated')).toHaveLength(50)
    expect((await jaabi.senderOf(woman))?.repeats).toEqual({ on: '2027-06-07', count: 55 })
    expect(phones.received(woman)).toHaveLength(1)
  })

  test.each(['Merci beaucoup', 'OK', 'I ni ce', '👍'])('« %s » alone joins without a receipt', async (thanks) => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, complaint)
    expect(await phones.says(woman, thanks)).toBe(reference)
    expect(await saidIn(jaabi, reference)).toEqual([complaint, thanks])
    expect(phones.received(woman)).toHaveLength(1)
    const first = await phones.says(man, thanks)
    // Without a case « i ni ce » greets.
    expect(first && (await jaabi.caseOf(first)).kind).toBe(thanks === 'I ni ce' ? '' : 'thanks')
  })

  test('a bare digit without an open question joins the last case for 60 days, else brings AIDE once a day', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, complaint)
    expect(await phones.says(woman, '3')).toBe(reference)
    expect(await saidIn(jaabi, reference)).toEqual([complaint, '3'])
    for (const digit of ['3', '1']) expect(await phones.says(man, digit)).toBe('')
    expect(phones.received(man)).toEqual([expect.stringContaining('écrivez-nous ici')])
    jaabi.clock.nowAt = '2027-08-07T09:00:00.000Z'
    await phones.says(woman, '3')
    expect(phones.received(woman).at(-1)).toContain('écrivez-nous ici')
    expect(await jaabi.references()).toEqual([reference])
  })

  test('words that may mean S: the receipt says nothing, and a digit or thanks does not join by number', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, 'un agent a violé une fille du camp')
    expect((await jaabi.caseOf(reference)).lane).toBe('P')
    expect(phones.received(woman)).toEqual([`Jaabi: bien noté, No ${reference}.`])
    expect(await phones.says(woman, 'Merci')).not.toBe(reference)
    expect(await phones.says(woman, '1')).not.toBe(reference)
    expect(await saidIn(jaabi, reference)).toHaveLength(1)
  })
})

describe('verdicts', () => {
  async function answered(answer = 'la pompe est réparée') {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, complaint)
    await (await deskOf(jaabi)).answers(reference, answer)
    return { jaabi, phones, reference }
  }

  test.each([
    ['1', 1],
    ['oui', 1],
    ['awo', 1],
    ['2', 2],
    ['3', 3],
    ['Non merci', 3],
    ['ayi', 3],
    ['٣', 3],
  ])('« %s » after the answer was delivered', async (text, score) => {
    const { jaabi, phones, reference } = await answered()
    await phones.report(woman)
    expect(await phones.says(woman, text)).toBe(reference)
    const { satisfaction, history, told } = await jaabi.caseOf(reference)
    expect(history.find(({ what }) => what === 'satisfied')).toMatchObject({ score })
    if (score === 3) expect(history.at(-1)).toMatchObject({ what: 'reopened', to: 2 })
    else expect({ satisfaction, told: told?.how }).toEqual({ satisfaction: score, told: 'sms' })
    expect(await saidIn(jaabi, reference)).toHaveLength(2)
  })

  test('« 3 » while the answer waits for the morning is words on the last case, « non » a case of its own', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, complaint)
    jaabi.clock.nowAt = '2027-06-07T21:00:00.000Z'
    await (await deskOf(jaabi)).answers(reference, 'la pompe est réparée')
    expect(await phones.says(woman, '3')).toBe(reference)
    expect((await jaabi.caseOf(reference)).satisfaction).toBeNull()
    expect(await phones.says(woman, 'non')).not.toBe(reference)
  })

  test('« 3 <reference> » from any phone', async () => {
    const { jaabi, phones, reference } = await answered()
    expect(await phones.says(man, `3 ${reference.slice(0, 4)} ${reference.slice(4)}`)).toBe(reference)
    expect((await happened(jaabi, reference)).at(-1)).toBe('reopened')
  })

  test('the digit answers the question delivered last', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const desk = await deskOf(jaabi)
    const reference = await phones.says(woman, complaint)
    const other = await phones.says(woman, 'Le centre de santé fait payer les enfants')
    await desk.answers(reference, 'la pompe est réparée')
    await phones.report(woman)
    await desk.answers(other, 'les soins sont gratuits')
    jaabi.clock.nowAt = '2027-06-07T10:00:00.000Z'
    await phones.report(woman)
    expect(await phones.says(woman, '1')).toBe(other)
    expect(await phones.says(woman, '2')).toBe(reference)
    expect([(await jaabi.caseOf(other)).satisfaction, (await jaabi.caseOf(reference)).satisfaction]).toEqual([1, 2])
  })

  test('an answer to a question of staff joins its case', async () => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    const reference = await phones.says(woman, complaint)
    const desk = await deskOf(jaabi)
    await desk.step(reference, 'assess', { level: 'N1' })
    await desk.step(reference, 'ask', { text: 'Est-ce la pompe du marché?' })
    await phones.report(woman)
    expect(await phones.says(woman, 'oui')).toBe(reference)
    expect((await saidIn(jaabi, reference)).at(-1)).toBe('oui')
    expect(referenceIn(phones.received(woman).at(-1) ?? '')).toBe(reference)
  })
})

describe('two robots stop', () => {
  const robots: Record<string, (ours: string, turn: number) => string> = {
    'that says one thing': () => 'Je suis absent, je vous rappelle.',
    'that sends back what it got': (ours) => ours,
    'that thanks': () => 'OK merci',
    'that never says the same': (_, turn) => `Message ${String(turn)} bien arrivé, nous vous rappelons.`,
    'that asks for help': () => 'AIDE',
    'that says STOP': () => 'STOP',
  }
  test.each(Object.entries(robots))('one %s', async (_, says) => {
    const jaabi = await newJaabi()
    const phones = phonesOf(jaabi)
    await phones.says(woman, complaint)
    let read = 0
    let turns = 0
    while (read < phones.received(woman).length && turns < 60) {
      turns += 1
      const ours = phones.received(woman)[read] ?? ''
      read += 1
      await phones.says(woman, says(ours, turns))
    }
    expect(turns).toBeLessThan(32)
  })
})
