import { expect, test } from 'vitest'
import { roles } from '../../../../core/case/actor.ts'
import type { GatewayChoice } from '../../../../core/notices/gateway.ts'
import { textOf } from '../../../support/console/case-desk.ts'
import { seatOf } from '../../../support/console/seat.ts'
import { phonesOf } from '../../../support/functions/phone.ts'
import { withJaabi } from '../../../support/functions/services.ts'

const newJaabi = await withJaabi()
const at = '/console/passerelles'
const gateways: GatewayChoice = {
  byPrefix: { '+22370': 'operator' },
  otherwise: 'general',
  carries: { general: ['+223'] },
  called: { operator: 'Operator One' },
  prices: { perSegment: { operator: 0.01 }, otherwise: 0.03, currency: 'USD', confirmed: false },
  unnamed: null,
}
const fields = (csrf: string, rest: Record<string, string>) => new URLSearchParams({ csrf, ...rest })

async function seated(role: (typeof roles)[number] = 'coordinator') {
  const jaabi = await newJaabi({ programme: { gateways } })
  await jaabi.person('one', { role, name: 'Awa Keïta' })
  const seat = await seatOf(jaabi, 'one')
  const turns = (rest: Record<string, string>) => seat.send(at, fields(seat.csrf, { gateway: 'operator', ...rest }))
  return { jaabi, seat, turns, page: async () => textOf(await (await seat.get(at)).text()) }
}

test('the page says of each gateway what came and left, what the day cost and which sends failed', async () => {
  const { jaabi, page } = await seated()
  const phones = phonesOf(jaabi)
  await phones.says('+22370000001', 'Le forage est en panne')
  jaabi.answers.push({ outcome: 'undecided', reason: 'time-out' })
  await phones.says('+22370000002', 'Le forage est en panne')
  const said = await page()
  expect(said).toContain('Operator One')
  expect(said).toContain('Elle envoie.')
  expect(said).toMatch(/Dernier SMS parti\s+lun\. 7 juin à 9 h 00/)
  expect(said).toMatch(/1 · on ne sait pas si le SMS est parti/)
  expect(said).toMatch(/0,010 USD/)
  expect(said).toContain('pas encore confirmé')
})

test('sends are stopped with a reason, which stands there with name and time; and let on again', async () => {
  const { jaabi, seat, turns, page } = await seated()
  expect((await turns({ to: 'off', reason: 'spoiled' })).headers.get('location')).toBe(`${at}?fait`)
  expect(textOf(await (await seat.get('/console/accueil')).text())).toContain('1 passerelle n’envoie pas')
  expect(await page()).toMatch(/Envois arrêtés par Awa Keïta, lun\. 7 juin à 9 h 00 : les textes arrivent abîmés\./)
  await phonesOf(jaabi).says('+22370000001', 'Le forage est en panne')
  expect(jaabi.sms.map(({ by }) => by)).toEqual(['general'])

  expect((await turns({ to: 'on', reason: 'settled' })).status).toBe(303)
  const said = await page()
  expect(said).toMatch(/envois repris \(c’est réparé\)\s+Awa Keïta/)
  expect(said).toMatch(/envois arrêtés \(les textes arrivent abîmés\)\s+Awa Keïta/)
})

test('what waits while all are stopped is counted, and leaves when one is let on', async () => {
  const { jaabi, seat, turns, page } = await seated()
  await turns({ to: 'off', reason: 'outage' })
  await seat.send(at, fields(seat.csrf, { gateway: 'general', to: 'off', reason: 'outage' }))
  await phonesOf(jaabi).says('+22370000001', 'Le forage est en panne')
  expect(jaabi.sms).toEqual([])
  expect(await page()).toContain('une passerelle qui envoie : 1.')
  await turns({ to: 'on', reason: 'settled' })
  jaabi.clock.nowAt = '2027-06-07T09:16:00.000Z'
  await jaabi.sweep()
  await jaabi.drain()
  expect(jaabi.sms.map(({ by }) => by)).toEqual(['operator'])
})

test('without a reason nothing changes, and the form comes back open; what somebody has done already is not done twice', async () => {
  const { jaabi, turns } = await seated()
  const answer = await turns({ to: 'off', reason: '' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toMatch(/<details class="unfolds"\s+open/)
  expect(textOf(page)).toContain('Choisissez une raison.')
  expect(await jaabi.gatewayWatch.states()).toEqual([])
  await turns({ to: 'off', reason: 'trial' })
  expect((await turns({ to: 'off', reason: 'outage' })).status).toBe(409)
  expect((await turns({ to: 'off', reason: 'trial', gateway: 'nobody' })).status).toBe(404)
  expect(await jaabi.gatewayWatch.events(9)).toHaveLength(1)
})

const lookers = ['coordinator', 'administrator']

test.each(roles.filter((role) => role !== 'protection' && role !== 'integrity'))('%s', async (role) => {
  const { jaabi, seat, turns } = await seated(role)
  const sees = lookers.includes(role)
  expect((await seat.get(at)).status).toBe(sees ? 200 : 404)
  expect((await (await seat.get('/console/accueil')).text()).includes(`href="${at}"`)).toBe(sees)
  expect((await turns({ to: 'off', reason: 'trial' })).status).toBe(sees ? 303 : 404)
  expect(await jaabi.gatewayWatch.events(9)).toHaveLength(sees ? 1 : 0)
})
