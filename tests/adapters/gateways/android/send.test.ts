import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { android, androidGateway } from '../../../../adapters/gateways/android/send.ts'
import { patience } from '../../../../infra/local/patience.ts'
import { androidPhone, phoneLogin } from '../../../../infra/local/stand-ins/phone-with-sim.ts'
import { listening } from '../../../../infra/local/stand-ins/loopback.ts'
import { closed, listening as serving } from '../../../../infra/local/serving/server.ts'

const at = '2027-06-07T09:00:00.000Z'
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** A server that answers as given, or breaks off (`null`); what it was asked stands in `asked`. */
async function answering(answer: { status: number; body?: string } | null) {
  const asked: { url: string; authorization: string | undefined; body: Record<string, unknown> }[] = []
  const server: Server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(pieces).toString()) as Record<string, unknown>
      asked.push({ url: request.url ?? '', authorization: request.headers.authorization, body })
      if (answer === null) request.socket.destroy()
      else response.writeHead(answer.status).end(answer.body ?? '')
    })
  })
  ends.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { asked, url: `http://127.0.0.1:${String(await listening(server))}` }
}

/** The stand-in for the phone, served. */
async function phone() {
  const one = androidPhone({ key: null, nowAt: () => at, post: () => Promise.resolve(200) })
  const server = await serving(one.app, { port: 0 })
  ends.push(() => closed(server))
  const { port } = server.address() as { port: number }
  return { ...one, url: `http://127.0.0.1:${String(port)}` }
}

const login = { ...phoneLogin, auth: 'basic', device: null, sim: null } as const
const uuid = '01234567-89ab-cdef-0123-456789abcdef'
const ours = '0123456789abcdef0123456789abcdef'
const sms = { to: '+22370000001', text: 'Jaabi: bien noté, No 4829137920.' }
const sending = (url: string, more: { auth?: 'basic' | 'bearer'; password?: string } = {}) =>
  androidGateway(
    { phones: { one: { ...login, ...more, url } }, byPrefix: {}, otherwise: 'one' },
    { timeoutMs: patience.sendMs, newId: () => uuid },
  )

describe('what a phone is asked', () => {
  test('number, text, a report, and not to send it days later', async () => {
    const { asked, url } = await answering({ status: 202, body: JSON.stringify({ id: `${ours}-1`, state: 'Pending' }) })
    expect(await sending(`${url}/3rdparty/v1/`).send(sms)).toEqual({
      outcome: 'accepted',
      gateway: 'android',
      gatewayMessageId: `${ours}-1`,
    })
    expect(asked).toEqual([
      {
        url: '/3rdparty/v1/messages?skipPhoneValidation=true&deviceActiveWithin=2',
        authorization: `Basic ${Buffer.from('jaabi-local:local').toString('base64')}`,
        body: {
          id: `${ours}-1`,
          textMessage: { text: sms.text },
          phoneNumbers: ['+22370000001'],
          withDeliveryReport: true,
          ttl: 43_200,
        },
      },
    ])
  })

  test('its own id ends in how many parts it leaves in, in the alphabet it needs, and is no longer than 36', async () => {
    const { asked, url } = await answering({ status: 202 })
    for (const text of ['é'.repeat(161), 'ê'.repeat(71), 'a'.repeat(160)]) await sending(url).send({ ...sms, text })
    const ids = asked.map(({ body }) => String(body['id']))
    expect(ids).toEqual([`${ours}-2`, `${ours}-2`, `${ours}-1`])
    expect(Math.max(...ids.map(({ length }) => length))).toBeLessThanOrEqual(36)
  })

  test('the phone with the SIM of the number’s operator, and which SIM of it', async () => {
    const [orange, moov] = [await answering({ status: 202 }), await answering({ status: 202 })]
    const gateway = androidGateway(
      {
        phones: {
          orange: { ...login, url: orange.url, device: 'PyDmBQZZXYmyxMwED8Fzy', sim: 2 },
          moov: { ...login, url: moov.url },
        },
        byPrefix: { '+2237': 'orange', '+22379': 'moov' },
        otherwise: 'moov',
      },
      { timeoutMs: patience.sendMs },
    )
    for (const to of ['+22370000001', '+22379000001', '+22360000001']) await gateway.send({ ...sms, to })
    expect(orange.asked.map(({ body }) => body['phoneNumbers'])).toEqual([['+22370000001']])
    expect(orange.asked[0]?.body).toMatchObject({ deviceId: 'PyDmBQZZXYmyxMwED8Fzy', simNumber: 2 })
    expect(moov.asked.map(({ body }) => body['phoneNumbers'])).toEqual([['+22379000001'], ['+22360000001']])
    expect(moov.asked[0]?.body).not.toHaveProperty('simNumber')
  })
})

describe('what it answers', () => {
  test.each([
    [202, 'accepted', undefined, undefined],
    [400, 'refused', true, 'phone-away'],
    [401, 'refused', false, 'http-401'],
    [403, 'refused', false, 'http-403'],
    [429, 'refused', true, 'throttled'],
    [500, 'refused', true, 'gateway-fault'],
    [503, 'refused', true, 'gateway-fault'],
    [502, 'undecided', undefined, 'http-502'],
    [302, 'undecided', undefined, 'http-302'],
  ])('%i is %s', async (status, outcome, retry, reason) => {
    const { url } = await answering({ status, body: 'no JSON' })
    const said = await sending(url).send(sms)
    expect(said.outcome).toBe(outcome)
    if (said.outcome === 'refused') expect(said).toEqual({ outcome, retry, reason })
    if (said.outcome === 'undecided') expect(said.reason).toBe(reason)
    if (said.outcome === 'accepted') expect(said.gatewayMessageId).toBe(`${ours}-1`)
  })

  test('broken off: it may have gone out; nobody there: nothing left', async () => {
    const { url } = await answering(null)
    expect(await sending(url).send(sms)).toEqual({ outcome: 'undecided', reason: 'broken-connection' })
    await ends.pop()?.()
    expect(await sending(url).send(sms)).toEqual({ outcome: 'refused', retry: true, reason: 'unreachable' })
  })
})

describe('a token', () => {
  const bearer = { auth: 'bearer' } as const

  test('is asked for once, sends, and is renewed where it was taken back', async () => {
    const { url, forgetTokens, works, sent } = await phone()
    const gateway = androidGateway(
      { phones: { one: { ...login, ...bearer, url } }, byPrefix: {}, otherwise: 'one' },
      { timeoutMs: patience.sendMs },
    )
    expect(await gateway.send(sms)).toMatchObject({ outcome: 'accepted' })
    forgetTokens()
    expect(await gateway.send(sms)).toMatchObject({ outcome: 'accepted' })
    await works()
    expect(sent).toHaveLength(2)
  })

  test('is kept until just before its end', async () => {
    const { asked, url } = await answering({ status: 201, body: JSON.stringify({ access_token: 'a' }) })
    let nowMs = 0
    const gateway = androidGateway(
      { phones: { one: { ...login, ...bearer, url } }, byPrefix: {}, otherwise: 'one' },
      { timeoutMs: patience.sendMs, nowMs: () => nowMs },
    )
    for (const minutes of [0, 58, 60]) {
      nowMs = minutes * 60_000
      await gateway.send(sms)
    }
    expect(asked.map(({ url: path }) => path.replace(/\?.*/, ''))).toEqual([
      ...['/auth/token', '/messages', '/messages'],
      ...['/auth/token', '/messages'],
    ])
    expect(asked[0]?.body).toEqual({ ttl: 3_600, scopes: ['messages:send'] })
  })

  test('that nobody gives says that nothing left', async () => {
    const wrong = await phone()
    expect(await sending(wrong.url, { ...bearer, password: 'another' }).send(sms)).toEqual({
      outcome: 'refused',
      retry: false,
      reason: 'http-401',
    })
    await ends.pop()?.()
    expect(await sending(wrong.url, bearer).send(sms)).toMatchObject({ outcome: 'refused', reason: 'unreachable' })
  })
})

test('an account of another shape is refused, and the error quotes nothing', () => {
  const one = { ...login, url: 'http://127.0.0.1:8080' }
  const wrong = [
    { phones: { one: { ...one, pasword: 'x' } }, byPrefix: {}, otherwise: 'one' },
    { phones: { one: { ...one, sim: 4 } }, byPrefix: {}, otherwise: 'one' },
    { phones: { one }, byPrefix: {}, otherwise: 'another' },
    { phones: { one }, byPrefix: { '+2237': 'another' }, otherwise: 'one' },
  ]
  for (const account of wrong) {
    const connect = () => android.connect(account, 1_000)
    expect(connect).toThrow()
    expect(connect).not.toThrow(/jaabi-local|127/)
  }
})
