import { type HttpBindings, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { exportJWK, generateKeyPair } from 'jose'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { invitedId } from '../../../../core/directory/member.ts'
import { mailKeysOf } from '../../../../core/operations/directory/take-invitation.ts'
import { openIdSignIn, signOutAddress } from '../../../../adapters/openid/sign-in.ts'
import { build as consolePages } from '../../../../functions/console.ts'
import { layOutPeople } from '../../../../infra/local/people.ts'
import { issuersAt } from '../../../../infra/local/stand-ins/sign-in.ts'
import { signInProviders } from '../../../../infra/local/stand-ins/sign-in-provider.ts'
import { withJaabi } from '../../../support/functions/services.ts'
import { throughProvider } from '../../../support/console/through-provider.ts'
import { visitor } from '../../../support/console/visitor.ts'

const newJaabi = await withJaabi()

/** The console beside the providers of one machine, over real HTTP. */
async function machine() {
  const jaabi = await newJaabi()
  await layOutPeople(jaabi.directory, { on: '2027-06-01', pairs: true })
  const app = new Hono<{ Bindings: HttpBindings }>()
  const server = serve({ fetch: (request, env) => app.fetch(request, env), port: 0, hostname: '127.0.0.1' })
  await new Promise((listening) => server.once('listening', listening))
  onTestFinished(async () => {
    await new Promise((closed) => server.close(closed))
  })
  const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const issuers = issuersAt(base)
  const backTo = [`${base}/console/retour`]
  const key = { ...(await exportJWK(privateKey)), kid: 'local', alg: 'ES256' }
  app.route('/', signInProviders({ issuers, key, cookieSecret: 'secret', backTo, directory: jaabi.directory }))
  const console = consolePages({ ...jaabi.servicesFor('console'), signIn: openIdSignIn(issuers) })
  app.all('/console/*', (c) => console.fetch(c.req.raw))
  return { jaabi, base }
}

async function signedIn(base: string, pool: 'equipes' | 'restreint', person: string) {
  const { browser, back } = await throughProvider(base, pool, person)
  return { browser, landed: await browser.go(back) }
}

const problemIn = (response: Response): string | null =>
  new URL(response.headers.get('location') ?? '', 'http://x').searchParams.get('souci')

describe('signing in', () => {
  test('leads through the provider of one’s pool to the page one wanted', async () => {
    const { base } = await machine()
    const browser = visitor()
    const wanted = await browser.go(`${base}/console/dossier/4829137996?x=1`)
    const door = new URL(browser.next(wanted))
    expect(door.pathname).toBe('/console/connexion')
    const page = await (await browser.go(door.href)).text()
    expect(page).toContain('Équipes')
    expect(page).toContain('Accès restreint')
    const { back, browser: other } = await throughProvider(base, 'equipes', 'focal-point', {
      wanted: door.searchParams.get('vers') ?? '',
    })
    const landed = await other.go(back)
    expect(landed.headers.get('location')).toBe('/console/dossier/4829137996?x=1')
    expect(await (await other.go(`${base}/console/rien`)).text()).toContain('Point focal')
  })

  test('keeps no more of the page one wanted than a cookie holds', async () => {
    const { base } = await machine()
    const wanted = `/console/recherche?mots=${'x'.repeat(8_000)}`
    const { back, browser } = await throughProvider(base, 'equipes', 'focal-point', { wanted })
    expect((await browser.go(back)).headers.get('location')).toBe('/console/recherche')
  })

  test('takes the protection pair to its own door', async () => {
    const { base } = await machine()
    const { landed } = await signedIn(base, 'restreint', 'protection')
    expect(landed.headers.get('location')).toBe('/console/protection/accueil')
  })

  test('never leads out of the console', async () => {
    const { base } = await machine()
    for (const wanted of ['https://evil.example/console', '//evil.example/console', '/simulator', '/console.evil']) {
      const { browser, back } = await throughProvider(base, 'equipes', 'focal-point', { wanted })
      expect((await browser.go(back)).headers.get('location'), wanted).toBe('/console/accueil')
    }
  })

  test('puts nothing but a random number into the browser, where no script and no plain line reaches it', async () => {
    const { base, jaabi } = await machine()
    const { landed } = await signedIn(base, 'equipes', 'focal-point')
    const [session = ''] = landed.headers.getSetCookie().filter((line) => line.startsWith('__Host-jaabi='))
    const [value = '', ...flags] = session.split('; ')
    expect(flags.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'])
    expect(value).toMatch(/^__Host-jaabi=[\w-]{43}$/)
    const kept = JSON.stringify(await jaabi.items('console-session', 'traffic'))
    expect(kept).toContain('focal-point')
    expect(kept).not.toContain(value.slice('__Host-jaabi='.length))
  })

  test('is refused when the answer belongs to another attempt, comes twice, or to another browser', async () => {
    const { base } = await machine()
    const { browser, back } = await throughProvider(base, 'equipes', 'focal-point')
    const other = new URL(back)
    other.searchParams.set('state', 'another')
    const attempt = browser.cookies.get('__Host-jaabi-connexion') ?? ''
    expect(problemIn(await browser.go(other.href))).toBe('link')
    expect(browser.cookies.has('__Host-jaabi')).toBe(false)
    expect(problemIn(await visitor().go(back))).toBe('link')
    browser.cookies.set('__Host-jaabi-connexion', attempt)
    expect((await browser.go(back)).headers.get('location')).toBe('/console/accueil')
    browser.cookies.set('__Host-jaabi-connexion', attempt)
    expect(problemIn(await browser.go(back))).toBe('link')
  })

  test('is refused when the code was given for another verifier or nonce', async () => {
    const { base } = await machine()
    for (const part of ['verifier', 'nonce']) {
      const { browser, back } = await throughProvider(base, 'equipes', 'focal-point')
      const kept = JSON.parse(
        Buffer.from(browser.cookies.get('__Host-jaabi-connexion') ?? '', 'base64url').toString(),
      ) as Record<string, string>
      kept[part] = 'x'.repeat(43)
      browser.cookies.set('__Host-jaabi-connexion', Buffer.from(JSON.stringify(kept)).toString('base64url'))
      expect(problemIn(await browser.go(back)), part).not.toBeNull()
      expect(browser.cookies.has('__Host-jaabi'), part).toBe(false)
    }
  })

  test('gives a restricted role nothing through the pool that asks no second factor', async () => {
    const { base, jaabi } = await machine()
    await jaabi.person('focal-point', { role: 'protection' })
    const { browser, landed } = await signedIn(base, 'equipes', 'focal-point')
    expect(problemIn(landed)).toBe('restricted')
    expect(browser.cookies.has('__Host-jaabi')).toBe(false)
  })

  test('gives nothing to whom the directory has put out', async () => {
    const { base, jaabi } = await machine()
    await jaabi.person('deputy', { role: 'deputy', active: false })
    expect(problemIn((await signedIn(base, 'equipes', 'deputy')).landed)).toBe('unknown')
  })

  test('opens no new account before the protocol of its organisation is recorded, and leaves those of before alone', async () => {
    const { base, jaabi } = await machine()
    const { programme } = jaabi.servicesFor('console')
    const [gao] = programme.organisations
    if (!gao) throw new Error('no organisation')
    const without = async (protocol?: typeof gao.protocol) => {
      const overlay = await jaabi.directory.overlay()
      const written = { overlay: { ...overlay, organisations: [{ ...gao, protocol }] }, audit: [] }
      expect(await jaabi.directory.write(written)).toBe('done')
    }
    await without()
    await jaabi.person('old@ong.example', { role: 'partner', organisation: gao.id })
    await jaabi.person('new@ong.example', { role: 'partner', organisation: gao.id, underProtocol: true })
    expect(problemIn((await signedIn(base, 'equipes', 'old@ong.example')).landed)).toBeNull()
    const refused = await signedIn(base, 'equipes', 'new@ong.example')
    expect(problemIn(refused.landed)).toBe('protocol')
    const page = await (await refused.browser.go(`${base}/console/connexion?souci=protocol`)).text()
    expect(page).toContain('Le protocole de partage d’information avec votre organisation')
    await without({ on: '2027-06-01', by: 'admin-1' })
    const { browser, landed } = await signedIn(base, 'equipes', 'new@ong.example')
    expect(problemIn(landed)).toBeNull()
    // Taken back, it closes what it had opened with the next click.
    await without()
    expect(problemIn(await browser.go(`${base}/console`))).toBe('protocol')
  })

  test('makes whoever was invited at the address of an account its owner, once', async () => {
    const { base, jaabi } = await machine()
    const services = jaabi.servicesFor('console')
    const [key = ''] = await mailKeysOf('Awa@ONG.example ', services)
    const invited = { role: 'partner', organisation: 'ong-sante-gao', name: 'Awa', underProtocol: true } as const
    await jaabi.person(invitedId(key), { ...invited, mailKey: key })
    const { landed } = await signedIn(base, 'equipes', 'awa@ong.example')
    expect(problemIn(landed)).toBeNull()
    expect(await jaabi.directory.member('awa@ong.example')).toMatchObject({ ...invited, mailKey: key })
    expect(await jaabi.directory.member(invitedId(key))).toBeNull()
    expect(problemIn((await signedIn(base, 'equipes', 'awa@ong.example')).landed)).toBeNull()
    expect(problemIn((await signedIn(base, 'equipes', 'other@ong.example')).landed)).toBe('unknown')
    // Nothing of the address is kept.
    expect(JSON.stringify(await jaabi.items('person'))).not.toContain('Awa@')
  })

  test('says so when the provider does not answer', async () => {
    const jaabi = await newJaabi()
    const signIn = openIdSignIn(issuersAt('http://127.0.0.1:9'))
    const console = consolePages({ ...jaabi.servicesFor('console'), signIn })
    expect(problemIn(await console.request('https://jaabi.example/console/connexion/equipes'))).toBe('provider')
    const page = await console.request('https://jaabi.example/console/connexion?souci=provider')
    expect(await page.text()).toContain('ne répond pas')
  })

  test('is over after signing out, which Cognito is told in its own way and others by the standard', async () => {
    const { base } = await machine()
    const { browser, landed } = await signedIn(base, 'equipes', 'focal-point')
    const page = await (await browser.go(`${browser.next(landed)}/rien`)).text()
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const id = browser.cookies.get('__Host-jaabi') ?? ''
    const out = await browser.post(`${base}/console/sortie`, { csrf })
    expect(await out.text()).toContain('Session fermée')
    expect(browser.cookies.has('__Host-jaabi')).toBe(false)
    browser.cookies.set('__Host-jaabi', id)
    expect((await browser.go(`${base}/console`)).status).toBe(303)

    const back = 'https://jaabi.example/console/sortie'
    const cognito = {
      issuer: 'https://cognito-idp.eu-west-3.amazonaws.com/eu-west-3_x',
      authorization_endpoint: 'https://jaabi.auth.eu-west-3.amazoncognito.com/oauth2/authorize',
      end_session_endpoint: 'https://jaabi.auth.eu-west-3.amazoncognito.com/logout',
    }
    expect(signOutAddress(cognito, 'client', back)).toBe(
      `https://jaabi.auth.eu-west-3.amazoncognito.com/logout?client_id=client&logout_uri=${encodeURIComponent(back)}`,
    )
    const other = { issuer: 'https://id.example', end_session_endpoint: 'https://id.example/end' }
    expect(signOutAddress(other, 'client', back)).toBe(
      `https://id.example/end?client_id=client&post_logout_redirect_uri=${encodeURIComponent(back)}`,
    )
    expect(signOutAddress({ issuer: 'https://id.example' }, 'client', back)).toBeNull()
  })
})
