import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { kannel, kannelGateway } from '../../../../adapters/gateways/kannel/send.ts'
import { patience } from '../../../../infra/local/patience.ts'
import { listening } from '../../../../infra/local/stand-ins/loopback.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A smsbox that answers as given, or breaks off (`null`); what it was asked stands in `asked`. */
async function smsbox(answer: { status: number; body: string } | null) {
  const asked: URLSearchParams[] = []
  const server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://smsbox').searchParams)
    if (answer === null) request.socket.destroy()
    else response.writeHead(answer.status, { 'content-type': 'text/html' }).end(answer.body)
  })
  servers.push(server)
  return { asked, url: `http://127.0.0.1:${String(await listening(server))}/cgi-bin/sendsms` }
}

const account = {
  username: 'jaabi',
  password: 'secret',
  from: '36019',
  smsc: null,
  deliveries: 'https://jaabi.example/gateways/kannel/the-token/delivery',
}
const sending = (url: string, more: Partial<typeof account> = {}) =>
  kannelGateway({ ...account, ...more, url }, { timeoutMs: patience.sendMs, newId: () => 'our-own' })
const taken = { status: 202, body: '0: Accepted for delivery' }
const sms = { to: '+22370000001', text: 'Plainte reçue: 48 2913 7996. Reponse avant le 21/06.' }

describe('what smsbox is asked', () => {
  test('number, text, its alphabet, and where to tell what became of it', async () => {
    const { asked, url } = await smsbox(taken)
    expect(await sending(url).send({ ...sms, text: 'Déjà reçu + 100 %' })).toEqual({
      outcome: 'accepted',
      gateway: 'kannel',
      gatewayMessageId: 'our-own',
    })
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({
      username: 'jaabi',
      password: 'secret',
      from: '36019',
      to: '+22370000001',
      text: 'Déjà reçu + 100 %',
      charset: 'UTF-8',
      coding: '2',
      'dlr-mask': '31',
      'dlr-url': 'https://jaabi.example/gateways/kannel/the-token/delivery?id=our-own&to=%2B22370000001&parts=1&d=%d',
    })
  })

  test.each([
    ['Plainte recue: é è à ù Ç € [x]', '0'],
    ['reçue', '2'],
    ['même', '2'],
    ['I ka kuma sɔrɔla', '2'],
    ['l’eau', '2'],
    ['شكوى', '2'],
  ])('« %s » travels with coding %s', async (text, coding) => {
    const { asked, url } = await smsbox(taken)
    await sending(url).send({ ...sms, text })
    expect(asked[0]?.get('coding')).toBe(coding)
  })

  test('a connection by its id, and no sender where Kannel has its own', async () => {
    const { asked, url } = await smsbox(taken)
    await kannelGateway(
      { ...account, url, from: null, smsc: 'orange' },
      { timeoutMs: patience.sendMs, newId: () => 'our-own' },
    ).send(sms)
    expect(asked[0]?.get('smsc')).toBe('orange')
    expect(asked[0]?.has('from')).toBe(false)
  })
})

/** What Kannel 1.4.5 answered when it was run (docs/gateways.md). */
describe('what smsbox answers', () => {
  test.each([
    [202, '0: Accepted for delivery', 'accepted', undefined, undefined],
    [202, '3: Queued for later delivery', 'accepted', undefined, undefined],
    [403, 'Authorization failed for sendsms', 'refused', false, 'http-403'],
    [400, 'Number(s) has/have been denied by white- and/or black-lists.', 'refused', false, 'invalid-number'],
    [400, 'Charset or body misformed, rejected', 'refused', false, 'http-400'],
    [404, '', 'refused', false, 'http-404'],
    [429, '', 'refused', true, 'throttled'],
    [500, '', 'refused', true, 'gateway-fault'],
    [503, '', 'refused', true, 'gateway-fault'],
    [502, '', 'undecided', undefined, 'http-502'],
    [302, '', 'undecided', undefined, 'http-302'],
  ])('%i « %s » is %s', async (status, body, outcome, retry, reason) => {
    const { url } = await smsbox({ status, body })
    const said = await sending(url).send(sms)
    expect(said.outcome).toBe(outcome)
    if (said.outcome === 'refused') expect(said).toEqual({ outcome, retry, reason })
    if (said.outcome === 'undecided') expect(said.reason).toBe(reason)
  })

  test('broken off: it may have gone out', async () => {
    const { url } = await smsbox(null)
    expect(await sending(url).send(sms)).toEqual({ outcome: 'undecided', reason: 'broken-connection' })
  })

  test('nobody there: nothing left, and it is tried again', async () => {
    const { url } = await smsbox(taken)
    await new Promise((resolve) => servers.pop()?.close(resolve))
    expect(await sending(url).send(sms)).toEqual({ outcome: 'refused', retry: true, reason: 'unreachable' })
  })

  test('no answer in time: it may have gone out', async () => {
    const server = createServer(() => undefined)
    servers.push(server)
    const url = `http://127.0.0.1:${String(await listening(server))}/`
    expect(await kannelGateway({ ...account, url }, { timeoutMs: 20 }).send(sms)).toEqual({
      outcome: 'undecided',
      reason: 'time-out',
    })
  })
})

test('Kannel would send an empty SMS, and one to nobody: it is never asked to', async () => {
  const { asked, url } = await smsbox(taken)
  expect(await sending(url).send({ ...sms, text: '' })).toMatchObject({ outcome: 'refused', reason: 'empty-text' })
  expect(await sending(url).send({ ...sms, to: 'Ali' })).toMatchObject({ outcome: 'refused', reason: 'invalid-number' })
  expect(asked).toEqual([])
})

test('an account of another shape is refused, and the error quotes nothing', () => {
  const connect = () =>
    kannel.connect({ ...account, url: 'http://127.0.0.1:13013/cgi-bin/sendsms', pasword: 'x' }, 1_000)
  expect(connect).toThrow()
  expect(connect).not.toThrow(/secret|jaabi/)
})
