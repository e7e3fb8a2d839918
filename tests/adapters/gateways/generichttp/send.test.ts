import { createServer } from 'node:http'
import { text as bodyIn } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { genericHttp, genericHttpGateway } from '../../../../adapters/gateways/generichttp/send.ts'
import { patience } from '../../../../infra/local/patience.ts'
import { freePort } from '../../../../infra/local/free-port.ts'
import { closed, listening } from '../../../../infra/local/stand-ins/loopback.ts'

/** A server that answers as given, and what it was asked. */
async function server(answer: { status: number; body?: string } | null = { status: 200 }) {
  const asked: { method: string; path: string; headers: Record<string, unknown>; body: string }[] = []
  const http = createServer((request, response) => {
    void bodyIn(request).then((body) => {
      asked.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body })
      if (answer === null) request.socket.destroy()
      else response.writeHead(answer.status).end(answer.body ?? '')
    })
  })
  onTestFinished(() => closed(http))
  return { asked, base: `http://127.0.0.1:${String(await listening(http))}` }
}

/** RapidPro's external channel, as a gateway that was set up for it knows it. */
const asRapidPro = {
  url: '/send',
  method: 'POST' as const,
  headers: { authorization: 'Token the-secret' },
  body: {
    contentType: 'application/x-www-form-urlencoded' as const,
    template: 'id={{id}}&text={{text}}&to={{to}}&to_no_plus={{to_no_plus}}&from={{from}}&from_no_plus={{from_no_plus}}',
  },
  from: '+22336019',
  takenWhere: null,
  idIn: null,
}
type Account = Parameters<typeof genericHttpGateway>[0]
const sending = (base: string, more: Partial<Account> = {}) => {
  const account: Account = { ...asRapidPro, ...more }
  return genericHttpGateway({ ...account, url: base + account.url }, { timeoutMs: patience.sendMs, newId: () => '12' })
}
const sms = { to: '+22370000001', text: 'Reçu – « ɛ » & 100 % + "{{to}}" \\ \n$&' }
const taken = (gatewayMessageId: string) => ({ outcome: 'accepted', gateway: 'generichttp', gatewayMessageId })

describe('what is asked', () => {
  test('as RapidPro asks it', async () => {
    const { asked, base } = await server()
    expect(await sending(base).send(sms)).toEqual(taken('12'))
    expect(asked).toMatchObject([
      {
        method: 'POST',
        path: '/send',
        headers: {
          authorization: 'Token the-secret',
          'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        },
      },
    ])
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
      id: '12',
      text: sms.text,
      to: '+22370000001',
      to_no_plus: '22370000001',
      from: '+22336019',
      from_no_plus: '22336019',
    })
  })

  test.each([
    '{"to": "{{to}}", "text": {{text}}, "ref": "{{id}}"}',
    '{"to": {{ to }}, "text": \'{{text}}\', "ref": {{id}}}',
  ])('in JSON, each value with quotes of its own: %s', async (template) => {
    const { asked, base } = await server()
    await sending(base, { body: { contentType: 'application/json', template } }).send(sms)
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ to: sms.to, text: sms.text, ref: '12' })
  })

  test('in XML', async () => {
    const { asked, base } = await server()
    const template = '<sms to="{{to}}" id="{{id}}">{{text}}</sms>'
    await sending(base, { body: { contentType: 'text/xml', template } }).send({ ...sms, text: '<a> & "b"' })
    expect(asked[0]?.body).toBe('<sms to="+22370000001" id="12">&#60;a&#62; &#38; &#34;b&#34;</sms>')
  })

  test('by an address alone', async () => {
    const { asked, base } = await server()
    const url = '/sms/{{to_no_plus}}?text={{text}}&ref={{id}}'
    await sending(base, { method: 'GET', url, body: null }).send(sms)
    const { pathname, searchParams } = new URL(asked[0]?.path ?? '', base)
    expect([asked[0]?.method, pathname, searchParams.get('text')]).toEqual(['GET', '/sms/22370000001', sms.text])
  })

  test('never for nothing, or nobody', async () => {
    const { asked, base } = await server()
    expect(await sending(base).send({ ...sms, text: '' })).toMatchObject({ reason: 'empty-text' })
    expect(await sending(base).send({ ...sms, to: 'Ali' })).toMatchObject({ reason: 'invalid-number' })
    expect(asked).toEqual([])
  })

  test('each under an id of its own that is a number', async () => {
    const { asked, base } = await server()
    const gateway = genericHttp.connect({ ...asRapidPro, url: `${base}/send` }, patience.sendMs)
    for (let n = 0; n < 20; n += 1) await gateway.send(sms)
    const ids = asked.map(({ body }) => new URLSearchParams(body).get('id') ?? '')
    expect(new Set(ids).size).toBe(20)
    for (const id of ids) expect(BigInt(id) < 2n ** 63n).toBe(true)
  })
})

describe('what is answered', () => {
  test.each([
    [{ status: 202, body: '' }, {}, taken('12')],
    [{ status: 200, body: '{"data":{"id":98765432109876543210}}' }, { idIn: 'data.id' }, taken('98765432109876543210')],
    [{ status: 200, body: '{"data":{}}' }, { idIn: 'data.id' }, { outcome: 'undecided', reason: 'no-message-id' }],
    [{ status: 200, body: 'SENT' }, { takenWhere: 'SENT' }, taken('12')],
    [{ status: 200, body: 'ERR 7' }, { takenWhere: 'SENT' }, { outcome: 'refused', retry: false, reason: 'not-taken' }],
    [{ status: 403 }, {}, { outcome: 'refused', retry: false, reason: 'http-403' }],
    [{ status: 429 }, {}, { outcome: 'refused', retry: true, reason: 'throttled' }],
    [{ status: 500 }, {}, { outcome: 'refused', retry: true, reason: 'gateway-fault' }],
    [{ status: 502 }, {}, { outcome: 'undecided', reason: 'http-502' }],
    [{ status: 302 }, {}, { outcome: 'undecided', reason: 'http-302' }],
    [null, {}, { outcome: 'undecided', reason: 'broken-connection' }],
  ])('%j %j', async (answer, more, said) => {
    const { base } = await server(answer)
    expect(await sending(base, more).send(sms)).toEqual(said)
  })

  test('nobody there: nothing left, and it is tried again', async () => {
    expect(await sending(`http://127.0.0.1:${String(await freePort())}`).send(sms)).toMatchObject({
      outcome: 'refused',
      retry: true,
    })
  })
})

describe('an account is refused, and the error quotes nothing, where an SMS could not leave by it', () => {
  const right = { ...asRapidPro, url: 'https://sms.example/send?key=the-key' }
  const body = (template: string) => ({ body: { contentType: 'application/json', template } })
  test('this one is taken', () => {
    expect(genericHttp.connect(right, 1_000)).toBeDefined()
  })
  test.each([
    ['a name mistyped', { ...right, Headers: {} }],
    ['no address', { ...right, url: 'sms.example/send' }],
    ['a place that nothing fills', { ...right, url: `${right.url}&x={{phone}}` }],
    ['no place for the text', { ...right, ...body('{"to":{{to}},"id":{{id}}}') }],
    ['no place for the number', { ...right, ...body('{"text":{{text}},"id":{{id}}}') }],
    ['no id, neither ours nor theirs', { ...right, ...body('{"to":{{to}},"text":{{text}}}') }],
    ['a body that is no JSON', { ...right, ...body('{"to":{{to}},"text":"SMS: {{text}}","id":{{id}}}') }],
    ['a GET with a body', { ...right, method: 'GET' }],
    ['a POST without one', { ...right, body: null }],
  ])('%s', (_, wrong) => {
    const connect = () => genericHttp.connect(wrong, 1_000)
    expect(connect).toThrow()
    expect(connect).not.toThrow(/the-key|the-secret/)
  })
})
