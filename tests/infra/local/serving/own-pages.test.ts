import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../../../infra/local/free-port.ts'
import { ownPagesOnly } from '../../../../infra/local/serving/own-pages.ts'
import { closed, listening } from '../../../../infra/local/serving/server.ts'

const appAt = (port: number) => new Hono().use(ownPagesOnly(port)).get('/local/health', (c) => c.text('here'))
const asked = async (headers: Record<string, string>, port = 8080) =>
  (await appAt(port).request('/local/health', { headers })).status

const host = '127.0.0.1:8080'

test.each<[string, Record<string, string>, number]>([
  ['a program of this machine', { host }, 200],
  ['a page of this machine', { host: 'localhost:8080', origin: 'http://localhost:8080' }, 200],
  ['a page of the other name of this machine', { host, origin: 'http://localhost:8080' }, 200],
  ['a program that asks by IPv6', { host: '[::1]:8080' }, 200],
  ['a page at IPv6', { host: '[::1]:8080', origin: 'http://[::1]:8080' }, 200],
  ['IPv6 written at length', { host: '[0:0:0:0:0:0:0:1]:8080' }, 200],
  ['a name in capitals', { host: 'LocalHost:8080' }, 200],
  ['an origin in capitals', { host, origin: 'HTTP://LOCALHOST:8080' }, 200],
  ['a name that ends in a dot', { host: 'localhost.:8080' }, 403],
  ['an origin that ends in a dot', { host, origin: 'http://localhost.:8080' }, 403],
  ['no port', { host: '127.0.0.1' }, 403],
  ['an origin without a port', { host, origin: 'http://127.0.0.1' }, 403],
  ['another port', { host: '127.0.0.1:3000' }, 403],
  ['no host', {}, 403],
  ['an empty host', { host: '' }, 403],
  ['a page from elsewhere', { host, origin: 'https://elsewhere.example' }, 403],
  ['a page of another program of this machine', { host, origin: 'http://127.0.0.1:3000' }, 403],
  ['a page of this machine over another scheme', { host, origin: 'https://127.0.0.1:8080' }, 403],
  ['a file opened in a browser', { host, origin: 'null' }, 403],
  ['an empty origin', { host, origin: '' }, 403],
  ['an origin with a name before ours', { host, origin: 'http://127.0.0.1:8080.elsewhere.example' }, 403],
  ['an origin with ours as its user', { host, origin: 'http://127.0.0.1:8080@elsewhere.example' }, 403],
  ['a name from elsewhere bent to this address', { host: 'elsewhere.example:8080' }, 403],
  ['a name that begins like ours', { host: 'localhost.elsewhere.example:8080' }, 403],
  ['a name made of this address', { host: '127.0.0.1.nip.io:8080' }, 403],
  ['the address that stands for all', { host: '0.0.0.0:8080' }, 403],
  ['another address of the loopback', { host: '127.0.0.2:8080' }, 403],
  ['a name with ours behind it', { host: 'elsewhere.example@127.0.0.1:8080' }, 403],
  ['a host with a path', { host: '127.0.0.1:8080/elsewhere.example' }, 403],
])('the control routes of one machine answer %s with %j by %i', async (_, headers, status) => {
  expect(await asked(headers)).toBe(status)
})

test('where the port goes without saying, so does the host', async () => {
  for (const [headers, status] of [
    [{ host: '127.0.0.1' }, 200],
    [{ host: 'localhost:80', origin: 'http://localhost' }, 200],
    [{ host: '127.0.0.1:8080' }, 403],
  ] as const)
    expect(await asked(headers, 80)).toBe(status)
})

test('over a real socket too, where the name is what a browser was told to ask', async () => {
  const port = await freePort()
  const server = await listening(appAt(port), { port })
  onTestFinished(() => closed(server))
  const at = (server.address() as AddressInfo).port
  const status = (headers: Record<string, string>) =>
    new Promise<number | undefined>((done, fail) => {
      const asking = request({ port: at, host: '127.0.0.1', path: '/local/health', headers }, (answer) => {
        answer.resume()
        done(answer.statusCode)
      })
      asking.once('error', fail).end()
    })
  expect(await status({ host: `localhost:${at}` })).toBe(200)
  expect(await status({ host: `rebound.example:${at}` })).toBe(403)
  expect(await status({ host: `localhost:${at}`, origin: 'http://rebound.example' })).toBe(403)
})
