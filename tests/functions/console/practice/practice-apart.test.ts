import { describe, expect, test } from 'vitest'
import { steps } from '../../../../core/case/status.ts'
import { build as consolePages } from '../../../../functions/console.ts'
import { build as protectionConsole } from '../../../../functions/protection-console.ts'
import { type Jaabi, withJaabi } from '../../../support/functions/services.ts'
import { bothDoors } from '../../../support/functions/both-doors.ts'
import { woman } from '../../../support/functions/phone.ts'
import { practiceOf } from '../../../support/console/practice-seat.ts'
import { seatOf } from '../../../support/console/seat.ts'

/** Practice and work never meet: every address is read from the routes, so that a new one is held to it too. */

const newJaabi = await withJaabi()
const base = '/console/exercice'
/** Passes the check digits, and is nobody's. */
const nobodys = '4829137996'

interface Route {
  method: string
  path: string
}
const isPractice = ({ path }: Route): boolean => path.startsWith(base)
const isOfCase = ({ path }: Route): boolean => path.includes(':reference')
const isPage = ({ method, path }: Route): boolean =>
  method === 'GET' && !path.includes(':') && !path.includes('*') && !/^\/console\/(connexion|retour|sortie)/.test(path)

function routesOf(jaabi: Jaabi): Route[] {
  const apps = [consolePages(jaabi.servicesFor('console')), protectionConsole(jaabi.servicesFor('protection-console'))]
  const all = apps.flatMap(({ routes }) => routes.map(({ method, path }) => ({ method, path })))
  return [...new Map(all.map((route) => [`${route.method} ${route.path}`, route])).values()]
}

const addresses = ({ path }: Route, reference: string): string[] => {
  const filled = path.replace(':reference', reference)
  return filled.includes(':step') ? steps.map((step) => filled.replace(':step', step)) : [filled.replace(/:\w+/g, 'x')]
}

type Seat = Awaited<ReturnType<typeof seatOf>>
async function answersOf(route: Route, reference: string, seat: Seat) {
  return Promise.all(
    addresses(route, reference).map(async (path) => {
      const ask = () => seat.post(path, { requestId: 'request-1', reason: 'x', text: '3' })
      const response = await (route.method === 'POST' ? ask() : seat.get(path))
      return {
        path: path.replace(reference, ''),
        status: response.status,
        body: (await response.text()).replaceAll(reference, ''),
      }
    }),
  )
}

async function begun() {
  const { jaabi, takes, phones } = await bothDoors(await newJaabi())
  const me = await practiceOf(jaabi, { role: 'focal-point' })
  const pair = await seatOf(jaabi, await jaabi.person('the-pair', { role: 'protection' }), 'protection-console')
  return { jaabi, takes, phones, me, pair }
}

test('the addresses of practice are in the routes, by their names', async () => {
  const { jaabi } = await begun()
  const practised = routesOf(jaabi)
    .filter(isPractice)
    .map(({ method, path }) => `${method} ${path}`)
  for (const route of [
    `GET ${base}`,
    `GET ${base}/inbox`,
    `GET ${base}/cases/:reference`,
    `POST ${base}/cases/:reference/:step`,
    `POST ${base}/cases/:reference/personne`,
    `GET ${base}/nouvelle/:reference`,
    `POST ${base}/nouvelle`,
  ])
    expect(practised).toContain(route)
})

test('a real case, of any level, is nowhere in practice, whichever role one plays', async () => {
  const { jaabi, takes, phones, me } = await begun()
  const real = [
    await phones.says(woman, 'Le forage est en panne'),
    await phones.says(woman, 'Un agent demande de l’argent'),
    await phones.says(woman, 'Autre chose encore, sans détail'),
  ]
  const [, integrity = '', protection = ''] = real
  await takes(integrity, ['focal-point', 'assess', { level: 'S1', category: 'INT-ARGENT' }])
  await takes(protection, ['focal-point', 'assess', { level: 'S2', category: 'PRO-VBG' }])
  await me.start()
  const routes = routesOf(jaabi).filter((route) => isPractice(route) && isOfCase(route))
  expect(routes.length).toBeGreaterThan(4)
  for (const part of ['focal-point', 'protection', 'integrity'] as const) {
    await me.play(part)
    for (const route of routes) {
      const nothing = await answersOf(route, nobodys, me)
      expect(new Set(nothing.map(({ status }) => status)), route.path).toEqual(new Set([404]))
      for (const reference of real)
        expect(await answersOf(route, reference, me), `${part} ${route.method} ${route.path}`).toEqual(nothing)
    }
  }
})

test('a practice case is nowhere else, whoever looks', async () => {
  const { jaabi, me, pair } = await begun()
  await me.start()
  const practised = [await me.find('payer la consultation')]
  await me.play('protection')
  practised.push(...(await me.list()).shown)
  expect(practised).toHaveLength(2)
  const administrator = await seatOf(jaabi, await jaabi.person('the-administrator', { role: 'administrator' }))
  const routes = routesOf(jaabi).filter((route) => !isPractice(route) && isOfCase(route))
  expect(routes.length).toBeGreaterThan(4)
  for (const route of routes) {
    const seats = route.path.startsWith('/console/protection') ? [pair] : [me, administrator]
    for (const seat of seats) {
      const nothing = await answersOf(route, nobodys, seat)
      expect(new Set(nothing.map(({ status }) => status)), route.path).toEqual(new Set([404]))
      for (const reference of practised)
        expect(await answersOf(route, reference, seat), `${route.method} ${route.path}`).toEqual(nothing)
    }
  }
})

describe('nothing moves', () => {
  test('no page of work, for anybody: inbox, counts, search, figures, workload, directory and its audit', async () => {
    const { jaabi, me, pair, phones } = await begun()
    await phones.says(woman, 'Le forage est en panne')
    const administrator = await seatOf(jaabi, await jaabi.person('the-administrator', { role: 'administrator' }))
    const coordinator = await seatOf(jaabi, await jaabi.person('the-coordinator', { role: 'coordinator' }))
    const pages = routesOf(jaabi).filter((route) => isPage(route) && !isPractice(route))
    const queries: Partial<Record<string, string>> = {
      '/console': '?q=',
      '/console/recherche': '?du=2027-06-01&au=2027-06-30',
      '/console/chiffres': '?periode=2027-06',
    }
    const shown = async () => {
      const seen: Record<string, string> = {}
      for (const { path } of pages)
        for (const [who, seat] of Object.entries({ me, administrator, coordinator, pair }))
          if (path.startsWith('/console/protection') === (seat === pair))
            for (const query of ['', queries[path] ?? '']) {
              const page = await (await seat.get(`${path}${query}`)).text()
              seen[`${who} ${path}${query}`] = page.replace(/name="requestId"\s+value="[^"]*"/g, '')
            }
      return seen
    }
    const before = await shown()
    expect(Object.keys(before).length).toBeGreaterThan(20)
    await me.start()
    const fees = await me.find('payer la consultation')
    await me.takes(fees, 'assess', { level: 'N1', category: 'SAN-FRAIS', place: 'cod-2021 ML0703' })
    await me.takes(fees, 'assign', { organisation: 'ong-sante-gao' })
    await me.takes(fees, 'answer', { outcome: 'resolved', answer: 'On vous rembourse lundi' })
    await me.says(fees, '3')
    const filed = { requestId: 'form-1', kind: 'complaint', text: 'Le hangar est tombé', channel: 'face' }
    await me.post(`${base}/nouvelle`, { ...filed, received: '2027-06-07T09:00', consent: 'none' })
    await jaabi.drain()
    expect(await shown()).toEqual(before)
  })
  test('no digest of the morning, no reminder of the Monday, and no phone hears of it in ten days', async () => {
    const { jaabi, me } = await begun()
    await me.start()
    for (let day = 1; day <= 10; day++) {
      jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + 86_400_000).toISOString()
      await jaabi.sweep()
      await jaabi.drain()
    }
    expect(jaabi.published).toEqual([])
    expect(jaabi.sms).toEqual([])
    expect(await jaabi.items('counter')).toEqual([])
  })
})
