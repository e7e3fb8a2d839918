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
