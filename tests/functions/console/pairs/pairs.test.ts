import { expect, test } from 'vitest'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { build as protectionApi } from '../../../../functions/protection-api.ts'
import { manifest } from '../../../../functions/manifest.ts'
import { build as consolePages } from '../../../../functions/console.ts'
import { build as protectionConsole } from '../../../../functions/protection-console.ts'
import { build as publicWeb } from '../../../../functions/public-web.ts'
import { build as staffApi } from '../../../../functions/staff-api.ts'
import { textOf } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'
import { confirmSeat } from '../../../../core/operations/directory/pairs.ts'
import { needsOf } from '../../../../functions/wiring/services.ts'
import { readyMade } from '../../../../infra/local/people.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'

const newJaabi = await withJaabi()
const at = '/console/binomes'
const behind = '/console/protection/binomes'
const amina = { pair: 'protection', id: 'amina', name: 'Amina', as: 'member', woman: 'oui', pseaOn: '2027-05-03' }

async function administered() {
  const jaabi = await newJaabi()
  for (const id of ['admin-1', 'admin-2']) await jaabi.person(id, { role: 'administrator' })
  const [one, two] = [await seatOf(jaabi, 'admin-1'), await seatOf(jaabi, 'admin-2')]
  return { jaabi, one, two }
}
const versionOf = async (jaabi: Jaabi, id: string) => String((await jaabi.directory.member(id))?.version)
const opens = async (jaabi: Jaabi, id: string) => {
  const api = protectionApi(jaabi.servicesFor('protection-api'))
  return (await api.request('/api/protection/queue', { headers: { authorization: `Bearer ${id}` } })).status
}
const told = async (jaabi: Jaabi) => {
  await jaabi.drain()
  return jaabi.published.filter(({ subject }) => subject.includes('qui peut ouvrir'))
}

test('one administrator alone opens nothing: the first of a pair takes a second one, the others somebody of the pair', async () => {
  const { jaabi, one, two } = await administered()
  expect((await one.post(at, amina)).status).toBe(303)
  expect(await told(jaabi)).toHaveLength(1)
  expect(await opens(jaabi, 'amina')).not.toBe(200)
  const own = await one.post(`${at}/amina`, { geste: 'confirm', version: await versionOf(jaabi, 'amina') })
  expect(own.status).toBe(422)
  expect(await opens(jaabi, 'amina')).not.toBe(200)
  await two.post(`${at}/amina`, { geste: 'confirm', version: await versionOf(jaabi, 'amina') })
  expect(await opens(jaabi, 'amina')).toBe(200)
  expect(await told(jaabi)).toHaveLength(2)
  expect((await jaabi.directory.member('amina'))?.inPair).toMatchObject({ how: 'administrators', woman: true })

  expect((await two.post(at, { ...amina, id: 'moussa', name: 'Moussa', woman: 'non' })).status).toBe(303)
  const version = await versionOf(jaabi, 'moussa')
  expect(await told(jaabi)).toHaveLength(3)
  expect((await one.post(`${at}/moussa`, { geste: 'confirm', version })).status).toBe(422)
  expect(await opens(jaabi, 'moussa')).not.toBe(200)
  const pair = await seatOf(jaabi, 'amina', 'protection-console')
  expect(textOf(await (await pair.get(behind)).text())).toMatch(/Moussa · membre · proposé par admin-2/)
  expect((await pair.post(`${behind}/moussa`, { geste: 'confirm', version })).status).toBe(303)
  expect(await opens(jaabi, 'moussa')).toBe(200)

  // Each of the four is told, to the pair alone, and no name is.
  const words = await told(jaabi)
  expect(words.map(({ topic }) => topic)).toEqual(['protection', 'protection', 'protection', 'protection'])
  expect(JSON.stringify(words)).not.toMatch(/Amina|amina|Moussa|moussa/)
})

test('neither the page of a person nor an untrained, a third or a made-up one gets in', async () => {
  const { jaabi, one } = await administered()
  for (const id of ['pro-1', 'pro-2']) await jaabi.person(id, { role: 'protection' })
  const person = { id: 'zed', role: 'protection', name: 'Zed', languages: 'fr', active: 'oui', pseaOn: '2027-05-03' }
  const added = await one.post('/console/annuaire/personnes/nouvelle', person)
  expect(added.status).toBe(422)
  expect(await added.text()).toContain('une personne propose, une autre confirme')
  expect(await jaabi.directory.member('zed')).toBeNull()
  const refused = async (over: Partial<Record<keyof typeof amina, string>>) => {
    const answer = await one.post(at, { ...amina, ...over })
    expect(answer.status).toBe(422)
    return textOf(await answer.text())
  }
  expect(await refused({})).toContain('Toutes les places de cette sorte sont prises')
  expect(await refused({ as: 'stand-in', pseaOn: '2026-05-03' })).toContain('pas valable aujourd’hui')
  expect(await refused({ as: 'stand-in', pseaOn: '' })).toContain('ce n’est pas possible ainsi')
  expect(await refused({ as: 'stand-in', id: 'admin-2' })).toContain('n’ouvre jamais de contenu')
  expect(await refused({ as: 'stand-in', id: 'admin-1' })).toContain('soi-même')
  expect(await refused({ as: 'stand-in', id: 'pro-1' })).toContain('déjà une place')
  expect(await jaabi.directory.member('amina')).toBeNull()
  expect((await one.post(at, { ...amina, as: 'stand-in' })).status).toBe(303)
})

test('only administrators and the pair itself find who is in it; a proposal can be taken back', async () => {
  const { jaabi, one } = await administered()
  await jaabi.person('pro-1', { role: 'protection' })
  await jaabi.person('int-1', { role: 'integrity' })
  await jaabi.person('focal-1', { role: 'focal-point' })
  await one.post(at, amina)
  const integrity = await seatOf(jaabi, 'int-1')
  expect(textOf(await (await integrity.get(at)).text())).not.toContain('Amina')
  const version = await versionOf(jaabi, 'amina')
  for (const geste of ['confirm', 'decline'])
    expect((await integrity.post(`${at}/amina`, { geste, version })).status).toBe(404)
  const focal = await seatOf(jaabi, 'focal-1')
  expect((await focal.get(at)).status).toBe(404)
  expect((await focal.post(at, amina)).status).toBe(404)
  const pair = await seatOf(jaabi, 'pro-1', 'protection-console')
  expect((await pair.post(`${behind}/amina`, { geste: 'decline', version: '0' })).status).toBe(409)
  expect((await pair.post(`${behind}/amina`, { geste: 'decline', version })).status).toBe(303)
  expect(await jaabi.directory.member('amina')).toMatchObject({ active: false, inPair: null, proposedTo: null })
})

test('a lapsed training shuts one out while a trained colleague is there, never the last; both are told before', async () => {
  const { jaabi } = await administered()
  await jaabi.person('pro-1', { role: 'protection', pseaOn: '2026-07-07' })
  await jaabi.person('pro-2', { role: 'protection', pseaOn: '2027-05-01' })
  const sweptAt = async (on: string) => {
    jaabi.clock.nowAt = `${on}T09:00:00.000Z`
    await jaabi.sweep()
    await jaabi.drain()
  }
  const about = (word: string) =>
    jaabi.published
      .filter(({ subject }) => subject.includes(word))
      .map(({ topic }) => topic)
      .toSorted()
  for (const on of ['2027-06-06', '2027-06-07', '2027-06-08', '2027-06-30', '2027-07-01', '2027-07-06'])
    await sweptAt(on)
  expect(about('formation à refaire')).toEqual([
    'coordination',
    'coordination',
    'coordination',
    'protection',
    'protection',
    'protection',
  ])
  expect(await opens(jaabi, 'pro-1')).toBe(200)
  await sweptAt('2027-07-07')
  expect(await opens(jaabi, 'pro-1')).not.toBe(200)
  expect(await opens(jaabi, 'pro-2')).toBe(200)
  expect(about('plus personne')).toEqual([])
  const version = await versionOf(jaabi, 'pro-2')
  const leaves = { role: 'protection', name: 'pro-2', languages: 'fr', active: 'non', pseaOn: '2027-05-01', version }
  const admin = await seatOf(jaabi, 'admin-1')
  expect((await admin.post('/console/annuaire/personnes/pro-2', leaves)).status).toBe(303)
  expect(await opens(jaabi, 'pro-2')).not.toBe(200)
  expect(await opens(jaabi, 'pro-1')).toBe(200)
  await sweptAt('2027-07-08')
  await sweptAt('2027-07-09')
  expect(about('plus personne')).toEqual(['coordination', 'coordination', 'protection', 'protection'])
  const last = { ...leaves, name: 'pro-1', pseaOn: '2026-07-07', version: await versionOf(jaabi, 'pro-1') }
  const kept = await (await seatOf(jaabi, 'admin-1')).post('/console/annuaire/personnes/pro-1', last)
  expect(kept.status).toBe(422)
  expect(await kept.text()).toContain('dernière personne de ce binôme')
  expect(await opens(jaabi, 'pro-1')).toBe(200)
})

test('of two confirmed for the last seat in the same moment one gets it, whoever is quicker, fifty times', async () => {
  const jaabi = await newJaabi()
  const services = jaabi.servicesFor('console')
  const needs = { ...needsOf(services), directory: services.directory, firstCodes: null }
  const as = (person: string) =>
    ({ person, role: 'protection', region: null, organisation: null, supervises: [], reportsTo: [] }) as const
  const seat = { ...readyMade, woman: true }
  for (let round = 0; round < 50; round++) {
    await jaabi.person('amina', { role: 'protection', inPair: seat })
    await jaabi.person('fanta', { role: 'protection', inPair: { ...seat, as: 'stand-in' } })
    const waiting = ['moussa', 'awa']
    // What two proposals in the same moment left of an older program: both wait for the one seat.
    for (const id of waiting) {
      const proposedTo = {
        pair: 'protection',
        as: 'member',
        woman: id === 'awa',
        by: 'admin-1',
        at: needs.now,
      } as const
      await jaabi.person(id, { role: 'protection', inPair: null, proposedTo: null })
      await jaabi.person(id, { role: 'protection', inPair: null, proposedTo })
    }
    const version = async (id: string) => (await jaabi.directory.member(id))?.version ?? 0
    const both = await Promise.all(
      waiting.map(async (id, at) =>
        confirmSeat(as(at === 0 ? 'amina' : 'fanta'), { id, version: await version(id), code: null }, needs),
      ),
    )
    const seated = (await jaabi.directory.members()).filter(({ inPair }) => inPair?.as === 'member')
    expect(
      both.filter(({ is }) => is === 'done'),
      `round ${round}`,
    ).toHaveLength(1)
    expect(seated).toHaveLength(2)
  }
})

test('two proposed for the last seat in the same moment: one waits, the other is told', async () => {
  const { jaabi, one, two } = await administered()
  await jaabi.person('pro-1', { role: 'protection' })
  for (let round = 0; round < 20; round++) {
    const answers = await Promise.all([
      one.post(at, { ...amina, id: `amina-${round}` }),
      two.post(at, { ...amina, id: `fanta-${round}` }),
    ])
    const waiting = (await jaabi.directory.members()).filter(({ proposedTo }) => proposedTo !== null)
    expect(waiting, `round ${round}`).toHaveLength(1)
    expect(answers.map(({ status }) => status === 303).toSorted()).toEqual([false, true])
    for (const { id, version } of waiting) await one.post(`${at}/${id}`, { geste: 'decline', version: String(version) })
  }
})

test('two taken out in the same moment leave one, and a last woman is never the second', async () => {
  const { jaabi, one, two } = await administered()
  for (let round = 0; round < 20; round++) {
    await jaabi.person('pro-1', { role: 'protection', inPair: { ...readyMade, woman: true } })
    await jaabi.person('pro-2', { role: 'protection', inPair: { ...readyMade, woman: true } })
    const leaves = async (id: string) => ({
      role: 'protection',
      name: id,
      languages: 'fr',
      active: 'non',
      pseaOn: '2027-06-01',
      version: await versionOf(jaabi, id),
    })
    const [first, second] = [await leaves('pro-1'), await leaves('pro-2')]
    const both = await Promise.all([
      one.post('/console/annuaire/personnes/pro-1', first),
      two.post('/console/annuaire/personnes/pro-2', second),
    ])
    expect(both.map(({ status }) => status === 303).toSorted(), `round ${round}`).toEqual([false, true])
    expect((await jaabi.directory.members()).filter(({ inPair }) => inPair !== null)).toHaveLength(1)
  }
})

async function oneOfEach() {
  const { jaabi, one } = await administered()
  await jaabi.person('amina', { role: 'protection', pseaOn: '2027-05-01', inPair: { ...readyMade, woman: true } })
  await jaabi.person('moussa', { role: 'protection', pseaOn: '2027-05-01', inPair: { ...readyMade, woman: false } })
  const leave = async (id: string) => one.post(`${at}/${id}`, { geste: 'leave', version: await versionOf(jaabi, id) })
  const tomorrow = async (on: string) => {
    jaabi.clock.nowAt = `${on}T09:00:00.000Z`
    await jaabi.sweep()
    await jaabi.drain()
    return jaabi.published.splice(0).filter(({ subject }) => subject.includes('femme'))
  }
  return { jaabi, one, leave, tomorrow }
}

test('the last woman of a pair is not taken out by her page; for misconduct her access ends at once, and an alarm counts the days', async () => {
  const { jaabi, one, leave, tomorrow } = await oneOfEach()
  const out = { role: 'protection', name: 'amina', languages: 'fr', active: 'non', pseaOn: '2027-05-01' }
  const page = '/console/annuaire/personnes/amina'
  const refused = await one.post(page, { ...out, version: await versionOf(jaabi, 'amina') })
  expect(refused.status).toBe(422)
  expect(textOf(await refused.text())).toContain('dernière femme de ce binôme')
  expect(await opens(jaabi, 'amina')).toBe(200)

  const seat = await seatOf(jaabi, 'amina', 'protection-console')
  expect((await leave('amina')).status).toBe(303)
  expect(await opens(jaabi, 'amina')).not.toBe(200)
  expect(await opens(jaabi, 'moussa')).toBe(200)
  expect((await seat.get('/console/protection/inbox')).status).toBe(303)
  expect(await told(jaabi)).toHaveLength(1)
  const first = await tomorrow('2027-06-08')
  expect(first.map(({ topic }) => topic).toSorted()).toEqual(['coordination', 'protection'])
  expect((await tomorrow('2027-06-11'))[0]?.body).toContain('Depuis 4 j')

  // A man beside him is refused; a woman ends the alarm.
  jaabi.clock.nowAt = '2027-06-11T10:00:00.000Z'
  const admin = await seatOf(jaabi, 'admin-2')
  const man = await admin.post(at, { ...amina, id: 'amadou', woman: 'non' })
  expect(textOf(await man.text())).toContain('gardée à une femme')
  await admin.post(at, { ...amina, id: 'fanta', name: 'Fanta' })
  const pair = await seatOf(jaabi, 'moussa', 'protection-console')
  await pair.post(`${behind}/fanta`, { geste: 'confirm', version: await versionOf(jaabi, 'fanta') })
  expect(await opens(jaabi, 'fanta')).toBe(200)
  expect(await tomorrow('2027-06-12')).toEqual([])
})

test('the last reader who must leave keeps the door until somebody else is confirmed, by two administrators', async () => {
  const { jaabi, one, leave } = await oneOfEach()
  const two = await seatOf(jaabi, 'admin-2')
  await jaabi.person('moussa', { role: 'protection', pseaOn: '2026-05-01', inPair: { ...readyMade, woman: false } })
  expect((await leave('amina')).status).toBe(303)
  expect(await opens(jaabi, 'amina')).toBe(200)
  expect(textOf(await (await one.get(at)).text())).toContain('doit partir depuis le')
  await leave('moussa')
  await one.post(at, { ...amina, id: 'fanta', name: 'Fanta' })
  const version = await versionOf(jaabi, 'fanta')
  const own = await seatOf(jaabi, 'amina', 'protection-console')
  expect((await own.post(`${behind}/fanta`, { geste: 'confirm', version })).status).toBe(404)
  expect((await two.post(`${at}/fanta`, { geste: 'confirm', version })).status).toBe(303)
  expect(await opens(jaabi, 'fanta')).toBe(200)
  for (const id of ['amina', 'moussa']) expect(await opens(jaabi, id)).not.toBe(200)
})

const firstCodes = { protection: 'abcd-efgh-2345', integrity: 'wxyz-6789-stuv', until: '2027-06-09T00:00:00.000Z' }

test('one administrator lets the first of a pair in with the code of the deployment: once, of that pair, while it is good', async () => {
  const jaabi = await newJaabi({ firstCodes })
  await jaabi.person('admin-1', { role: 'administrator' })
  const one = await seatOf(jaabi, 'admin-1')
  const confirmed = async (id: string, code: string) => {
    const seat = await seatOf(jaabi, 'admin-1')
    const answer = await seat.post(`${at}/${id}`, { geste: 'confirm', version: await versionOf(jaabi, id), code })
    return answer.status === 303 ? 'in' : textOf(await answer.text())
  }
  await one.post(at, amina)
  expect(await (await one.get(at)).text()).toContain('name="code"')
  expect(await confirmed('amina', '')).toContain('Qui propose ne confirme pas')
  expect(await confirmed('amina', 'abcd-efgh-2346')).toContain('pas le code de ce binôme')
  expect(await confirmed('amina', firstCodes.integrity)).toContain('pas le code de ce binôme')
  expect(await opens(jaabi, 'amina')).not.toBe(200)
  expect(await confirmed('amina', ' ABCDEFGH2345'.toLowerCase())).toBe('in')
  expect(await opens(jaabi, 'amina')).toBe(200)
  expect((await jaabi.directory.member('amina'))?.inPair).toMatchObject({ how: 'code' })
  expect(textOf(await (await one.get(at)).text())).toContain('par le code de mise en service')

  // The second is for the first to confirm; nothing of the code is left in the table.
  await one.post(at, { ...amina, id: 'moussa', name: 'Moussa', woman: 'non' })
  expect(await confirmed('moussa', firstCodes.protection)).toContain('Qui propose ne confirme pas')
  expect(JSON.stringify(await jaabi.items('pair'))).not.toMatch(/abcd/)
  // Nor does it open the same pair again, should nobody be left in it.
  await jaabi.person('amina', { role: 'protection', active: false })
  expect(await confirmed('moussa', firstCodes.protection)).toContain('a déjà servi')
  await one.post(at, { ...amina, pair: 'integrity', id: 'awa', name: 'Awa' })
  jaabi.clock.nowAt = firstCodes.until
  expect(await confirmed('awa', firstCodes.integrity)).toContain('a expiré')
  const later = await (await seatOf(jaabi, 'admin-1')).get(at)
  expect(later.status).toBe(200)
  expect(await later.text()).not.toContain('name="code"')
})

test('one administrator who has both of a pair leave and adds a second one lets nobody in: the last reader stays, and it takes two of old', async () => {
  const jaabi = await newJaabi({ firstCodes })
  for (const id of ['admin-1', 'admin-2']) await jaabi.person(id, { role: 'administrator' })
  for (const id of ['pro-1', 'pro-2']) await jaabi.person(id, { role: 'protection', pseaOn: '2027-05-01' })
  const as = (id: string) => seatOf(jaabi, id)
  const geste = async (who: string, id: string, what: string, code = '') =>
    (await as(who)).post(`${at}/${id}`, { geste: what, version: await versionOf(jaabi, id), code })
  const said = async (answer: Response) => textOf(await answer.text())

  const added = { id: 'puppet', role: 'administrator', name: 'Puppet', languages: 'fr', active: 'oui' }
  expect((await (await as('admin-1')).post('/console/annuaire/personnes/nouvelle', added)).status).toBe(303)
  await jaabi.drain()
  const heard = jaabi.published.filter(({ subject }) => subject.includes('une administration de plus'))
  expect(heard.map(({ topic }) => topic).toSorted()).toEqual(['coordination', 'integrity', 'protection'])
  expect(JSON.stringify(heard)).not.toMatch(/puppet/i)
  for (const id of ['pro-1', 'pro-2']) expect((await geste('admin-1', id, 'leave')).status).toBe(303)
  expect(await opens(jaabi, 'pro-2')).toBe(200)

  const page = await said(await (await as('puppet')).get(at))
  expect(page).toContain('Ainsi personne ne vide un binôme pour le remplir seul')
  const proposed = await (await as('puppet')).post(at, amina)
  expect(proposed.status).toBe(422)
  expect(await said(proposed)).toContain('qui administrent depuis trente jours au moins')
  expect((await (await as('admin-1')).post(at, amina)).status).toBe(303)
  // Neither to confirm nor with a code.
  expect(await (await (await as('puppet')).get(at)).text()).not.toContain('value="confirm"')
  expect(await (await (await as('admin-2')).get(at)).text()).toContain('value="confirm"')
  for (const code of ['', firstCodes.protection]) {
    const refused = await geste('puppet', 'amina', 'confirm', code)
    expect(await said(refused)).toContain('qui administrent depuis trente jours au moins')
    expect((await geste('admin-1', 'amina', 'confirm', code)).status).toBe(422)
  }
  expect(await opens(jaabi, 'amina')).not.toBe(200)
  expect(await opens(jaabi, 'pro-2')).toBe(200)
  jaabi.clock.nowAt = '2027-06-08T09:00:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  const alarm = jaabi.published.filter(({ subject }) => subject.includes('plus personne'))
  expect(alarm.map(({ topic }) => topic).toSorted()).toEqual(['coordination', 'protection'])

  // Who administered before lets somebody in, and only then the last reader's access ends.
  expect((await geste('admin-2', 'amina', 'confirm')).status).toBe(303)
  expect(await opens(jaabi, 'amina')).toBe(200)
  expect(await opens(jaabi, 'pro-2')).not.toBe(200)
})

test('whoever has administered for thirty days counts beside an emptied pair, so that it is not closed for good', async () => {
  const { jaabi, one } = await administered()
  await jaabi.person('admin-2', { role: 'administrator', administersSince: jaabi.clock.nowAt })
  await jaabi.person('pro-1', { role: 'protection', pseaOn: '2027-06-01' })
  await one.post(`${at}/pro-1`, { geste: 'leave', version: await versionOf(jaabi, 'pro-1') })
  await one.post(at, amina)
  const confirmed = async () => {
    const two = await seatOf(jaabi, 'admin-2')
    return (await two.post(`${at}/amina`, { geste: 'confirm', version: await versionOf(jaabi, 'amina') })).status
  }
  jaabi.clock.nowAt = '2027-07-07T08:59:00.000Z'
  expect(await confirmed()).toBe(422)
  jaabi.clock.nowAt = '2027-07-07T09:00:00.000Z'
  expect(await confirmed()).toBe(303)
  expect(await opens(jaabi, 'amina')).toBe(200)
})

test('a deployment without a code takes none, and of two uses in the same moment one counts', async () => {
  const without = await administered()
  await without.one.post(at, amina)
  const version = await versionOf(without.jaabi, 'amina')
  const answer = await without.one.post(`${at}/amina`, { geste: 'confirm', version, code: firstCodes.protection })
  expect(textOf(await answer.text())).toContain('pas le code de ce binôme')

  const jaabi = await newJaabi({ firstCodes })
  await jaabi.person('admin-1', { role: 'administrator' })
  const one = await seatOf(jaabi, 'admin-1')
  for (const id of ['amina', 'fanta']) await one.post(at, { ...amina, id })
  const both = await Promise.all(
    ['amina', 'fanta'].map(async (id) =>
      one.post(`${at}/${id}`, { geste: 'confirm', version: await versionOf(jaabi, id), code: firstCodes.protection }),
    ),
  )
  // Whoever came second saw that somebody had written, or already found somebody there.
  expect(both.filter(({ status }) => status === 303)).toHaveLength(1)
  expect((await jaabi.directory.members()).filter(({ inPair }) => inPair !== null)).toHaveLength(1)
})

test('who was in a pair before seats were confirmed still opens it, and the page says so', async () => {
  const { jaabi, one } = await administered()
  const item = {
    pk: { S: 'ml#directory' },
    sk: { S: 'person#old' },
    is: { S: 'person' },
    schema: { N: '1' },
    id: { S: 'old' },
  }
  const rest = {
    name: { S: 'Ancienne' },
    role: { S: 'protection' },
    region: { NULL: true },
    organisation: { NULL: true },
  }
  const Item = { ...item, ...rest, active: { BOOL: true } } as const
  await jaabi.client.send(new PutItemCommand({ TableName: jaabi.tables.cases, Item }))
  expect(await opens(jaabi, 'old')).toBe(200)
  const page = textOf(await (await one.get(at)).text())
  expect(page).toContain('avant que les places soient confirmées')
})

test('no deployed function signs anybody in by a name, or puts anybody into the directory', async () => {
  const jaabi = await newJaabi()
  expect(manifest.flatMap(({ trigger }) => (trigger.on === 'http' ? trigger.routes : []))).not.toContainEqual(
    expect.stringContaining('/local'),
  )
  const asked = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'protection' }),
  }
  const apps = [
    consolePages(jaabi.servicesFor('console')),
    protectionConsole(jaabi.servicesFor('protection-console')),
    staffApi(jaabi.servicesFor('staff-api')),
    protectionApi(jaabi.servicesFor('protection-api')),
    publicWeb(jaabi.servicesFor('public-web')),
  ]
  for (const app of apps)
    for (const path of ['/local/sign-in', '/local/desk', '/console/local/sign-in'])
      expect([303, 401, 404, 413]).toContain((await app.request(path, asked)).status)
  expect(await jaabi.directory.members()).toEqual([])
})
