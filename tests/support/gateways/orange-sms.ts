import { createServer } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono, type Context } from 'hono'
import { onTestFinished } from 'vitest'
import { closed, listening } from '../../../infra/local/stand-ins/loopback.ts'

export const clientId = 'the-client'
export const clientSecret = 'the-secret'

interface Asked {
  token: string
  sender: string
  body: unknown
}

/** An answer in place of the usual one: a status and what stands in the body, or `null` for a connection that breaks. */
type Answer = { status: number; body?: unknown } | null

const hour = 3_600
const deprived = (code: number, description: string) => ({ code, message: description, description })

/**
 * What stands for Orange's API, from its published shapes (developer.orange.com): a token of an hour for client credentials, one SMS a request
 * for `tel:` addresses, 201 with a `resourceURL`, and a list of contracts. A token that is not the last one, or over, is refused with 401.
 */
export async function orangeSms({ nowMs = Date.now }: { nowMs?: () => number } = {}) {
  const tokens: { token: string; untilMs: number }[] = []
  const asked: Asked[] = []
  /** What the next requests are answered with, in turn. */
  const answers: Answer[] = []
  const tokenAnswers: Answer[] = []
  let contracts: unknown = []
  const app = new Hono<{ Bindings: HttpBindings }>()

  app.post('/oauth/v3/token', async (c) => {
    const [next] = tokenAnswers.splice(0, 1)
    if (next === null) return hangUp(c)
    if (next) return c.json(next.body ?? {}, next.status as 200)
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
    const isForm = c.req.header('content-type') === 'application/x-www-form-urlencoded'
    const grant = new URLSearchParams(await c.req.text()).get('grant_type')
    if (c.req.header('authorization') !== basic || !isForm || grant !== 'client_credentials')
      return c.json({ error: 'invalid_client', error_description: 'Unknown client' }, 401)
    const token = `token-${String(tokens.length + 1)}`
    tokens.push({ token, untilMs: nowMs() + hour * 1_000 })
    return c.json({ token_type: 'Bearer', access_token: token, expires_in: String(hour) })
  })

  app.use(async (c, next) => {
    const last = tokens.at(-1)
    if (c.req.header('authorization') !== `Bearer ${last?.token ?? ''}`)
      return c.json(deprived(41, 'Invalid credentials'), 401)
    if (last && last.untilMs <= nowMs()) return c.json(deprived(42, 'Expired credentials'), 401)
    return next()
  })
  app.post('/smsmessaging/v1/outbound/:sender/requests', async (c) => {
    const [next] = answers.splice(0, 1)
    const body: unknown = await c.req.json()
    const sender = c.req.param('sender')
    asked.push({ token: tokens.at(-1)?.token ?? '', sender, body })
    if (next === null) return hangUp(c)
    if (next)
      return typeof next.body === 'string'
        ? c.text(next.body, next.status as 200)
        : c.json(next.body ?? {}, next.status as 200)
    const resourceURL = `https://api.orange.com/smsmessaging/v1/outbound/${encodeURIComponent(sender)}/requests/resource-${String(asked.length)}`
    return c.json(
      {
        outboundSMSMessageRequest: {
          ...(body as { outboundSMSMessageRequest: object }).outboundSMSMessageRequest,
          resourceURL,
        },
      },
      201,
    )
  })
  app.get('/sms/admin/v1/contracts', (c) => c.json(contracts as object))

  const listener = getRequestListener(app.fetch)
  const server = createServer((request, response) => void listener(request, response))
  onTestFinished(() => closed(server))
  const url = `http://127.0.0.1:${String(await listening(server))}`
  return {
    url,
    asked,
    answers,
    tokenAnswers,
    tokensGiven: () => tokens.length,
    /** All tokens end now, whatever they said. */
    revoke: () => tokens.push({ token: 'none', untilMs: 0 }),
    setContracts: (now: unknown) => {
      contracts = now
    },
  }
}

function hangUp({ env }: Context<{ Bindings: HttpBindings }>): Response {
  env.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}
