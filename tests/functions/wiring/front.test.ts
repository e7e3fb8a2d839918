import { runInNewContext } from 'node:vm'
import { describe, expect, test, vi } from 'vitest'
import { frontHeaders, viewerOf } from '../../../functions/wiring/front.ts'
import { httpEntry } from '../../../functions/wiring/lambda.ts'
import { stands } from '../../../functions/wiring/stands.ts'
import { viewerCode } from '../../../infra/aws/functions/front.ts'

const secrets = ['a'.repeat(48), 'b'.repeat(48)] as const
const front = { secrets }
const arrived = { sourceIp: '203.0.113.7', domainName: 'api.example' }
const said = (over: Record<string, string> = {}) => ({
  [frontHeaders.secret]: secrets[0],
  [frontHeaders.viewer]: '2001:db8::7',
  [frontHeaders.host]: 'jaabi.example',
  ...over,
})

describe('whose request it is', () => {
  test('without a firewall the entrance says, whatever somebody wrote into headers', () => {
    const spoofed = { ...said(), 'x-forwarded-for': '198.51.100.1', 'x-forwarded-host': 'elsewhere.example' }
    expect(viewerOf({ ...arrived, headers: spoofed }, null)).toEqual({ address: '203.0.113.7', host: 'api.example' })
  })

  test.each(secrets)('with one the firewall says, under either secret; %s', (secret) => {
    const headers = { ...said({ [frontHeaders.secret]: secret }), 'x-forwarded-for': '198.51.100.1' }
    expect(viewerOf({ ...arrived, headers }, { secrets: [...front.secrets] })).toEqual({
      address: '2001:db8::7',
      host: 'jaabi.example',
    })
  })

  test.each([
    ['no secret', {}],
    ['an empty one', said({ [frontHeaders.secret]: '' })],
    ['a wrong one', said({ [frontHeaders.secret]: 'c'.repeat(48) })],
    ['half of it', said({ [frontHeaders.secret]: 'a'.repeat(24) })],
    ['both in one', said({ [frontHeaders.secret]: secrets.join(',') })],
    ['the secret alone', { [frontHeaders.secret]: secrets[0] }],
  ])('past the firewall there is nobody: %s', (_, headers) => {
    expect(viewerOf({ ...arrived, headers }, { secrets: [...secrets] })).toBeNull()
  })
})

test('CloudFront writes over whatever a viewer sent under our names', () => {
  const headers: Record<string, { value: string }> = {
    host: { value: 'jaabi.example' },
    [frontHeaders.viewer]: { value: '198.51.100.1' },
    [frontHeaders.host]: { value: 'elsewhere.example' },
  }
  const sent: unknown = runInNewContext(`${viewerCode}; handler(event)`, {
    event: { viewer: { ip: '203.0.113.7' }, request: { headers } },
  })
  expect(JSON.parse(JSON.stringify(sent))).toEqual({
    headers: {
      host: { value: 'jaabi.example' },
      [frontHeaders.viewer]: { value: '203.0.113.7' },
      [frontHeaders.host]: { value: 'jaabi.example' },
    },
  })
})

test('the environment says what stands before the pages, and nothing half or unsaid', () => {
  const inEnvironment = (value: string | undefined) => {
    vi.stubEnv('FRONT', value)
    return stands()
  }
  expect(inEnvironment('null')).toBeNull()
  expect(inEnvironment(JSON.stringify(front))).toEqual({ secrets: [...secrets] })
  expect(() => inEnvironment(JSON.stringify({ secrets: ['short'] }))).toThrow()
  expect(() => inEnvironment(undefined)).toThrow()
  vi.unstubAllEnvs()
})

describe('a function behind the firewall', () => {
  const app = { fetch: (request: Request) => Response.json([request.url, ...request.headers]) }
  const event = (headers: Record<string, string>) => ({
    version: '2.0',
    routeKey: 'GET /suivi',
    rawPath: '/suivi',
    rawQueryString: '',
    headers,
    isBase64Encoded: false,
    requestContext: {
      accountId: '',
      apiId: '',
      domainName: 'api.example',
      domainPrefix: '',
      requestId: '',
      routeKey: '',
      stage: '',
      time: '',
      timeEpoch: 0,
      http: { method: 'GET', path: '/suivi', protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: '' },
    },
  })

  test('is asked under the name people typed, and never sees the secret', async () => {
    const { body = '' } = await httpEntry(
      () => app,
      () => ({ secrets: [...secrets] }),
    )(event(said()))
    expect(body).toContain('https://jaabi.example/suivi')
    expect(body).toContain('2001:db8::7')
    expect(body).not.toContain(secrets[0])
  })

  test('answers 404 with nothing to who goes past it', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.1', [frontHeaders.viewer]: '198.51.100.1' }
    expect(
      await httpEntry(
        () => app,
        () => ({ secrets: [...secrets] }),
      )(event(headers)),
    ).toEqual({ statusCode: 404, body: '' })
  })
})
