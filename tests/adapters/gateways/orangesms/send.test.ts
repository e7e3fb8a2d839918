import { describe, expect, test } from 'vitest'
import { orangeSms as sender, orangeSmsGateway } from '../../../../adapters/gateways/orangesms/send.ts'
import { freePort } from '../../../../infra/local/free-port.ts'
import { patience } from '../../../../infra/local/patience.ts'
import { clientId, clientSecret, orangeSms } from '../../../support/gateways/orange-sms.ts'

const account = { clientId, clientSecret, senderAddress: '+2230000', senderName: null, warnBelow: 500 }
const sms = { to: '+22370000001', text: 'Plainte reçue – « ɛ » 48 2913 7996' }

async function line(more: { senderName?: string } = {}) {
  const clock = { ms: Date.parse('2027-06-07T09:00:00Z') }
  const nowMs = () => clock.ms
  const orange = await orangeSms({ nowMs })
  const gateway = orangeSmsGateway({ ...account, ...more, url: orange.url }, { timeoutMs: patience.sendMs, nowMs })
  return { ...orange, gateway, clock }
}
const taken = (n: number) => ({ outcome: 'accepted', gateway: 'orangesms', gatewayMessageId: `resource-${String(n)}` })

describe('what Orange is asked', () => {
  test('number, text and our number, under the id that deliveries will bring', async () => {
    const { gateway, asked } = await line()
    expect(await gateway.send(sms)).toEqual(taken(1))
    expect(asked).toEqual([
      {
        token: 'token-1',
        sender: 'tel:+2230000',
        body: {
          outboundSMSMessageRequest: {
            address: 'tel:+22370000001',
            senderAddress: 'tel:+2230000',
            outboundSMSTextMessage: { message: sms.text },
          },
        },
      },
    ])
  })

  test('a registered name, where there is one', async () => {
    const { gateway, asked } = await line({ senderName: 'JAABI' })
    await gateway.send(sms)
    expect(asked[0]?.body).toMatchObject({ outboundSMSMessageRequest: { senderName: 'JAABI' } })
  })

  test('never to send nothing, or to nobody', async () => {
    const { gateway, asked, tokensGiven } = await line()
    expect(await gateway.send({ ...sms, text: '' })).toMatchObject({ outcome: 'refused', reason: 'empty-text' })
    expect(await gateway.send({ ...sms, to: 'Ali' })).toMatchObject({ outcome: 'refused', reason: 'invalid-number' })
    expect([asked.length, tokensGiven()]).toEqual([0, 0])
  })
})

describe('the token', () => {
  test('is asked for once, and again a minute before its end', async () => {
    const { gateway, clock, tokensGiven } = await line()
    const start = clock.ms
    for (const [seconds, tokens] of [
      [0, 1],
      [3_539, 1],
      [3_540, 2],
      [7_079, 2],
      [7_080, 3],
    ] as const) {
      clock.ms = start + seconds * 1_000
      await gateway.send(sms)
      expect(tokensGiven(), `after ${String(seconds)} s`).toBe(tokens)
    }
  })

  test('is asked for once by all who wait for it', async () => {
    const { gateway, tokensGiven, asked } = await line()
    await Promise.all(Array.from({ length: 20 }, () => gateway.send(sms)))
    expect(tokensGiven()).toBe(1)
    expect(asked).toHaveLength(20)
  })

  test('refused before its end: one other for all who were refused, and each SMS leaves once', async () => {
    const { gateway, revoke, tokensGiven, asked } = await line()
    await gateway.send(sms)
    revoke()
    const said = await Promise.all(Array.from({ length: 10 }, () => gateway.send(sms)))
    expect(said.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 10 }, () => 'accepted'))
    expect(asked).toHaveLength(11)
    // The one made up by revoking, and one new.
    expect(tokensGiven()).toBe(3)
  })

  test('refused twice: said so, and not tried a third time', async () => {
    const { gateway, answers, asked } = await line()
    answers.push({ status: 401, body: { code: 41 } }, { status: 401, body: { code: 41 } })
    expect(await gateway.send(sms)).toEqual({ outcome: 'refused', retry: false, reason: 'http-401' })
    expect(asked).toHaveLength(2)
  })

  test.each([
    [
      { status: 401, body: { error: 'invalid_client' } },
      { outcome: 'refused', retry: false, reason: 'sign-in-refused' },
    ],
    [{ status: 503 }, { outcome: 'refused', retry: true, reason: 'sign-in-away' }],
    [
      { status: 200, body: { token: 'x' } },
      { outcome: 'refused', retry: true, reason: 'sign-in-away' },
    ],
    [null, { outcome: 'refused', retry: true, reason: 'sign-in-away' }],
  ])('not given (%j): nothing left, and the next SMS asks again', async (answer, said) => {
    const { gateway, tokenAnswers } = await line()
    tokenAnswers.push(answer)
    expect(await gateway.send(sms)).toEqual(said)
    expect(await gateway.send(sms)).toEqual(taken(1))
  })

  test('whose end nobody can read is used once', async () => {
    const { gateway, tokenAnswers, tokensGiven, asked } = await line()
    tokenAnswers.push({ status: 200, body: { access_token: 'a-stranger', expires_in: 'soon' } })
    // Orange does not know it, so that one more is asked for: the one that ends in an hour is kept.
    expect(await gateway.send(sms)).toEqual(taken(1))
    await gateway.send(sms)
    expect([tokensGiven(), asked.length]).toEqual([1, 2])
  })
})

describe('what Orange answers', () => {
  const service = (messageId: string) => ({
    requestError: { serviceException: { messageId, text: 'x', variables: ['y'] } },
  })
  const policy = (messageId: string, text: string) => ({ requestError: { policyException: { messageId, text } } })
  test.each([
    [400, service('SVC0001'), { outcome: 'refused', retry: true, reason: 'gateway-fault' }],
    [400, service('SVC0002'), { outcome: 'refused', retry: false, reason: 'invalid-input' }],
    [400, service('SVC0004'), { outcome: 'refused', retry: false, reason: 'invalid-number' }],
    [400, service('SVC0280'), { outcome: 'refused', retry: false, reason: 'too-long' }],
    [
      403,
      policy('POL0001', 'A policy error occurred'),
      { outcome: 'refused', retry: false, reason: 'operator-refused' },
    ],
    [403, policy('POL0001', 'Expired contract'), { outcome: 'refused', retry: false, reason: 'insufficient-balance' }],
    [403, policy('POL0001', 'Not enough credit'), { outcome: 'refused', retry: false, reason: 'insufficient-balance' }],
    [403, { code: 50, message: 'Access denied' }, { outcome: 'refused', retry: false, reason: 'not-subscribed' }],
    [403, { code: 53, message: 'Too many requests' }, { outcome: 'refused', retry: true, reason: 'throttled' }],
    [400, service('SVC9999'), { outcome: 'refused', retry: false, reason: 'http-400' }],
    [404, 'not found', { outcome: 'refused', retry: false, reason: 'http-404' }],
    [429, {}, { outcome: 'refused', retry: true, reason: 'throttled' }],
    [500, { code: 1 }, { outcome: 'refused', retry: true, reason: 'gateway-fault' }],
    [503, { code: 5 }, { outcome: 'refused', retry: true, reason: 'gateway-fault' }],
    [502, '<html>', { outcome: 'undecided', reason: 'http-502' }],
    [504, service('SVC0001'), { outcome: 'undecided', reason: 'http-504' }],
    [302, '', { outcome: 'undecided', reason: 'http-302' }],
    [201, '<html>', { outcome: 'undecided', reason: 'no-message-id' }],
    [201, { outboundSMSMessageRequest: {} }, { outcome: 'undecided', reason: 'no-message-id' }],
    [
      201,
      { resourceReference: { resourceURL: 'http://sdp/1/outbound/tel%3A%2B223/requests/a%2Fb' } },
      { outcome: 'accepted', gateway: 'orangesms', gatewayMessageId: 'a/b' },
    ],
  ])('%i %j', async (status, body, said) => {
    const { gateway, answers } = await line()
    answers.push({ status, body })
    expect(await gateway.send(sms)).toEqual(said)
  })

  test('nothing, and breaks off: it may have gone out', async () => {
    const { gateway, answers } = await line()
    answers.push(null)
    expect(await gateway.send(sms)).toEqual({ outcome: 'undecided', reason: 'broken-connection' })
  })

  test('nobody there: nothing left, and it is tried again', async () => {
    const url = `http://127.0.0.1:${String(await freePort())}`
    const gateway = orangeSmsGateway({ ...account, url }, { timeoutMs: patience.sendMs })
    expect(await gateway.send(sms)).toMatchObject({ outcome: 'refused', retry: true })
  })
})

describe('what is left of the bundle', () => {
  const contract = (availableUnits: number, expirationDate: string, status = 'ACTIVE') => ({
    id: 'c',
    country: 'MLI',
    offerName: 'SMS_OCB',
    availableUnits,
    expirationDate,
    status,
  })
  test.each([
    [[contract(120, '2027-07-01T00:00:00Z')], { left: 120, until: '2027-07-01T00:00:00.000Z' }],
    [
      [contract(120, '2027-07-01T00:00:00Z'), contract(30, '2027-08-01T00:00:00Z')],
      { left: 150, until: '2027-08-01T00:00:00.000Z' },
    ],
    [[contract(120, '2027-06-01T00:00:00Z')], { left: 0, until: null }],
    [[contract(120, '2027-07-01T00:00:00Z', 'EXPIRED'), contract(7, 'soon')], { left: 7, until: null }],
    [
      {
        partnerContracts: {
          contracts: [{ serviceContracts: [{ availableUnits: 9, expires: '2027-07-01T00:00:00.000Z' }] }],
        },
      },
      { left: 9, until: '2027-07-01T00:00:00.000Z' },
    ],
  ])('%j', async (contracts, credit) => {
    const { gateway, setContracts } = await line()
    setContracts(contracts)
    expect(await gateway.credit?.()).toEqual({ ...credit, warnBelow: 500 })
  })

  test('nobody can say: nothing is said', async () => {
    const { gateway, setContracts, tokenAnswers } = await line()
    setContracts({ something: 'else' })
    expect(await gateway.credit?.()).toBeNull()
    const other = await line()
    other.tokenAnswers.push({ status: 401 })
    expect(await other.gateway.credit?.()).toBeNull()
    expect(tokenAnswers).toEqual([])
  })
})

test.each([
  ['with a name mistyped', { ...account, clientsecret: 'x' }],
  ['without a secret', { ...account, clientSecret: undefined }],
  ['with a number that is none', { ...account, senderAddress: 'tel:2230000' }],
])('an account %s is refused, and the error quotes nothing', (_, wrong) => {
  const connect = () => sender.connect(wrong, 1_000)
  expect(connect).toThrow()
  expect(connect).not.toThrow(/the-client|the-secret|2230000/)
})
