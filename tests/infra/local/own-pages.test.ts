import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { ownPagesOnly } from '../../../infra/local/own-pages.ts'

const app = new Hono().use(ownPagesOnly(8080)).get('/local/health', (c) => c.text('here'))
const asked = async (headers: Record<string, string>) => (await app.request('/local/health', { headers })).status

test.each<[string, Record<string, string>, number]>([
  ['a program of this machine', { host: '127.0.0.1:8080' }, 200],
  ['a page of this machine', { host: 'localhost:8080', origin: 'http://localhost:8080' }, 200],
  ['a page from elsewhere', { host: '127.0.0.1:8080', origin: 'https://elsewhere.example' }, 403],
  ['a page of another program of this machine', { host: '127.0.0.1:8080', origin: 'http://127.0.0.1:3000' }, 403],
  ['a file opened in a browser', { host: '127.0.0.1:8080', origin: 'null' }, 403],
  ['a name from elsewhere bent to this address', { host: 'elsewhere.example:8080' }, 403],
])('the control routes of one machine answer %s with %j by %i', async (_, headers, status) => {
  expect(await asked(headers)).toBe(status)
})
