import { describe, expect, test } from 'vitest'
import { deskOf } from '../../support/functions/desk.ts'
import { phonesOf, woman } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const wordsIn = async (jaabi: Jaabi, reference: string) =>
  (await jaabi.saidIn(reference)).map(({ words }) => words).join(' | ')
/** Exactly one full part of a longer SMS. */
const full = (text: string): string => text.padEnd(153, ' vraiment').slice(0, 153)

/** A complaint that somebody assessed and gave to a partner; then a question is put to the person, or the answer. */
async function given() {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const desk = await deskOf(jaabi)
  const reference = await phones.says(woman, 'Le forage du village est en panne')
  await desk.step(reference, 'assess', { level: 'N1', category: 'EHA-EAU' })
  await desk.step(reference, 'assign', { organisation: 'ong-sante-gao' })
  return { jaabi, phones, desk, reference }
}
async function asked() {
  const office = await given()
  await office.desk.step(office.reference, 'ask', { text: 'Quel forage?' })
  return office
}
async function answered() {
  const office = await given()
  await office.desk.step(office.reference, 'answer', { outcome: 'resolved', answer: 'la pompe est réparée' })
  await office.phones.report(woman)
  return office
}

describe('a long reply whose parts come as messages of their own is read whole', () => {
  const head = full(
    "C'est celui du marché, près du grand manguier, avec le mur bleu et la porte en bois; il est tout près du puits, et on passe par la route de la mairie pour y",
  )
  const rest = " puiser de l'eau du forage chaque matin"

  test.each(['in order', 'the last part first'])('as the reply to our question, %s', async (order) => {
    const { jaabi, phones, reference } = await asked()
    const sent = phones.received(woman).length
    for (const part of order === 'in order' ? [head, rest] : [rest, head])
      expect(await phones.says(woman, part)).toBe(reference)
    expect(await wordsIn(jaabi, reference)).toContain(head + rest)
    expect(phones.received(woman)).toHaveLength(sent + 1)
    expect(await jaabi.references()).toEqual([reference])
  })

  test.each(['asked', 'answered'])(
    'S words in a later part take all of it out of a case that was %s, for everybody',
    async (what) => {
      const { jaabi, phones, reference } = what === 'asked' ? await asked() : await answered()
      expect(await phones.says(woman, head)).toBe(reference)
      const apart = await phones.says(woman, " et l'agent a demandé de coucher avec ma fille pour réparer")
      expect(apart).not.toBe(reference)
      expect(await jaabi.caseOf(apart)).toMatchObject({ lane: 'P' })
      expect(await wordsIn(jaabi, apart)).toContain('celui du marché')
      expect(await wordsIn(jaabi, reference)).not.toContain('celui du marché')
      expect((await jaabi.caseOf(reference)).unjudged).toEqual([])
      expect(phones.received(woman).at(-1)).toBe(`Jaabi: bien noté, No ${apart}.`)
    },
  )

  test('« oui » whose next part says « mais » is no 1: somebody judges it, and it neither closes nor counts as solved', async () => {
    const { jaabi, phones, reference } = await answered()
    const yes = 'Oui, la pompe marche bien, merci beaucoup à vous, la pompe marche bien'
    expect(await phones.says(woman, yes.padEnd(153, ', oui elle marche bien'))).toBe(reference)
    expect((await jaabi.caseOf(reference)).satisfaction).toBe(1)
    expect(await phones.says(woman, ' mais depuis hier elle est encore en panne')).toBe(reference)
    const { satisfaction, unjudged, status } = await jaabi.caseOf(reference)
    expect([satisfaction, unjudged.length, status]).toEqual([null, 1, 'answered'])
  })

  test('« 3 » with a long reason reopens once, and the rest of the reason stands with it', async () => {
    const { jaabi, phones, reference } = await answered()
    const reason =
      "3 rien n'a changé, le robinet du forage ne donne pas, on va chercher à la rivière avec des seaux et les enfants marchent longtemps chaque matin et le soir"
    await phones.says(woman, full(reason))
    expect(await phones.says(woman, " et l'eau ne vient toujours pas")).toBe(reference)
    const { history, satisfaction } = await jaabi.caseOf(reference)
    expect([satisfaction, history.filter(({ what }) => what === 'reopened').length]).toEqual([3, 1])
    expect(await wordsIn(jaabi, reference)).toContain('ne vient toujours pas')
  })

  test('what somebody of ours has read since is not changed by what comes after', async () => {
    const { phones, desk, reference } = await asked()
    await phones.says(woman, head)
    await desk.step(reference, 'note', { text: 'vu' })
    expect(await phones.says(woman, rest)).not.toBe(reference)
  })
})
