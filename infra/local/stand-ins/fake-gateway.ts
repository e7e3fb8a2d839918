import { mkdirSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono, type Context } from 'hono'
import * as z from 'zod/mini'
import type { GatewayChoice } from '../../../core/notices/gateway.ts'
import { gateways } from '../../../programme/gateways.ts'
import { appendLine, readLines } from '../state/state-file.ts'
import { phoneAccount, phonePrefix, phoneStandsFor } from './phone-with-sim.ts'

/**
 * `partial`: every other recipient fails for now (code 501), the first one first. `timeout`: takes nothing, never answers,
 * hangs up after 30 s. `lost`: takes the SMS, then breaks the connection without a word.
 */
export const gatewayModes = ['ok', 'timeout', '500', 'unknown-sender', 'partial', 'blacklist', 'lost'] as const
export const GatewayMode = z.enum(gatewayModes)
export type GatewayMode = z.infer<typeof GatewayMode>

/** An SMS that left. `status` is Africa's Talking's own word (`Sent`, `Success`, `Failed` …). */
const SentSms = z.object({
  to: z.string(),
  from: z.nullable(z.string()),
  message: z.string(),
  messageId: z.string(),
  at: z.string(),
  status: z.string(),
})
export type SentSms = z.infer<typeof SentSms>

/** One line of the file. */
const Entry = z.union([
  z.object({ sms: SentSms }),
  z.object({ status: z.object({ messageId: z.string(), status: z.string() }) }),
  z.object({ mode: GatewayMode }),
])
type Entry = z.infer<typeof Entry>

interface Recipient {
  statusCode: number
  number: string
  status: string
  cost: string
  messageId: string
}

/** Whom it stands for, as callbacks and accounts name it. */
export const standsFor = 'africastalking'
/** Where this machine serves it. */
export const gatewayPlace = `/local/${standsFor}`
/** It carries every SMS of this machine but those of the phone, whatever the programme chose; what fields are called is the programme's. */
export const localGateways: GatewayChoice = {
  ...gateways,
  byPrefix: { [phonePrefix]: phoneStandsFor },
  otherwise: standsFor,
  // The phone's people are written to by the other where somebody turns the phone off.
  carries: { [standsFor]: ['+223'] },
  unnamed: standsFor,
}
/** What the functions of this machine, answering at `base`, send with. */
export const localAccounts = (base: string): Record<string, unknown> => ({
  [standsFor]: {
    username: 'jaabi-local',
    apiKey: 'local',
    senderId: null,
    url: `${base}${gatewayPlace}/version1/messaging`,
  },
  [phoneStandsFor]: phoneAccount(base),
})

export interface FakeGateway {
  /** Speaks Africa's Talking's own HTTP API, for the real SDK. Serve it by `@hono/node-server`: two modes break connections. */
  app: Hono<{ Bindings: HttpBindings }>
  /** What left, oldest first. */
  sent(to?: string): SentSms[]
  mode(): GatewayMode
  setMode(mode: GatewayMode): void
  /** What a delivery said, of which the first final one stands; false when no such SMS left. */
  markStatus(messageId: string, status: string): boolean
}

const hangUpAfterMs = 30_000
const noId = 'None'
const finalStatuses = ['Success', 'Failed', 'Rejected', 'AbsentSubscriber', 'Expired']

/** Everything is in `file` before it is answered (one JSON object a line), so a killed process forgets no SMS. */
export function fakeGateway({ file, now }: { file: string; now: () => string }): FakeGateway {
  const sent = new Map<string, SentSms>()
  let mode: GatewayMode = 'ok'
  let asked = 0

  const apply = (entry: Entry): void => {
    if ('sms' in entry) sent.set(entry.sms.messageId, entry.sms)
    else if ('mode' in entry) mode = entry.mode
    else {
      const sms = sent.get(entry.status.messageId)
      if (sms !== undefined) sms.status = entry.status.status
    }
  }
  const keep = (entry: Entry): void => {
    appendLine(file, entry)
    apply(entry)
  }
  mkdirSync(dirname(file), { recursive: true })
  for (const entry of readLines(file, (line) => Entry.parse(line))) apply(entry)

  function take(to: string, fields: URLSearchParams): Recipient {
    const messageId = `ATXid_${randomUUID().replaceAll('-', '')}`
    const from = fields.get('from')
    const message = fields.get('message') ?? ''
    keep({ sms: { to, from, message, messageId, at: now(), status: 'Sent' } })
    return { statusCode: 101, number: to, status: 'Success', cost: 'XOF 20.0000', messageId }
  }
  const turnAway = (number: string, statusCode: number, status: string): Recipient => {
    return { statusCode, number, status, cost: '0', messageId: noId }
  }

  const answers: Record<Exclude<GatewayMode, 'timeout' | '500' | 'unknown-sender'>, typeof take> = {
    ok: take,
    lost: take,
    blacklist: (to) => turnAway(to, 406, 'UserInBlacklist'),
    partial: (to, fields) => (asked++ % 2 === 0 ? turnAway(to, 501, 'GatewayError') : take(to, fields)),
  }

  const app = new Hono<{ Bindings: HttpBindings }>()
  app.post('/version1/messaging', async (context) => {
    const fields = new URLSearchParams(await context.req.text())
    const to = (fields.get('to') ?? '').split(',').filter((number) => number !== '')
    if (!context.req.header('apikey')) return context.text('The supplied authentication is invalid', 401)
    if (!fields.get('username') || !fields.get('message')) return context.text('Must have username and message', 400)

    if (mode === '500') return context.text('Internal Server Error', 500)
    if (mode === 'timeout') {
      // The caller giving up ends the wait too.
      await wait(hangUpAfterMs, undefined, { signal: context.req.raw.signal, ref: false }).catch(() => undefined)
      return hangUp(context)
    }
    if (mode === 'unknown-sender')
      return context.json({ SMSMessageData: { Message: 'InvalidSenderId', Recipients: [] } }, 201)
    const answer = answers[mode]
    const recipients = to.map((number) => answer(number, fields))
    if (mode === 'lost') return hangUp(context)
    const taken = recipients.filter(({ statusCode }) => statusCode === 101).length
    const summary = `Sent to ${taken}/${recipients.length} Total Cost: XOF ${taken * 20}.0000 Message parts: 1`
    return context.json({ SMSMessageData: { Message: summary, Recipients: recipients } }, 201)
  })

  return {
    app,
    sent: (to) => [...sent.values()].filter((sms) => to === undefined || sms.to === to).map((sms) => ({ ...sms })),
    mode: () => mode,
    setMode: (next) => {
      keep({ mode: next })
    },
    markStatus: (messageId, status) => {
      const sms = sent.get(messageId)
      if (sms && !finalStatuses.includes(sms.status)) keep({ status: { messageId, status } })
      return sms !== undefined
    },
  }
}

function hangUp({ env }: Context<{ Bindings: HttpBindings }>): Response {
  env.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}
