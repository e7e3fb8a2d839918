import { expect, test } from 'vitest'
import { build as protectionApi } from '../../../../functions/protection-api.ts'
import { readyMade } from '../../../../infra/local/people.ts'
import { textOf } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'

const newJaabi = await withJaabi()
const at = '/console/binomes'
const directory = '/console/annuaire'
const version = async (jaabi: Jaabi, id: string) => String((await jaabi.directory.member(id))?.version)
const opens = async (jaabi: Jaabi, id: string) => {
  const api = protectionApi(jaabi.servicesFor('protection-api'))
  return (await api.request('/api/protection/queue', { headers: { authorization: `Bearer ${id}` } })).status === 200
}
const told = async (jaabi: Jaabi, subject: string) => {
  await jaabi.drain()
  return jaabi.published
    .splice(0)
    .filter((one) => one.subject.includes(subject))
    .map(({ topic }) => topic)
    .toSorted()
}

/** A whole protection pair of one organisation, one of integrity, and one administrator with a mind of their own. */
async function pairs() {
  const jaabi = await newJaabi()
  await jaabi.person('admin-1', { role: 'administrator' })
  await jaabi.person('amina', { role: 'protection', organisation: 'ong-sante-gao', underProtocol: true, inPair: { ...readyMade, woman: true } }) // prettier-ignore
  await jaabi.person('moussa', { role: 'protection', inPair: { ...readyMade, woman: false } })
  await jaabi.person('int-1', { role: 'integrity' })
  const admin = await seatOf(jaabi, 'admin-1')
  const page = async (id: string, over: Record<string, string>) => {
    const found = await jaabi.directory.member(id)
    const said = { name: id, role: found?.role ?? '', languages: 'fr', active: 'oui', pseaOn: found?.pseaOn ?? '', organisation: found?.organisation ?? '' } // prettier-ignore
    return admin.post(`${directory}/personnes/${id}`, { ...said, version: await version(jaabi, id), ...over })
  }
  return { jaabi, admin, page }
}

test.each([
  ['no training at all', { pseaOn: '' }],
  ['a training of long ago', { pseaOn: '2020-01-01' }],
  ['a training of today', { pseaOn: '2027-06-07' }],
  ['another organisation, which has no protocol', { organisation: 'ong-sante-mopti' }],
])('the page of a person gives whoever is in a pair %s: refused, and the door stays as it was', async (_, over) => {
  const { jaabi, page } = await pairs()
  expect(await opens(jaabi, 'amina')).toBe(true)
  const answer = await page('amina', over)
  expect(answer.status).toBe(422)
  expect(textOf(await answer.text())).toContain('ne la perd ni ne la gagne ici')
  expect(await opens(jaabi, 'amina')).toBe(true)
  expect(await opens(jaabi, 'moussa')).toBe(true)
})

test('whoever waits for a seat is changed with the pair knowing, and never in what the seat hangs on', async () => {
  const { jaabi, admin, page } = await pairs()
  const named = { pair: 'protection', id: 'fanta', name: 'Fanta', as: 'stand-in', woman: 'oui', pseaOn: '2027-05-03' }
  expect((await admin.post(at, named)).status).toBe(303)
  await told(jaabi, '')
  expect((await page('fanta', { name: 'Amina', role: 'coordinator' })).status).toBe(303)
  expect(await told(jaabi, 'qui peut ouvrir')).toEqual(['protection'])
  expect((await page('fanta', { pseaOn: '2027-06-01' })).status).toBe(422)
  // Whoever confirms sees of which account it is, whatever its name says.
  const pair = await seatOf(jaabi, 'moussa', 'protection-console')
  expect(textOf(await (await pair.get('/console/protection/binomes')).text())).toContain('fanta')
})

test('a training is noted by a colleague of the pair, later than before and not to come; the pair hears it', async () => {
  const { jaabi, admin } = await pairs()
  await jaabi.person('amina', { role: 'protection', pseaOn: '2026-06-01', inPair: { ...readyMade, woman: true } })
  expect(await opens(jaabi, 'amina')).toBe(true)
  await jaabi.person('fanta', { role: 'protection', inPair: { ...readyMade, woman: true, as: 'stand-in' } })
  expect(await opens(jaabi, 'amina')).toBe(false)
  const train = async (seat: typeof admin, base: string, id: string, pseaOn: string) =>
    (await seat.post(`${base}/${id}`, { geste: 'train', version: await version(jaabi, id), pseaOn })).status
  const moussa = await seatOf(jaabi, 'moussa', 'protection-console')
  const behind = '/console/protection/binomes'
  expect(await train(admin, at, 'amina', '2027-06-07')).toBe(404)
  expect(await train(await seatOf(jaabi, 'int-1'), at, 'amina', '2027-06-07')).toBe(404)
  expect(await train(moussa, behind, 'moussa', '2027-06-07')).toBe(404)
  for (const day of ['2026-05-01', '2026-06-01', '2027-06-08', '2027-13-40', '', 'hier'])
    expect(await train(moussa, behind, 'amina', day), day).toBe(422)
  expect(await opens(jaabi, 'amina')).toBe(false)
  await told(jaabi, '')
  expect(textOf(await (await moussa.get(behind)).text())).toContain('Jour de la formation : amina')
  expect(await train(moussa, behind, 'amina', '2027-06-07')).toBe(303)
  expect(await opens(jaabi, 'amina')).toBe(true)
  expect(await told(jaabi, 'qui peut ouvrir')).toEqual(['protection'])
})

test('alone in a pair nobody has a colleague: an administrator notes the training, and it shuts out nobody', async () => {
  const { jaabi, admin } = await pairs()
  const fields = { geste: 'train', version: await version(jaabi, 'int-1'), pseaOn: '2027-06-05' }
  expect((await admin.post(`${at}/int-1`, fields)).status).toBe(303)
  expect(await jaabi.directory.member('int-1')).toMatchObject({ pseaOn: '2027-06-05' })
})

test('nobody is said to be away for them, which would let the other pair in; who says it of themselves is heard by the pair', async () => {
  const { jaabi, admin } = await pairs()
  const days = { fromOn: '2027-06-07', untilOn: '2027-06-09', deputy: 'int-1' }
  const said = { ...days, version: await version(jaabi, 'amina') }
  const refused = await admin.post(`${directory}/personnes/amina/absence`, said)
  expect(refused.status).toBe(422)
  expect(textOf(await refused.text())).toContain('la personne absente le dit elle-même')
  const other = await seatOf(jaabi, 'int-1')
  expect((await other.post(`${directory}/remplacement`, { absent: 'amina' })).status).toBe(404)
  const own = await seatOf(jaabi, 'amina', 'protection-console')
  expect((await own.post('/console/protection/annuaire/absences', said)).status).toBe(303)
  expect(await told(jaabi, 'qui peut ouvrir')).toEqual(['protection'])
  const ended = { fin: 'oui', version: await version(jaabi, 'amina') }
  expect((await admin.post(`${directory}/personnes/amina/absence`, ended)).status).toBe(422)
})

test('an organisation that loses its protocol shuts nobody out who has a seat, and everybody else', async () => {
  const { jaabi, admin } = await pairs()
  await jaabi.person('partner-1', { role: 'partner', organisation: 'ong-sante-gao', underProtocol: true })
  const comes = async () => (await (await seatOf(jaabi, 'partner-1')).get('/console')).status
  const found = jaabi.programme.organisations.find(({ id }) => id === 'ong-sante-gao')
  const said = { name: found?.name ?? '', kind: found?.kind ?? '', languages: 'fr', active: 'oui', protocolOn: '' }
  const state = async (protocolOn: string) => {
    const overlay = String((await jaabi.directory.overlay()).version)
    const path = `${directory}/organisations/ong-sante-gao`
    expect((await admin.post(path, { ...said, protocolOn, version: overlay })).status).toBe(303)
  }
  await state('2027-06-01')
  expect([await comes(), await opens(jaabi, 'amina')]).toEqual([200, true])
  await state('')
  expect([await comes(), await opens(jaabi, 'amina')]).toEqual([303, true])
})

test('whoever was invited and never came is named for no seat', async () => {
  const { jaabi, admin } = await pairs()
  await jaabi.person('invite-a1b2', { role: 'coordinator', mailKey: 'a1b2' })
  const named = { pair: 'protection', id: 'invite-a1b2', name: 'X', as: 'stand-in', woman: 'oui', pseaOn: '2027-05-03' }
  const answer = await admin.post(at, named)
  expect(answer.status).toBe(422)
  expect(textOf(await answer.text())).toContain('n’est pas encore venue')
})

test('both pairs hear that somebody more reads what may be sensitive: at triage, or in a language', async () => {
  const { jaabi, admin, page } = await pairs()
  const both = ['integrity', 'protection']
  const person = { id: 'awa', role: 'focal-point', name: 'Awa', languages: 'fr', active: 'oui' }
  expect((await admin.post(`${directory}/personnes/nouvelle`, person)).status).toBe(303)
  expect(await told(jaabi, 'qui lit change')).toEqual(both)
  expect((await page('awa', { name: 'Awa Cissé' })).status).toBe(303)
  expect(await told(jaabi, 'qui lit change')).toEqual([])
  await jaabi.person('coord', { role: 'coordinator', pseaOn: '2027-05-01' })
  expect((await page('coord', { readerOf: 'taq' })).status).toBe(303)
  expect(await told(jaabi, 'qui lit change')).toEqual(both)
  expect((await page('coord', {})).status).toBe(303)
  expect(await told(jaabi, 'qui lit change')).toEqual([])
})
