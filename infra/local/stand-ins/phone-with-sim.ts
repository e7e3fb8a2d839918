import { createHash, createHmac, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import * as z from 'zod/mini'
import { ownToken, signingKeys } from '../../../adapters/gateways/token.ts'
import { segments } from '../../../core/notices/gsm7.ts'

/** Whom it stands for, as callbacks and accounts name it: a phone with the app « SMS Gateway for Android », or the server before it. */
export const phoneStandsFor = 'android'
/** Where this machine serves its API. */
export const phonePlace = `/local/${phoneStandsFor}`
/** The numbers this machine writes to by it; all others by the gateway of the simulator. */
export const phonePrefix = '+22399'
export const phoneLogin = { username: 'jaabi-local', password: 'local' }
/** What the functions of this machine, answering at `base`, send with. */
export const phoneAccount = (base: string) => ({
  phones: { one: { ...phoneLogin, url: `${base}${phonePlace}`, auth: 'bearer', device: null, sim: null } },
  byPrefix: {},
  otherwise: 'one',
})

const PostMessage = z.object({
  id: z.string().check(z.maxLength(36)),
  textMessage: z.object({ text: z.string().check(z.minLength(1)) }),
  phoneNumbers: z.array(z.string()).check(z.minLength(1)),
  deviceId: z.optional(z.string()),
  simNumber: z.optional(z.int().check(z.gte(1), z.lte(3))),
  withDeliveryReport: z.optional(z.boolean()),
  ttl: z.optional(z.int().check(z.gte(5))),
})
export type PostMessage = z.infer<typeof PostMessage>
const Received = z.object({ from: z.string(), text: z.string() })

/** What it does with what waits. `no-credit`: the operator takes nothing. `part-lost`: the last part never arrives. */
export type PhoneMode = 'ok' | 'no-credit' | 'part-lost'

interface Options {
  /** Signs what it posts; null as before somebody set one. */
  key: string | null
  nowAt: () => string
  /** Posts to the address that is registered for the event, and answers the status. */
  post: (what: 'sms' | 'delivery', init: { headers: Record<string, string>; body: string }) => Promise<number>
  /** Tells each event twice, under a new id, as versions of the app did. */
  twice?: boolean
  /** Sends what it was given by itself, as a phone does; else when it is told to. */
  byItself?: boolean
}

/** A phone with one SIM: its API, and what it posts, by the app's own code (capcom6/android-sms-gateway, 1.4x to 1.6x). */
export function androidPhone({ key, nowAt, post, twice = false, byItself = false }: Options) {
  const waiting: PostMessage[] = []
  const sent: PostMessage[] = []
  const tokens = new Set<string>()
  let mode: PhoneMode = 'ok'
  let told = 0

  /** Two things never happen in the same millisecond of a phone. */
  const instant = () => new Date(Date.parse(nowAt()) + (told += 1)).toISOString().replace('Z', '+00:00')

  async function tell(what: 'sms' | 'delivery', event: string, payload: Record<string, unknown>): Promise<number> {
    let status = 0
    for (let time = 0; time < (twice ? 2 : 1); time += 1) {
      const body = JSON.stringify({
        deviceId: 'phone',
        event,
        id: randomUUID().slice(0, 21),
        payload,
        webhookId: event,
      })
      const stamp = String(Math.floor(Date.parse(nowAt()) / 1_000))
      const signature =
        key === null
          ? null
          : createHmac('sha256', key)
              .update(body + stamp)
              .digest('hex')
      const headers = {
        'content-type': 'application/json',
        ...(signature === null ? {} : { 'x-timestamp': stamp, 'x-signature': signature }),
      }
      status = await post(what, { headers, body })
    }
    return status
  }

  /** Somebody writes to the SIM. The phone has joined what came in parts. */
  function receives(from: string, text: string, receivedAt = instant()): Promise<number> {
    const messageId = createHash('sha256')
      .update(from + receivedAt + text)
      .digest('hex')
      .slice(0, 8)
    const payload = {
      messageId,
      message: text,
      sender: from,
      phoneNumber: from,
      recipient: null,
      simNumber: 1,
      receivedAt,
    }
    return tell('sms', 'sms:received', payload)
  }

  async function leaves({ id, phoneNumbers: [recipient = ''], textMessage }: PostMessage): Promise<void> {
    const about = { messageId: id, recipient, phoneNumber: recipient, sender: null, simNumber: null }
    if (mode === 'no-credit') {
      const reason = 'Send result: RESULT_ERROR_GENERIC_FAILURE (Generic failure cause)'
      await tell('delivery', 'sms:failed', { ...about, failedAt: instant(), reason })
      return
    }
    const parts = segments(textMessage.text).segments
    await tell('delivery', 'sms:sent', { ...about, partsCount: parts, sentAt: instant() })
    for (let part = mode === 'part-lost' ? 1 : 0; part < parts; part += 1)
      await tell('delivery', 'sms:delivered', { ...about, deliveredAt: instant() })
  }

  /** What waits leaves, in its order, and what becomes of it is told. */
  async function works(): Promise<void> {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      sent.push(one)
      await leaves(one)
    }
  }

  const basic = `Basic ${Buffer.from(`${phoneLogin.username}:${phoneLogin.password}`).toString('base64')}`
  const app = new Hono()
  app.post('/auth/token', (c) => {
    if (c.req.header('authorization') !== basic) return c.json({ message: 'Unauthorized' }, 401)
    const token = randomUUID()
    tokens.add(token)
    return c.json({ id: randomUUID(), token_type: 'Bearer', access_token: token, expires_at: nowAt() }, 201)
  })
  app.post('/messages', async (c) => {
    const given = c.req.header('authorization') ?? ''
    if (given !== basic && !tokens.has(given.replace('Bearer ', ''))) return c.json({ message: 'Unauthorized' }, 401)
    const asked = PostMessage.safeParse(await c.req.json().catch(() => null))
    if (!asked.success) return c.json({ message: 'Invalid request' }, 400)
    if (sent.concat(waiting).some(({ id }) => id === asked.data.id)) return c.json({ message: 'Conflict' }, 409)
    waiting.push(asked.data)
    if (byItself) setImmediate(() => void works())
    const state = 'Pending'
    const recipients = asked.data.phoneNumbers.map((phoneNumber) => ({ phoneNumber, state }))
    return c.json({ id: asked.data.id, deviceId: 'phone', state, isHashed: false, isEncrypted: false, recipients }, 202)
  })
  app.get('/sent', (c) => c.json(sent))
  app.post('/received', async (c) => {
    const given = Received.safeParse(await c.req.json().catch(() => null))
    if (!given.success) return c.json({ error: 'from, text' }, 400)
    return c.json({ answered: await receives(given.data.from, given.data.text) })
  })

  return {
    app,
    sent,
    receives,
    tell,
    works,
    /** Tokens end before their time, as when somebody takes them back. */
    forgetTokens: () => {
      tokens.clear()
    },
    setMode: (next: PhoneMode) => {
      mode = next
    },
  }
}

/** The one of this machine, whose functions answer at `base`. Nobody keeps what it sent. */
export function localPhone({ base, token, nowAt }: { base: string; token: string; nowAt: () => string }) {
  const [key = null] = signingKeys(phoneStandsFor, [token])
  const own = ownToken(token, phoneStandsFor)
  return androidPhone({
    key,
    nowAt,
    byItself: true,
    post: (what, init) =>
      fetch(`${base}/gateways/${phoneStandsFor}/${own}/${what}`, { method: 'POST', ...init }).then(
        ({ status }) => status,
        () => 0,
      ),
  })
}
