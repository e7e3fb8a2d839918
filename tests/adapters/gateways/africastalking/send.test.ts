import { describe, expect, test } from 'vitest'
import { africasTalkingGateway, type GatewayAccount } from '../../../../adapters/gateways/africastalking/send.ts'
import { recipient, upstream } from '../../../support/upstream.ts'

const to = '+22370000001'
const text = 'Merci'
const account: GatewayAccount = { username: 'minka', apiKey: 'secret-key', senderId: 'JAABI', timeoutMs: 10_000 }
const replying = (status: number, body: unknown) =>
  upstream((response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })

describe('what each code means', () => {
  test.each([
    [100, { outcome: 'accepted', gateway: 'africastalking', gatewayMessageId: 'ATXid_1' }],
    ['101', { outcome: 'accepted', gateway: 'africastalking', gatewayMessageId: 'ATXid_1' }],
    [102, { outcome: 'accepted', gateway: 'africastalking', gatewayMessageId: 'ATXid_1' }],
    [401, { outcome: 'refused', retry: false, reason: 'risk-hold' }],
    [403, { outcome: 'refused', retry: false, reason: 'invalid-number' }],
    [405, { outcome: 'refused', retry: false, reason: 'insufficient-balance' }],
    [406, { outcome: 'opted-out' }],
    [407, { outcome: 'refused', retry: false, reason: 'no-route' }],
    [500, { outcome: 'refused', retry: true, reason: 'gateway-fault' }],
    [501, { outcome: 'refused', retry: true, reason: 'operator-fault' }],
    [502, { outcome: 'refused', retry: false, reason: 'operator-refused' }],
    [777, { outcome: 'undecided', reason: 'unknown-code' }],
  ])('%s', async (statusCode, outcome) => {
    // 200 as well as 201: the SDK rejects the first with a bare body.
    for (const status of [200, 201]) {
      await using server = await replying(status, recipient(Number(statusCode), { statusCode }))
      expect(await africasTalkingGateway({ ...account, url: server.url }).send({ to, text })).toEqual(outcome)
    }
  })

  test.each([
    [400, { outcome: 'refused', retry: false, reason: 'http-400' }],
    [429, { outcome: 'refused', retry: true, reason: 'throttled' }],
    [500, { outcome: 'refused', retry: true, reason: 'gateway-fault' }],
    [502, { outcome: 'undecided', reason: 'http-502' }],
    [503, { outcome: 'refused', retry: true, reason: 'gateway-fault' }],
    [504, { outcome: 'undecided', reason: 'http-504' }],
  ])('HTTP %s', async (status, outcome) => {
    await using server = await replying(status, { error: 'no' })
    expect(await africasTalkingGateway({ ...account, url: server.url }).send({ to, text })).toEqual(outcome)
  })
})

describe('guards', () => {
  test.each([
    '',
    '+456',
    '70000001',
    '22370000001',
    '+22370000001,+22370000002',
    'javascript:+22370000001',
    ' +22370000001',
  ])('nothing is sent to %j', async (wrong) => {
    await using server = await replying(201, recipient(101))
    const result = await africasTalkingGateway({ ...account, url: server.url }).send({ to: wrong, text })
    expect(result).toEqual({ outcome: 'refused', retry: false, reason: 'invalid-number' })
    expect(server.forms).toEqual([])
  })
  test('an empty text is not sent', async () => {
    await using server = await replying(201, recipient(101))
    const result = await africasTalkingGateway({ ...account, url: server.url }).send({ to, text: '' })
    expect(result).toEqual({ outcome: 'refused', retry: false, reason: 'empty-text' })
    expect(server.forms).toEqual([])
  })
  test.each(['None', '', null])('an accepted SMS with the id %j cannot be followed', async (messageId) => {
    await using server = await replying(201, recipient(101, { messageId }))
    const result = await africasTalkingGateway({ ...account, url: server.url }).send({ to, text })
    expect(result).toEqual({ outcome: 'undecided', reason: 'no-message-id' })
  })
  test('an answer about somebody else is none', async () => {
    await using server = await replying(201, recipient(406, { number: '+22370000002' }))
    const result = await africasTalkingGateway({ ...account, url: server.url }).send({ to, text })
    expect(result).toEqual({ outcome: 'undecided', reason: 'no-recipient' })
  })
})

test('of several answers without a full number, none is ours', async () => {
  const masked = { statusCode: 101, number: '+2237000XXXX', messageId: 'ATXid_1' }
  await using server = await replying(201, { SMSMessageData: { Message: '', Recipients: [masked, masked] } })
  const result = await africasTalkingGateway({ ...account, url: server.url }).send({ to, text })
  expect(result).toEqual({ outcome: 'undecided', reason: 'no-recipient' })
})

describe('when the connection fails', () => {
  test('nobody listens: nothing left, so later again', async () => {
    const server = await replying(201, {})
    const { url } = server
    await server[Symbol.asyncDispose]()
    const result = await africasTalkingGateway({ ...account, url }).send({ to, text })
    expect(result).toEqual({ outcome: 'refused', retry: true, reason: 'unreachable' })
  })
  test('it breaks after the SMS was read: nobody knows', async () => {
    await using server = await upstream((response) => response.destroy())
    const result = await africasTalkingGateway({ ...account, url: server.url }).send({ to, text })
    expect(result).toEqual({ outcome: 'undecided', reason: 'broken-connection' })
    expect(server.forms).toHaveLength(1)
  })
  test('it breaks in the middle of the answer: nobody knows', async () => {
    await using server = await upstream((response) => {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' })
      response.write('{"SMSMessageData":', () => response.destroy())
    })
    const result = await africasTalkingGateway({ ...account, url: server.url }).send({ to, text })
    expect(result).toMatchObject({ outcome: 'undecided' })
  })
  test('a first load that fails is tried again at the next send', async () => {
    await using server = await replying(201, recipient(101))
    const { loadAfricasTalking } = await import('../../../../adapters/gateways/africastalking/send.ts')
    const loads = [() => Promise.reject(new Error('no such file')), loadAfricasTalking]
    const loadSdk = () => (loads.shift() ?? loadAfricasTalking)()
    const gateway = africasTalkingGateway({ ...account, url: server.url, loadSdk })
    expect(await gateway.send({ to, text })).toEqual({ outcome: 'refused', retry: true, reason: 'sdk-unavailable' })
    expect(await gateway.send({ to, text })).toMatchObject({ outcome: 'accepted' })
  })
})

describe('two accounts in one process', () => {
  test('a sandbox account does not turn the other one to the sandbox', async () => {
    await using live = await replying(201, recipient(101, { messageId: 'live' }))
    await using trial = await replying(201, recipient(101, { messageId: 'trial' }))
    const gateway = africasTalkingGateway({ ...account, url: live.url })
    const sandbox = africasTalkingGateway({ ...account, username: 'sandbox', url: trial.url })
    const results = await Promise.all([gateway, sandbox, gateway, sandbox].map((each) => each.send({ to, text })))
    expect(results.map((result) => ('gatewayMessageId' in result ? result.gatewayMessageId : result))).toEqual([
      'live',
      'trial',
      'live',
      'trial',
    ])
  })
})

test('no answer carries the key, the number or the text, whatever goes wrong', async () => {
  const bodies = [`refused ${to} secret-key ${text}`, { SMSMessageData: { Message: `${to} ${text}`, Recipients: [] } }]
  for (const status of [200, 201, 302, 400, 401, 500, 599]) {
    for (const body of bodies) {
      await using server = await replying(status, body)
      const told = JSON.stringify(await africasTalkingGateway({ ...account, url: server.url }).send({ to, text }))
      expect(told).not.toMatch(/secret-key|70000001|Merci/)
    }
  }
})
