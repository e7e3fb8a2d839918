import type { IncomingMessage } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import type { JWK } from 'jose'
import { type Context, Provider } from 'oidc-provider'
import type { Issuer } from '../../../adapters/openid/bearer-verifier.ts'
import { log } from '../../../functions/wiring/log.ts'
import { localSignInFr } from '../../../languages/fr/console/local-sign-in.ts'
import { localFactorPage, localSignInPage } from '../../../web/console/sign-in/local.ts'
import { secondFactors } from './second-factor.ts'
import { localPeople, type PeopleStore, restrictedRoles } from '../people.ts'

interface ProviderOptions {
  issuers: readonly Issuer[]
  /** Signs what both issuers say. */
  key: JWK
  /** Signs the provider's own cookies. */
  cookieSecret: string
  /** Where people may be sent back to. */
  backTo: readonly string[]
  directory: PeopleStore
}

type Node = { Bindings: HttpBindings }

/**
 * The sign-in providers of one machine: complete OpenID Connect providers, one for each pool, but that a click takes the place of a
 * password. They answer Node requests, so they need a server around them.
 */
export function signInProviders(options: ProviderOptions): Hono<Node> {
  const app = new Hono<Node>()
  for (const issuer of options.issuers) mountProvider(app, issuer, options)
  return app
}

function mountProvider(app: Hono<Node>, issuer: Issuer, options: ProviderOptions): void {
  const { directory } = options
  const path = new URL(issuer.issuer).pathname
  const pool = issuer.restricted ? 'restricted' : 'staff'
  const people = localPeople.filter(({ role }) => restrictedRoles.includes(role) === issuer.restricted)
  const provider = new Provider(issuer.issuer, configuration(issuer, options, pool, `${path}/personne`))
  provider.on('server_error', (_, error) => {
    log('sign-in-provider-failed', { error })
  })
  const answer = provider.callback()

  const factors = secondFactors()

  const page = (unknown: boolean) => localSignInPage(localSignInFr, { people, pool, unknown })

  app.get(`${path}/personne/:uid`, async (c) => {
    await provider.interactionDetails(c.env.incoming, c.env.outgoing)
    c.header('cache-control', 'no-store')
    return c.html(page(false))
  })
  app.post(`${path}/personne/:uid`, async (c) => {
    const { incoming, outgoing } = c.env
    const uid = c.req.param('uid')
    const { personne, autre, code } = await c.req.parseBody()
    const given = code === undefined ? null : factors.give(uid, code)
    if (given?.isRight === false)
      return c.html(localFactorPage(localSignInFr, { code: factors.ask(uid, given.person), wrong: true }), 401)
    const typed = typeof personne === 'string' ? personne : typeof autre === 'string' ? autre.trim() : ''
    const wanted = given?.person ?? typed
    // An account of this machine is one word; of somebody invited it is their address.
    if (wanted === '' || (!wanted.includes('@') && !(await directory.member(wanted)))) return c.html(page(true), 404)
    if (issuer.restricted && !given)
      return c.html(localFactorPage(localSignInFr, { code: factors.ask(uid, wanted), wrong: false }))
    return c.redirect(await provider.interactionResult(incoming, outgoing, { login: { accountId: wanted } }), 303)
  })

  app.all(`${path}/*`, async (c) => {
    const { outgoing } = c.env
    const incoming: IncomingMessage & { originalUrl?: string } = c.env.incoming
    // The provider knows its own paths only, and from the two addresses what it is mounted under.
    incoming.originalUrl = incoming.url ?? ''
    incoming.url = incoming.originalUrl.slice(path.length)
    await answer(incoming, outgoing)
    return RESPONSE_ALREADY_SENT
  })
}

function configuration(
  { clientId }: Issuer,
  { key, cookieSecret, backTo }: ProviderOptions,
  pool: string,
  interactions: string,
): Record<string, unknown> {
  return {
    adapter: inMemory(),
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: backTo,
        id_token_signed_response_alg: key.alg,
      },
    ],
    jwks: { keys: [key] },
    scopes: ['openid', 'email'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    // Cognito says it in the token itself.
    conformIdTokenClaims: false,
    cookies: {
      keys: [cookieSecret],
      names: { session: `oidc-${pool}`, interaction: `oidc-${pool}-qui`, resume: `oidc-${pool}-suite` },
    },
    // Where Cognito has it too, and the check of Bearer tokens looks.
    routes: { jwks: '/.well-known/jwks.json' },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_: Context, { uid }: { uid: string }) => `${interactions}/${uid}` },
    pkce: { required: () => true },
    findAccount: (_: Context, sub: string) => ({
      accountId: sub,
      claims: () => (sub.includes('@') ? { sub, email: sub, email_verified: true } : { sub }),
    }),
    // Nobody is asked whether the console may know who they are.
    loadExistingGrant: async ({ oidc: { client, session, provider } }: Context) => {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
    renderError: (ctx: Context, { error }: { error: string }) => {
      ctx.type = 'text'
      ctx.body = error
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 3600, IdToken: 600, Interaction: 3600, Session: 3600 },
  }
}

type Payload = Record<string, unknown>

/** Sign-ins under way live minutes: a restart of the machine forgets them, and the console's own sessions stay. */
function inMemory() {
  const kept = new Map<string, { payload: Payload; until: number }>()
  const read = (key: string): Payload | undefined => {
    const found = kept.get(key)
    return found && found.until > Date.now() ? found.payload : undefined
  }
  return (model: string) => {
    const keyOf = (id: string) => `${model}:${id}`
    const done = () => Promise.resolve()
    return {
      upsert(id: string, payload: Payload, expiresInSeconds?: number) {
        for (const [key, { until }] of kept) if (until <= Date.now()) kept.delete(key)
        kept.set(keyOf(id), { payload, until: Date.now() + (expiresInSeconds ?? 3600) * 1000 })
        return done()
      },
      find: (id: string) => Promise.resolve(read(keyOf(id))),
      findByUid(uid: string) {
        const all = [...kept.keys()].filter((key) => key.startsWith(`${model}:`))
        return Promise.resolve(all.map(read).find((payload) => payload?.['uid'] === uid))
      },
      findByUserCode: () => Promise.resolve(undefined),
      consume(id: string) {
        const payload = read(keyOf(id))
        if (payload) payload['consumed'] = Math.floor(Date.now() / 1000)
        return done()
      },
      destroy(id: string) {
        kept.delete(keyOf(id))
        return done()
      },
      revokeByGrantId(grantId: string) {
        for (const [key, { payload }] of kept)
          if (key.startsWith(`${model}:`) && payload['grantId'] === grantId) kept.delete(key)
        return done()
      },
    }
  }
}
