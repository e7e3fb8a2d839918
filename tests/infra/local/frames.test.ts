import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { manifest } from '../../../functions/manifest.ts'
import { bundle } from '../../../infra/aws/functions/bundle.ts'
import { visitor } from '../../support/console/visitor.ts'
import { withRunningJaabi } from '../../support/web/running.ts'
import { variablesOf } from '../../../functions/wiring/environment.ts'
import { tables } from '../../../infra/local/tables.ts'

/** The console stands in a frame beside the phone of the simulator, on one machine; everywhere else frames are forbidden. */

/** What a browser says of a request for a frame of a page of the same site. */
const ownFrame = { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'same-origin' }

const frames = (policy: string | null | undefined): string | undefined =>
  /frame-ancestors [^;]*/.exec(policy ?? '')?.[0]

describe('a deployed function, bundled and started as on AWS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jaabi-bundles-'))
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
  const variables = {
    ...variablesOf(tables),
    PROGRAMME_ID: 'mali',
    MAIL_FROM: '',
    GENERAL_KEY_ID: 'general',
    PROTECTION_KEY_ID: 'protection',
    FINGERPRINT_KEY_IDS: 'fingerprint',
    ISSUERS: '[]',
    FRONT: 'null',
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
  }

  /** Pages that ask no table, and one nobody has: what stands in front of them answers for all. */
  const asked: Record<string, readonly string[]> = {
    'public-web': ['/', '/affiche'],
    console: ['/console', '/console/connexion', '/console/sortie', '/console/cases/4829137996'],
    'protection-console': ['/console/protection', '/console/protection/cases/4829137996'],
  }

  test.each(Object.entries(asked))('%s stands in no frame, whoever asks', async (name, paths) => {
    for (const [key, value] of Object.entries(variables)) vi.stubEnv(key, value)
    const entry = manifest.find((one) => one.name === name)
    if (!entry) throw new Error(`${name} is not deployed`)
    bundle(entry, join(folder, name))
    const { handler } = (await import(pathToFileURL(join(folder, name, 'index.mjs')).href)) as {
      handler: (event: Partial<APIGatewayProxyEventV2>) => Promise<APIGatewayProxyStructuredResultV2>
    }
    for (const path of paths) {
      const http = { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: '' }
      const requestContext = { domainName: 'jaabi.example', http } as APIGatewayProxyEventV2['requestContext']
      for (const headers of [ownFrame, {}]) {
        const answer = await handler({ rawPath: path, rawQueryString: '', headers, requestContext })
        const policy = answer.headers?.['content-security-policy']
        expect(frames(typeof policy === 'string' ? policy : ''), path).toBe("frame-ancestors 'none'")
      }
    }
  })
})

const { base, browser } = await withRunningJaabi()

describe('on one machine', () => {
  const pages = ['/', '/affiche', '/simulator', '/console/connexion', '/console/rien-de-tel', '/console']
  const policyAt = async (path: string, headers: Record<string, string>, seat = visitor()) =>
    frames((await seat.go(base + path, { headers })).headers.get('content-security-policy'))

  test('a page stands in a frame where a page of this machine asks for it', async () => {
    const seat = visitor()
    await seat.post(`${base}/local/desk`, { person: 'focal-point' })
    for (const path of ['/console', '/console/connexion', '/console/recherche', '/console/cases/4829137996'])
      expect(await policyAt(path, ownFrame, seat), path).toBe("frame-ancestors 'self'")
  })

  test('and in no other', async () => {
    const others = [
      {},
      { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-dest': 'iframe' },
    ]
    const seat = visitor()
    await seat.post(`${base}/local/desk`, { person: 'focal-point' })
    for (const path of pages)
      for (const headers of others)
        expect(await policyAt(path, headers, seat), `${path} ${JSON.stringify(headers)}`).toBe("frame-ancestors 'none'")
  })

  test('so a browser shows it in no page of another origin, not even through the simulator', async () => {
    const other = createServer((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(['/console', '/simulator', '/'].map((path) => `<iframe src="${base}${path}"></iframe>`).join(''))
    })
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${String((other.address() as AddressInfo).port)}`)
    const standing = () =>
      page
        .frames()
        .slice(1)
        .map((frame) => frame.url().replace(/\/.*/, ''))
    const refused = ['chrome-error:', 'chrome-error:', 'chrome-error:']
    await expect.poll(standing).toEqual(refused)
    await page.close()
    other.close()
  })
})

describe('sitting down at the desk', () => {
  const sitting = async ({ go }: ReturnType<typeof visitor>): Promise<unknown> =>
    (await go(`${base}/local/desk`)).json()

  test('signs in with the console’s own cookie, each at their door, and ends what was there before', async () => {
    const seat = visitor()
    expect(await sitting(seat)).toEqual({ person: null })
    const landed = await seat.post(`${base}/local/desk`, { person: 'focal-point' })
    expect(landed.headers.get('location')).toBe('/console')
    const [cookie = ''] = landed.headers.getSetCookie()
    expect(cookie.split('; ').slice(1).toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'])
    const before = seat.cookies.get('__Host-jaabi') ?? ''
    expect(await sitting(seat)).toEqual({ person: 'focal-point' })
    const asked = await seat.post(`${base}/local/desk`, { person: 'protection-2' })
    expect(await sitting(seat)).toEqual({ person: 'focal-point' })
    await withCode(seat, asked)
    expect(await sitting(seat)).toEqual({ person: 'protection-2' })
    expect(new URL((await seat.follow(`${base}/console`)).url).pathname).toBe('/console/protection')
    seat.cookies.set('__Host-jaabi', before)
    expect(await sitting(seat)).toEqual({ person: null })
  })

  /** Types the code that the page shows. */
  async function withCode({ go, post }: ReturnType<typeof visitor>, asked: Response): Promise<Response> {
    const page = `${base}${asked.headers.get('location') ?? ''}`
    const [, code = ''] = /id="code-du-jour">(\d{6})</.exec(await (await go(page)).text()) ?? []
    return post(page, { code })
  }

  test('asks everybody of the restricted door for a code, good for one answer, and nobody else', async () => {
    for (const person of ['protection', 'integrity', 'administrator', 'protection-2']) {
      const seat = visitor()
      const asked = await seat.post(`${base}/local/desk`, { person })
      const page = `${base}${asked.headers.get('location') ?? ''}`
      for (const code of ['', 'abcdef', '0000000']) expect((await seat.post(page, { code })).status).toBe(401)
      expect(await sitting(seat), person).toEqual({ person: null })
      expect((await withCode(seat, asked)).headers.get('location')).toBe('/console')
      expect(await sitting(seat)).toEqual({ person })
      expect((await seat.go(page)).status).toBe(404)
      expect((await seat.post(page, { code: '000000' })).status).toBe(404)
    }
    for (const person of ['relay', 'partner-ong-sante-gao', 'coordinator'])
      expect((await visitor().post(`${base}/local/desk`, { person })).headers.get('location')).toBe('/console')
  })

  test('is for whom the machine or its directory knows, and from a page of this machine', async () => {
    const seat = visitor()
    expect((await seat.post(`${base}/local/desk`, { person: 'nobody' })).status).toBe(404)
    expect((await seat.post(`${base}/local/desk`, {})).status).toBe(404)
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await seat.post(`${base}/local/desk`, { person: 'protection' }, { 'sec-fetch-site': site })).status).toBe(
        403,
      )
    expect(await sitting(seat)).toEqual({ person: null })
  })
})
