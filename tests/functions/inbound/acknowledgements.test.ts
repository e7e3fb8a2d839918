import { expect, test } from 'vitest'
import { build as publicWeb } from '../../../functions/public-web.ts'
import { deskOf } from '../../support/functions/desk.ts'
import { form, phonesOf, referenceIn, woman, wrongReferences } from '../../support/functions/phone.ts'
import { type Jaabi, withJaabi } from '../../support/functions/services.ts'

const newJaabi = await withJaabi()
const aboutWells = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => `Le puits numéro ${from + n} est à sec`)

/** Minutes go by, and what is due then leaves. */
async function passes(jaabi: Jaabi, minutes: number): Promise<void> {
  jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + minutes * 60_000).toISOString()
  await jaabi.sweep()
  await jaabi.drain()
}

async function web(jaabi: Jaabi, fields: Record<string, string>) {
  const app = publicWeb(jaabi.servicesFor('public-web'))
  const body = new URLSearchParams({ consent: 'sms', phone: woman, ...fields }).toString()
  const response = await app.request('/plainte', { method: 'POST', headers: form, body })
  await jaabi.drain()
  return response.status
}

test('three receipts, and the rest of the hour in one SMS with every number and its date', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const references: string[] = []
  for (const text of aboutWells(7)) references.push(await phones.says(woman, text))
  expect(phones.received(woman).map(referenceIn)).toEqual(references.slice(0, 3))
  await passes(jaabi, 59)
  const [, , , list = '', ...more] = phones.received(woman)
  expect(more).toEqual([])
  expect(list).toBe(
    `Jaabi: bien noté: ${references.slice(3).join(', ')} (21/06). Nouvelles au plus tard ces jours. SUIVI + numéro.`,
  )
})

test('what fits no list of this hour stands in that of the next, six at a time', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  for (const text of aboutWells(3 + 9)) await phones.says(woman, text)
  for (const [minutes, sent] of [
    [59, 4],
    [60, 5],
    [60, 5],
  ] as const) {
    await passes(jaabi, minutes)
    expect(phones.received(woman)).toHaveLength(sent)
  }
  expect(
    phones
      .received(woman)
      .at(-1)
      ?.match(/\d{10}/g),
  ).toHaveLength(3)
})

test('a list that the gateway did not take leaves later, whatever that phone wrote meanwhile', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const references: string[] = []
  for (const text of aboutWells(3)) references.push(await phones.says(woman, text))
  await passes(jaabi, 10)
  for (const text of aboutWells(2, 3)) references.push(await phones.says(woman, text))
  // Its hour comes while the gateway is away; the three of this hour are still spent.
  jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + 54 * 60_000).toISOString()
  for (const text of aboutWells(3, 5)) await phones.says(woman, text)
  jaabi.answers.push({ outcome: 'refused', retry: true, reason: 'gateway-fault' })
  await passes(jaabi, 1)
  for (const text of aboutWells(2, 8)) await phones.says(woman, text)
  await passes(jaabi, 15)
  await passes(jaabi, 15)
  const lists = phones.received(woman).filter((text) => text.includes('bien noté: '))
  expect(lists.join()).toContain(references[3])
  expect(lists.join()).toContain(references[4])
})

test('what may be S is never listed with others, nor what became S since', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  for (const text of aboutWells(3)) await phones.says(woman, text)
  const sensitive = await phones.says(woman, 'un agent a violé une fille du camp')
  expect(phones.received(woman).at(-1)).toBe(`Jaabi: bien noté, No ${sensitive}.`)
  const [ordinary, raised] = [
    await phones.says(woman, 'La pompe est cassée'),
    await phones.says(woman, 'Un agent encore'),
  ]
  await (await deskOf(jaabi)).step(raised, 'assess', { level: 'S1' })
  await passes(jaabi, 59)
  expect(phones.received(woman).at(-1)).toContain(ordinary)
  expect(phones.received(woman).at(-1)).not.toContain(raised)
})

test('asking after a case is answered beside all that, and after STOP no list leaves', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const references: string[] = []
  for (const text of aboutWells(5)) references.push(await phones.says(woman, text))
  await phones.says(woman, `SUIVI ${references[4] ?? ''}`)
  expect(phones.received(woman).at(-1)).toContain('message bien noté')
  await phones.says(woman, 'STOP')
  const sent = phones.received(woman).length
  await passes(jaabi, 59)
  expect(phones.received(woman)).toHaveLength(sent)
})

test('wrong numbers cited in messages are tries too: after ten none is looked up, but their own still are', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const own = await phones.says(woman, 'Le forage est en panne')
  const others = await phones.says('+22370000002', 'La classe est fermée')
  for (const wrong of wrongReferences(10))
    await phones.says(woman, `Mon dossier ${wrong} n’avance pas du tout depuis un mois`)
  const stranger = await phones.says(woman, `La classe est toujours fermée, dossier ${others}`)
  expect(stranger).not.toBe(others)
  expect(await phones.says(woman, `Le forage est toujours en panne, dossier ${own}`)).toBe(own)
})

test('numbers tried by SMS and on the keypad are one budget: after ten over both doors neither looks one up, but their own', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const own = await phones.says(woman, 'Le forage est en panne')
  const others = await phones.says('+22370000002', 'La classe est fermée')
  const wrong = wrongReferences(10)
  for (const number of wrong.slice(0, 6)) await phones.says(woman, `SUIVI ${number}`)
  expect(await (await phones.dials(woman)).type('5', ...wrong.slice(6))).toContain('inconnu')
  expect(await (await phones.dials(woman)).type('5', others)).toMatch(/^END Trop d'essais/)
  const sent = phones.received(woman).length
  await phones.says(woman, `SUIVI ${others}`)
  expect(phones.received(woman)).toHaveLength(sent)
  expect(await (await phones.dials(woman)).type('5', own)).toContain('bien noté')
  expect(await (await phones.dials('+22370000002')).type('5', own)).toContain('bien noté')
})

test('ten keypads of one phone at once try no more numbers than one', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const keypads = await Promise.all(
    wrongReferences(14).map(async (wrong) => ({ wrong, pad: await phones.dials(woman) })),
  )
  const screens = await Promise.all(keypads.map(({ wrong, pad }) => pad.type('5', wrong)))
  expect(screens.filter((screen) => screen.includes('inconnu'))).toHaveLength(10)
})

test('« je retire » is a try as any other: after ten wrong numbers it reaches no case but their own', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  const own = await phones.says(woman, 'Le forage est en panne')
  const others = await phones.says('+22370000002', 'La classe est fermée')
  for (const wrong of wrongReferences(10)) await phones.says(woman, `Je retire ${wrong}`)
  expect((await jaabi.senderOf(woman))?.spent?.['try']).toHaveLength(10)
  await phones.says(woman, `Je retire ${others}`)
  expect((await jaabi.saidIn(others)).map(({ words }) => words)).toEqual(['La classe est fermée'])
  await phones.says(woman, `Je retire ${own}`)
  expect((await jaabi.caseOf(own)).closedHow).toBe('withdrawn')
})

test('STOP holds at the form: a number somebody types gets nothing until START, and then what it asked for', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  await phones.says(woman, 'Le forage est en panne')
  await phones.says(woman, 'STOP')
  const sent = phones.received(woman).length
  expect(await web(jaabi, { text: 'La classe est fermée' })).toBe(200)
  expect(phones.received(woman)).toHaveLength(sent)
  const reference = (await jaabi.references()).at(-1) ?? ''
  const typed = (await Promise.all((await jaabi.references()).map((one) => jaabi.caseOf(one)))).find(
    ({ channel }) => channel === 'web',
  )
  expect(typed).toMatchObject({ consent: 'sms', optedOut: true })
  await phones.says(woman, 'START')
  expect((await jaabi.caseOf(typed?.reference ?? reference)).optedOut).toBe(false)
})

test('three receipts a day to a typed number; none abroad, and the form says so', async () => {
  const jaabi = await newJaabi()
  const phones = phonesOf(jaabi)
  for (const text of aboutWells(6)) expect(await web(jaabi, { text })).toBe(200)
  expect(phones.received(woman)).toHaveLength(3)
  expect(await jaabi.references()).toHaveLength(6)
  for (const phone of ['+19005550199', '+88216123456']) expect(await web(jaabi, { text: 'Rien ici', phone })).toBe(422)
  expect(await web(jaabi, { text: 'Appelez-moi', phone: '+33612345678', consent: 'call' })).toBe(200)
  expect(jaabi.sms).toHaveLength(3)
})

test('too many SMS to typed numbers in an hour: they wait, none is lost, and who wrote by SMS is not held', async () => {
  const { settings } = (await newJaabi()).servicesFor('public-web').programme
  const jaabi = await newJaabi({ programme: { settings: { ...settings, typedSmsAnHour: 2 } } })
  const phones = phonesOf(jaabi)
  const typed = ['+22370000011', '+22370000012', '+22370000013', '+22370000014']
  for (const phone of typed) await web(jaabi, { text: `Le puits est à sec, dit ${phone.slice(-2)}`, phone })
  await phones.says(woman, 'Le forage est en panne')
  expect(phones.received(woman)).toHaveLength(1)
  expect(jaabi.sms).toHaveLength(3)
  for (let hours = 0; hours < 3; hours++) await passes(jaabi, 60)
  expect(typed.map((phone) => phones.received(phone).length)).toEqual([1, 1, 1, 1])
})
