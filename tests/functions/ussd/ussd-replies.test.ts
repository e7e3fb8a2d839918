import { describe, expect, test } from 'vitest'
import { deskOf } from '../../support/functions/desk.ts'
import { phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const wordsIn = async (jaabi: Jaabi, reference: string) =>
  (await jaabi.saidIn(reference)).map(({ words }) => words).join(' | ')

/** Somebody wrote, and was answered, or asked something, by SMS. */
async function begun(then: 'answered' | 'asked' | 'nothing') {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const desk = await deskOf(jaabi)
  const reference = await phones.says(woman, 'Le forage du village est en panne')
  await desk.step(reference, 'assess', { level: 'N1', category: 'EHA-EAU' })
  if (then === 'answered') await desk.step(reference, 'answer', { outcome: 'resolved', answer: 'la pompe est réparée' })
  if (then === 'asked') await desk.step(reference, 'ask', { text: 'Quel forage?' })
  return { jaabi, phones, desk, reference }
}

test('an answer is read on the keypad in its letters, as its SMS reads: no « ç » of ours is left to a gateway', async () => {
  const { phones, desk, reference } = await begun('nothing')
  await desk.step(reference, 'answer', { outcome: 'resolved', answer: 'La pièce reçue même à l’hôpital ɲɛnabɔra…' })
  const screen = await (await phones.dials(woman)).type('5', reference)
  expect(screen).toContain("La pièce recue meme à l'hopital nyènabòra...")
  expect(phones.received(woman).at(-1)).toContain("La pièce recue meme à l'hopital nyènabòra...")
})

describe('whoever dials while a question of ours is open to their phone', () => {
  test('finds it on the first screen by its number, without a word of what it is about, and answers with 1, 2 or 3', async () => {
    const { jaabi, phones, reference } = await begun('answered')
    const keypad = await phones.dials(woman)
    expect(keypad.home).toContain('7 Répondre')
    expect(await keypad.type('7')).toBe(
      `CON No ${reference}: le problème est-il réglé?\n1 Oui\n2 En partie\n3 Non\n0 Retour`,
    )
    expect(await keypad.type('1')).toMatch(/^CON Merci/)
    // Said is said, also where the session is cut here.
    expect((await jaabi.caseOf(reference)).satisfaction).toBe(1)
    expect(await keypad.type('0')).toBe(`END Merci. C'est bien noté, No ${reference}.`)
    expect((await phones.dials(woman)).home).not.toContain('7 Répondre')
  })

  test.each(['hop by hop', 'all at once, where hops were lost'])(
    '« 3 » reopens, and the words that follow are its reason: %s',
    async (how) => {
      const { jaabi, phones, reference } = await begun('answered')
      const keypad = await phones.dials(woman)
      const said = ['7', '3', 'le robinet ne donne rien * depuis hier']
      const end = how === 'hop by hop' ? await keypad.type(...said) : await keypad.hop(said.join('*'))
      expect(end).toBe(`END Merci. C'est bien noté, No ${reference}.`)
      const { history, satisfaction } = await jaabi.caseOf(reference)
      expect([satisfaction, history.filter(({ what }) => what === 'reopened')]).toEqual([3, [expect.anything()]])
      expect(await wordsIn(jaabi, reference)).toContain('le robinet ne donne rien * depuis hier')
    },
  )

  test('answers what staff asked in their own words: they join its case, end the waiting, and bring no SMS', async () => {
    const { jaabi, phones, desk, reference } = await begun('asked')
    await desk.step(reference, 'wait', { for: 'complainant' })
    const sent = phones.received(woman).length
    const end = await (await phones.dials(woman)).type('7', 'Celui du marché')
    expect(end).toContain(reference)
    await jaabi.drain()
    expect(await wordsIn(jaabi, reference)).toContain('Celui du marché')
    expect(await jaabi.caseOf(reference)).toMatchObject({ waiting: null, asked: null })
    expect(phones.received(woman)).toHaveLength(sent)
  })

  test('and says what may be S: it is a case of its own for those who read that, with its own number on the screen', async () => {
    const { jaabi, phones, reference } = await begun('asked')
    const words = 'Un agent a demandé de coucher avec ma sœur pour réparer'
    const end = await (await phones.dials(woman)).type('7', words)
    const own = /\d{10}/.exec(end)?.[0] ?? ''
    expect(own).not.toBe(reference)
    expect(await jaabi.caseOf(own)).toMatchObject({ lane: 'P', channel: 'ussd' })
    expect(await wordsIn(jaabi, reference)).not.toContain('coucher')
  })

  test('of a danger to life the screen says where to go now', async () => {
    const { phones } = await begun('asked')
    const end = await (await phones.dials(woman)).type('7', 'Ma femme saigne beaucoup, elle est inconsciente')
    expect(end).toContain('centre de santé')
  })
})

test('the answer read by its number is judged where it is read', async () => {
  const { jaabi, phones, reference } = await begun('answered')
  const keypad = await phones.dials(woman)
  expect(await keypad.type('5', reference)).toMatch(/^CON .*3=non/s)
  await keypad.type('2', 'il manque une pièce')
  expect((await jaabi.caseOf(reference)).satisfaction).toBe(2)
  expect(await wordsIn(jaabi, reference)).toContain('il manque une pièce')
})

test('who may call is answered there too; of several questions the newest comes first, and the next where it is left', async () => {
  const { jaabi, phones, reference } = await begun('answered')
  jaabi.clock.nowAt = '2027-06-07T09:30:00.000Z'
  const call = await phones.says(woman, 'Rappelez-moi svp')
  const keypad = await phones.dials(woman)
  const who = `CON No ${call}: qui peut vous appeler?\n1 Peu importe\n2 Une femme\n3 Un homme\n0 Retour`
  expect(await keypad.type('7')).toBe(who)
  expect(await keypad.type('0', '7')).toContain(`No ${reference}: le problème est-il réglé?`)
  expect(await keypad.type('0', '7')).toBe(who)
  expect(await keypad.type('9')).toContain('Pas compris')
  expect(await keypad.type('2')).toBe(`END Merci. C'est bien noté, No ${call}.`)
  expect((await jaabi.caseOf(call)).consent).toBe('call-woman')
  // Answered here, it is asked nowhere any more: what comes by SMS is the verdict that is still open.
  expect(await phones.says(woman, '1')).toBe(reference)
  expect((await jaabi.caseOf(reference)).satisfaction).toBe(1)
  expect((await phones.dials(woman)).home).not.toContain('7 Répondre')
})

test('who may call, answered meanwhile by SMS, is not answered twice', async () => {
  const { jaabi, phones } = await begun('nothing')
  const call = await phones.says(woman, 'Rappelez-moi svp')
  const keypad = await phones.dials(woman)
  await keypad.type('7')
  await phones.says(woman, '3')
  expect(await keypad.type('2')).toBe(`END Merci. C'est bien noté, No ${call}.`)
  const given = (await jaabi.caseOf(call)).history.flatMap((line) =>
    line.what === 'consent-given' ? line.consent : [],
  )
  expect(given).toEqual(['call-man'])
})

test('where nothing was asked there is nothing to reply to', async () => {
  const { phones } = await begun('nothing')
  const keypad = await phones.dials(woman)
  expect(keypad.home).not.toContain('Répondre')
  expect(await keypad.type('7')).toContain('Pas compris')
})
