import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { PeopleStore } from '../local/people.ts'
import { fakeGateway, type FakeGateway, gatewayPlace, localAccounts } from '../local/stand-ins/fake-gateway.ts'
import { type FakeKms, startFakeKms } from '../local/stand-ins/kms.ts'
import { issuersAt, localSignIn, signingKeyIn } from '../local/stand-ins/sign-in.ts'
import { signInProviders } from '../local/stand-ins/sign-in-provider.ts'
import { localTopics, type LocalTopics } from '../local/stand-ins/topics.ts'
import type { Outside } from './resolve.ts'

/** All that functions reach beyond their tables. */
export interface Surroundings {
  gateway: FakeGateway
  topics: LocalTopics
  kms: FakeKms
  /** Where SNS answers, as KMS does at `kms.endpoint`. */
  snsEndpoint: string
  stop: () => Promise<void>
}

interface Opening {
  port: number
  folder: string
  /** Where a sign-in provider may send people back to. */
  backTo: readonly string[]
  directory: PeopleStore
  /** Where the topics are. */
  region: string
  account: string
}

const here = (port: number): string => `http://127.0.0.1:${port}`

/** What a deployment finds there, `token` being the secret of the callbacks. */
export function outsideAt(port: number, token: string): Outside {
  const base = here(port)
  const [staff, restricted] = issuersAt(base)
  const secrets: [ending: string, value: string][] = [
    ['/gateway-token-a', token],
    ['/gateway-token-b', randomBytes(24).toString('hex')],
    ['/gateway-credentials', JSON.stringify(localAccounts(base))],
  ]
  return {
    issuerOf: (pool) => (pool.endsWith('-restricted') ? restricted : staff)?.issuer ?? '',
    clientId: staff?.clientId ?? '',
    secretOf(name) {
      const [, value] = secrets.find(([ending]) => name.endsWith(ending)) ?? []
      if (value === undefined) throw new Error(`nobody put anything under ${name}`)
      return value
    },
  }
}

/** The gateway, two sign-in providers and SNS at one port, and KMS at its own. */
export async function startOutside(opening: Opening): Promise<Surroundings> {
  const { port, folder, backTo, directory, region, account } = opening
  const base = here(port)
  const now = () => new Date().toISOString()
  const gateway = fakeGateway({ file: join(folder, 'sms.jsonl'), now })
  const topics = localTopics({ file: join(folder, 'topics.jsonl'), now, region, account })
  const jwk = await signingKeyIn(join(folder, 'sign-in.json'))
  const cookieSecret = randomBytes(24).toString('hex')
  const kms = await startFakeKms()
  const app = new Hono()
  app.route('/', await localSignIn({ jwk, base, directory }))
  app.route('/', signInProviders({ issuers: issuersAt(base), key: jwk, cookieSecret, backTo: [...backTo], directory }))
  app.route(gatewayPlace, gateway.app)
  // SNS has one address for everything: what nobody else answers.
  app.route('/', topics.app)
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' })
  await once(server, 'listening')
  return {
    gateway,
    topics,
    kms,
    snsEndpoint: base,
    async stop() {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await kms.stop()
    },
  }
}
