import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { consoleApp } from '../../../../functions/console/app.ts'
import { consoleDoor } from '../../../../functions/console/frame/doors.ts'
import type { ConsoleEnv } from '../../../../functions/console/frame/scene.ts'
import { sections } from '../../../../functions/console/sections.ts'
import { withJaabi, type Jaabi } from '../../../support/functions/services.ts'
import { seatOf } from '../../../support/console/seat.ts'

const newJaabi = await withJaabi()
const nowhere = '/console/rien-de-tel'

async function office() {
  const jaabi = await newJaabi()
  await jaabi.person('focal-1', { role: 'focal-point' })
  return { jaabi, seat: await seatOf(jaabi, 'focal-1') }
}

const after = (jaabi: Jaabi, minutes: number): void => {
  jaabi.clock.nowAt = new Date(Date.parse(jaabi.clock.nowAt) + minutes * 60_000).toISOString()
}
/** Somebody signed in finds nothing there; anybody else is led to the sign-in page. */
const isIn = async ({ get }: Awaited<ReturnType<typeof seatOf>>): Promise<boolean> =>
  (await get(nowhere)).status === 404

describe('a session', () => {
  test('ends after thirty minutes without a page, and says why', async () => {
    const { jaabi, seat } = await office()
    after(jaabi, 29)
    expect(await isIn(seat)).toBe(true)
    after(jaabi, 29)
    expect(await isIn(seat)).toBe(true)
    after(jaabi, 30)
    const response = await seat.get(nowhere)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/console/connexion?vers=${encodeURIComponent(nowhere)}&souci=ended`)
  })

  test('ends after twelve hours however busy somebody is', async () => {
    const { jaabi, seat } = await office()
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      after(jaabi, 20)
      expect(await isIn(seat), String(minutes)).toBe(true)
    }
    after(jaabi, 20)
    expect(await isIn(seat)).toBe(false)
  })

  test('ends on every device at once, and only that person’s', async () => {
    const { jaabi, seat } = await office()
    const phone = await seatOf(jaabi, 'focal-1')
    await jaabi.person('focal-2', { role: 'deputy' })
    const colleague = await seatOf(jaabi, 'focal-2')
    after(jaabi, 1)
    expect((await seat.post('/console/sortie', { partout: 'oui' })).status).toBe(200)
    expect(await isIn(seat)).toBe(false)
    expect(await isIn(phone)).toBe(false)
    expect(await isIn(colleague)).toBe(true)
    after(jaabi, 1)
    expect(await isIn(await seatOf(jaabi, 'focal-1'))).toBe(true)
  })

  test('ends here alone when that is what was asked', async () => {
    const { jaabi, seat } = await office()
    const phone = await seatOf(jaabi, 'focal-1')
    await seat.post('/console/sortie')
    expect(await isIn(seat)).toBe(false)
    expect(await isIn(phone)).toBe(true)
  })

  test('is worth nothing from the moment the directory puts the person out, and changes with their role', async () => {
    const { jaabi, seat } = await office()
    await jaabi.person('focal-1', { role: 'partner', organisation: 'ong-sante-gao' })
    expect(await (await seat.get(nowhere)).text()).toContain('Partenaire')
    await jaabi.person('focal-1', { role: 'protection' })
    expect((await seat.get('/console')).headers.get('location')).toBe('/console/protection')
    await jaabi.person('focal-1', { role: 'focal-point', active: false })
    expect(await isIn(seat)).toBe(false)
  })

  test('without a second factor is worth nothing once the role asks for one', async () => {
    const { jaabi } = await office()
    const services = jaabi.servicesFor('console')
    const id = await services.sessions.open({ person: 'focal-1', restricted: false }, null)
    const app = consoleApp(services, consoleDoor)
    const look = () => app.request(nowhere, { headers: { cookie: `__Host-jaabi=${id}` } })
    expect((await look()).status).toBe(404)
    await jaabi.person('focal-1', { role: 'integrity' })
    expect((await look()).status).toBe(303)
  })

  test('renewed by the same person on the same device still takes the forms left open, another’s does not', async () => {
    const { jaabi, seat } = await office()
    const { sessions } = jaabi.servicesFor('console')
    const before = seat.cookie.split('=')[1] ?? ''
    const csrfOf = async (id: string) => (await sessions.find(id))?.csrf
    after(jaabi, 60)
    expect(await csrfOf(await sessions.open({ person: 'focal-1', restricted: false }, before))).toBe(seat.csrf)
    expect(await csrfOf(await sessions.open({ person: 'focal-2', restricted: false }, before))).not.toBe(seat.csrf)
  })

  test('renewed on the same device is the only one left there: the one before ends at once, with the forms of who had left it', async () => {
    const { jaabi, seat } = await office()
    const { sessions } = jaabi.servicesFor('console')
    const before = seat.cookie.split('=')[1] ?? ''
    const csrfOf = async (id: string) => (await sessions.find(id))?.csrf
    const renewed = await sessions.open({ person: 'focal-1', restricted: false }, before)
    expect(await csrfOf(renewed)).toBe(seat.csrf)
    expect(await csrfOf(before)).toBeUndefined()
    expect((await seat.get(nowhere)).status).toBe(303)
    expect(await csrfOf(await sessions.open({ person: 'focal-1', restricted: false }, before))).not.toBe(seat.csrf)
  })
})

describe('a form', () => {
  /** A console with one page that counts what it was sent. */
  async function counting() {
    const { jaabi, seat } = await office()
    let count = 0
    const app = consoleApp(jaabi.servicesFor('console'), consoleDoor, [
      (one) => one.post('/console/essai', (c) => c.text(String((count += 1)))),
    ])
    const send = (fields: Record<string, string>, headers: Record<string, string>, cookie = seat.cookie) =>
      app.request('https://jaabi.example/console/essai', {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      })
    return { send, csrf: seat.csrf, count: () => count }
  }

  test('counts with the session’s token and from our own site', async () => {
    const { send, csrf, count } = await counting()
    expect((await send({ csrf }, { origin: 'https://jaabi.example' })).status).toBe(200)
    // Browsers too old to say where a form comes from.
    expect((await send({ csrf }, {})).status).toBe(200)
    expect(count()).toBe(2)
  })

  test('is refused without the token, with another’s, or from elsewhere', async () => {
    const { send, csrf, count } = await counting()
    const ours = { origin: 'https://jaabi.example' }
    const refused = [
      await send({}, ours),
      await send({ csrf: 'x'.repeat(43) }, ours),
      await send({ csrf }, { origin: 'https://evil.example' }),
      await send({ csrf }, { origin: 'null' }),
      await send({ csrf }, { 'sec-fetch-site': 'cross-site' }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
    expect(await refused[0]?.text()).toContain('Rien n’a été enregistré')
    expect(count()).toBe(0)
  })

  test('sent after the session ended does nothing and leads back without losing what was typed', async () => {
    const { send, csrf, count } = await counting()
    const response = await send({ csrf }, { origin: 'https://jaabi.example' }, '__Host-jaabi=none')
    expect(response.status).toBe(401)
    expect(await response.text()).toMatch(/nouvel onglet[^]*target="_blank"/)
    expect(count()).toBe(0)
  })

  test('larger than anything we ask for is not read', async () => {
    const { send, csrf } = await counting()
    expect((await send({ csrf, text: 'x'.repeat(2_100_000) }, {})).status).toBe(413)
  })
})

describe('every page', () => {
  test('says by its headers that it runs no script but ours, is in no frame, in no cache, and tells other sites nothing', async () => {
    const { seat } = await office()
    for (const path of [nowhere, '/console/connexion', '/console/sortie', '/console/connexion/ailleurs']) {
      const { headers } = await seat.get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, path).toContain("default-src 'none'")
      expect(policy, path).toContain("frame-ancestors 'none'")
      expect(policy, path).not.toContain('unsafe')
      expect(Object.fromEntries(headers), path).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'strict-transport-security': expect.stringMatching('max-age=') as string,
        'x-content-type-options': 'nosniff',
      })
    }
  })

  test('that is not there looks the same wherever it is not', async () => {
    const { seat } = await office()
    const bodies = await Promise.all(
      [nowhere, '/console/dossier/0000000000', '/console/protection/dossier/4829137996', '/console/x/y/z'].map(
        async (path) => (await seat.get(path)).text(),
      ),
    )
    expect(new Set(bodies).size).toBe(1)
    expect((await seat.post(nowhere)).status).toBe(404)
  })

  test('says nothing of what went wrong inside', async () => {
    const { jaabi, seat } = await office()
    const app = consoleApp(jaabi.servicesFor('console'), consoleDoor, [
      (one) =>
        one.get('/console/essai', () => {
          throw new Error('the secret of +22370000001')
        }),
    ])
    const response = await app.request('/console/essai', { headers: { cookie: seat.cookie } })
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(text).toContain('Un ennui de notre côté')
    expect(text).not.toContain('secret')
  })

  test('is in English for whoever asked, from then on, and back', async () => {
    const { seat } = await office()
    const asked = await seat.get(`${nowhere}?q=1&langue=en`)
    expect(asked.headers.get('location')).toBe(`${nowhere}?q=1`)
    // What no header carries is left out; the page is the same.
    const long = await seat.get(`${nowhere}?q=${'x'.repeat(2_000)}&langue=en`)
    expect(long.headers.get('location')).toBe(nowhere)
    const [kept = ''] = (asked.headers.get('set-cookie') ?? '').split(';')
    const page = await (await seat.get(nowhere, { cookie: `${seat.cookie}; ${kept}` })).text()
    expect(page).toContain('<html lang="en">')
    expect(page).toContain('Nothing at this address')
    expect(page).toContain('?langue=fr')
    expect((await seat.get(`${nowhere}?langue=xx`)).status).toBe(404)
  })

  test('loads one style and one script, kept for ever under an address that changes with them', async () => {
    const { seat } = await office()
    const page = await (await seat.get(nowhere)).text()
    const loaded = [...page.matchAll(/(?:href|src)="(\/console\/(?:style|script)\.\w+\?v=[\w-]+)"/g)].map(
      ([, at]) => at,
    )
    expect(loaded).toHaveLength(2)
    for (const at of loaded) expect((await seat.get(at ?? '')).headers.get('cache-control')).toContain('immutable')
  })
})

test('no page is behind a door its viewer may not pass, and none opens without a session', async () => {
  const { jaabi, seat } = await office()
  const table = new Hono<ConsoleEnv>()
  for (const section of sections)
    section(table, {
      services: jaabi.servicesFor('console'),
      door: consoleDoor,
      figures: jaabi.figures,
      journal: jaabi.servicesFor('console').directory,
    })
  const pages = table.routes.map(({ path }) => path.replaceAll(/:\w+/g, '4829137996'))
  const protection = await jaabi.person('protection-1', { role: 'protection' })
  const other = await seatOf(jaabi, protection)
  const nothing = await (await other.get(nowhere)).text()
  for (const path of pages) {
    const open = await seat.get(path, { cookie: '' })
    expect(open.headers.get('location'), path).toMatch(/^\/console\/connexion\?vers=/)
    if (path !== '/console') expect(await (await other.get(path)).text(), path).toBe(nothing)
  }
})
