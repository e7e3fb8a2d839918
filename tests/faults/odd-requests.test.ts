import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { woman } from '../support/functions/phone.ts'
import { asks, oddAddresses, oddBodies } from '../support/faults/odd-bodies.ts'
import { type JaabiProcess, jaabiProcess } from '../support/faults/process.ts'
import { callback } from '../support/faults/trouble.ts'

/** What strangers, broken programs and slips of the hand send, at every door of one real machine over real sockets. */

const state = mkdtempSync(join(tmpdir(), 'jaabi-odd-'))
let jaabi: JaabiProcess
let gatewayToken = ''
const at = (what: string, gateway = 'africastalking') => `/gateways/${gateway}/${gatewayToken}/${what}`
const seat = { cookie: '', csrf: '', authorization: '' }
const health = async () =>
  (await (await fetch(`${jaabi.base}/local/health`)).json()) as { cases: number; orphans: number }

beforeAll(async () => {
  jaabi = await jaabiProcess(state)
  await jaabi.start()
  const { base } = jaabi
  gatewayToken = ((await (await fetch(`${base}/local/config`)).json()) as { gatewayToken: string }).gatewayToken
  const sat = await fetch(`${base}/local/desk`, { ...callback({ person: 'focal-point' }), redirect: 'manual' })
  seat.cookie = sat.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const page = await (await fetch(`${base}/console/nouvelle`, { headers: { cookie: seat.cookie } })).text()
  seat.csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const signIn = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"role":"focal-point"}' }
  const { token } = (await (await fetch(`${base}/local/sign-in`, signIn)).json()) as { token: string }
  seat.authorization = `Bearer ${token}`
  expect([seat.cookie, seat.csrf, token]).not.toContain('')
}, 20 * 60_000)
afterAll(async () => {
  await jaabi.kill('SIGKILL')
  rmSync(state, { recursive: true, force: true })
})

const gateways = ['sms', 'delivery', 'opt-out', 'ussd', 'ussd-end'] as const
const pages = ['/plainte', '/danger', '/recu']
const inside = [
  ...['/console/nouvelle', '/console/cases/4829137996/note', '/console/ensemble/dismiss', '/console/masse/1/aside'],
  ...['/console/connexion', '/api/cases', '/api/cases/4829137996/note', '/api/protection/cases/1/note'],
  ...['/local/clock', '/local/gateway', '/local/left', '/local/sign-in', '/local/desk'],
]
const methods = ['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'GET', 'PROPFIND']
const bodies = Object.keys(oddBodies(''))

async function atDoor(path: string, kind: string) {
  const { type, body } = oddBodies(seat.csrf)[kind] ?? { body: '' }
  const { cookie, authorization } = seat
  const headers = { cookie, authorization, ...(type === undefined ? {} : { 'content-type': type }) }
  return asks(jaabi.base, 'POST', path, { headers, body })
}

/** Answered, and nothing of ours broke. */
const sound = ({ status }: { status: number }): boolean => status >= 200 && status < 500

describe('what nobody of ours sends', () => {
  test.each(bodies)(
    '%s: each callback of the gateway takes it or says what it is not, and none breaks',
    async (kind) => {
      const answers = await Promise.all(gateways.map(async (what) => ({ what, ...(await atDoor(at(what), kind)) })))
      expect(answers.filter((one) => !sound(one))).toEqual([])
      const screen = answers.find(({ what }) => what === 'ussd')
      expect(screen?.status).toBe(200)
      expect(screen?.text).toMatch(/^(CON|END) /)
    },
  )

  test.each(bodies)('%s: no page, console, API or control route breaks, and a case is made of none', async (kind) => {
    const { cases } = await health()
    const answers = await Promise.all(
      inside.map(async (path) => {
        const { status, headers } = await atDoor(path, kind)
        return {
          path,
          status,
          cookies: String(headers['set-cookie'] ?? ''),
          location: String(headers['location'] ?? ''),
        }
      }),
    )
    expect(answers.filter((one) => !sound(one))).toEqual([])
    for (const { path, cookies, location } of answers) expect(`${cookies} ${location}`, path).not.toMatch(/x=y|[\r\n]/)
    expect((await health()).cases).toBe(cases)
  })

  test.each(bodies)('%s: the public pages say what is wrong, or take what somebody said', async (kind) => {
    const answers = await Promise.all(pages.map(async (path) => ({ path, ...(await atDoor(path, kind)) })))
    expect(answers.filter((one) => !sound(one) || !one.text.includes('<h1'))).toEqual([])
  })

  test.each(methods)('%s at a door that takes a POST changes nothing', async (method) => {
    const before = await health()
    const { cookie, authorization } = seat
    const all = [...gateways.map((what) => at(what)), ...pages, ...inside]
    const answers = await Promise.all(
      all.map(async (path) => ({
        path,
        ...(await asks(jaabi.base, method, path, { headers: { cookie, authorization } })),
      })),
    )
    expect(answers.filter((one) => !sound(one))).toEqual([])
    expect((await health()).cases).toBe(before.cases)
  })

  test('at no address that somebody may type does anything break, or lead elsewhere', async () => {
    const { cookie, authorization } = seat
    const answers = await Promise.all(
      oddAddresses(at('', 'kannel').replace(/\/$/, '')).map(async (path) => {
        const { status, text, headers } = await asks(jaabi.base, 'GET', path, { headers: { cookie, authorization } })
        const broke = status === 0 ? { text } : {}
        return { path: path.slice(0, 80), status, location: String(headers['location'] ?? ''), ...broke }
      }),
    )
    expect(answers.filter((one) => !sound(one))).toEqual([])
    // Still at the desk: what was asked came as far as the page.
    expect((await asks(jaabi.base, 'GET', '/console/inbox', { headers: { cookie } })).status).toBe(200)
    expect(answers.filter(({ location }) => /^(\/\/|https?:\/\/elsewhere)/.test(location))).toEqual([])
  })

  test('who is not signed in is led to the sign-in, however long the address was', async () => {
    for (const path of [`/console/inbox?${'x&d='.repeat(2_000)}`, `/console/cases/${'9'.repeat(5_000)}`]) {
      const { status, headers } = await asks(jaabi.base, 'GET', path)
      expect(status).toBe(303)
      expect(String(headers['location']).length).toBeLessThan(8_000)
    }
  })

  test.each([
    `{"advance":"P${'9'.repeat(60)}D"}`,
    '{"advance":"P99999D"}',
    '{"set":"9999-12-31T00:00:00Z"}',
    '{"advance":["P1D"]}',
    '{"set":"yesterday"}',
  ])('the clock does not run away: %s', async (body) => {
    const headers = { 'content-type': 'application/json' }
    const { status, text } = await asks(jaabi.base, 'POST', '/local/clock', { headers, body })
    expect(status).toBe(400)
    expect(JSON.parse(text)).toHaveProperty('error')
  })

  test('after all of it a message is taken in as ever, and nothing is without an owner', async () => {
    const sent = callback({ from: woman, to: '36061', text: 'Le puits est en panne', id: 'AT-last' })
    const answer = await fetch(`${jaabi.base}${at('sms')}`, sent)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toMatch(/^\d{10}$/)
    expect((await health()).orphans).toBe(0)
  })
})
