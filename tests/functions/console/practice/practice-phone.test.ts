import { paginateScan } from '@aws-sdk/client-dynamodb'
import { describe, expect, test } from 'vitest'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { outsidePractice, practiceOf } from '../../../support/console/practice-seat.ts'

const newJaabi = await withJaabi()

async function begun() {
  const jaabi = await newJaabi()
  const me = await practiceOf(jaabi, { role: 'focal-point' })
  await me.start()
  return { jaabi, me }
}

/** Everything that was ever written as an SMS or an alert, wherever. */
async function noticesAnywhere(jaabi: Jaabi): Promise<number> {
  let found = 0
  for await (const { Items = [] } of paginateScan({ client: jaabi.client }, { TableName: jaabi.tables.cases }))
    found += Items.filter(({ is }) => is?.S === 'notice').length
  return found
}

/** Asked for by the words of the made-up cases. */
const answered = 'Le vaccinateur n’est pas venu'
const waiting = 'La clinique mobile ne vient plus'
const onPaper = 'Papier trouvé dans la boîte'

describe('the trainee plays the person', () => {
  test('« 3 » opens the case again one level up, with the SMS she would get', async () => {
    const { me } = await begun()
    const reference = await me.find(answered)
    expect((await me.open(reference)).text).toContain('On lui a demandé si c’est réglé.')
    const said = await me.says(reference, '3')
    expect(said.headers.get('location')).toBe(`/console/exercice/cases/${reference}?telephone`)
    const { text } = await me.open(reference)
    expect(text).toContain('Avis donné : non')
    expect(text).toMatch(/Rouvert à l’échelon (région|national), réponse promise/)
    expect(text).toContain('c’est son avis sur la réponse. 3')
    expect(text).toMatch(new RegExp(`Jaabi ${reference}: votre dossier est rouvert`))
    expect((await me.list('?reopened')).shown).toContain(reference)
    expect(text).not.toContain('Elle répond 3')
  })
  test.each([
    ['1', 'Avis donné : oui'],
    ['oui', 'Avis donné : oui'],
    ['2', 'Avis donné : en partie'],
  ])('« %s » is her verdict, and she is thanked', async (word, line) => {
    const { me } = await begun()
    const reference = await me.find(answered)
    await me.says(reference, word)
    const { text } = await me.open(reference)
    expect(text).toContain(line)
    expect(text).toMatch(/Remerciement|Merci/)
    expect((await me.list('?reopened')).shown).not.toContain(reference)
  })
  test('her reply to a question joins the case and starts the clock again', async () => {
    const { me } = await begun()
    const reference = await me.find(waiting, '?waiting')
    const before = await me.open(reference)
    expect(before.text).toContain('On lui a posé une question.')
    expect(before.text).toContain('De quel centre parlez-vous, et depuis quel jour ?')
    await me.says(reference, 'Celui du marché, depuis lundi')
    const after = await me.open(reference)
    expect(after.text).toContain('Celui du marché, depuis lundi')
    expect(after.text).toContain('ses mots s’ajoutent au dossier.')
    expect((await me.list('?waiting')).shown).not.toContain(reference)
  })
  test('what must not join is a case of its own, and a command is answered', async () => {
    const { jaabi, me } = await begun()
    const reference = await me.find(answered)
    const all = (await me.list()).shown
    await me.says(reference, 'Autre chose : ma voisine saigne beaucoup')
    const [added = ''] = (await me.list()).shown.filter((one) => !all.includes(one))
    expect((await me.open(added)).text).toContain('ma voisine saigne beaucoup')
    await me.says(reference, `SUIVI ${added}`)
    const { text } = await me.open(reference)
    expect(text).toContain(`c’est un nouveau dossier, ${added}, à évaluer par le point focal.`)
    expect(text).toContain(`Jaabi ${added}: `)
    await jaabi.drain()
    expect(await noticesAnywhere(jaabi)).toBe(0)
  })
  test('STOP ends the SMS, and what came before stays on her phone', async () => {
    const { me } = await begun()
    const reference = await me.find(answered)
    await me.says(reference, 'STOP')
    const { text } = await me.open(reference)
    expect(text).toContain('elle ne veut plus de SMS. STOP')
    expect(text).toContain('vous ne recevrez plus nos SMS')
    expect(text).toContain('Le vaccinateur revient lundi matin')
    expect(text).toContain(`message bien noté, No ${reference}`)
  })
  test('the same form twice is one SMS; an empty one and one too long are none', async () => {
    const { me } = await begun()
    const reference = await me.find(answered)
    const count = async () => (await me.open(reference)).text.split('Elle écrit,').length - 1
    await me.says(reference, `${reference} Merci de me rappeler`, 'the-form')
    await me.says(reference, `${reference} Merci de me rappeler`, 'the-form')
    await me.says(reference, '   ')
    await me.says(reference, 'x'.repeat(601))
    expect(await count()).toBe(1)
  })
  test('who left no number has no phone to play, and a case of somebody else has no person', async () => {
    const { jaabi, me } = await begun()
    const reference = await me.find(onPaper)
    const { text, page } = await me.open(reference)
    expect(text).toContain('La personne n’aurait reçu aucun SMS')
    expect(page).not.toContain('/personne"')
    const all = (await me.list()).shown
    expect((await me.says(reference, '3')).status).toBe(303)
    expect((await me.list()).shown).toEqual(all)
    const other = await practiceOf(jaabi, { role: 'focal-point' }, 'somebody-else')
    await other.start()
    expect((await other.says(reference, '3')).status).toBe(404)
    expect((await other.says('4829137996', '3')).status).toBe(404)
  })
  test('nothing of it is anywhere but in practice', async () => {
    const { jaabi, me } = await begun()
    const before = await outsidePractice(jaabi)
    const reference = await me.find(answered)
    for (const text of ['3', 'STOP', 'START', 'AIDE', 'RAPPEL', 'LANGUE bm', `APPEL ${reference}`])
      await me.says(reference, text)
    await jaabi.drain()
    expect(await outsidePractice(jaabi)).toEqual(before)
    expect(await jaabi.references()).toEqual([])
    expect(jaabi.sms).toEqual([])
    expect(jaabi.published).toEqual([])
    expect(await noticesAnywhere(jaabi)).toBe(0)
  })
})
