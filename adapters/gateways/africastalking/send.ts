import type { SendResult } from '../../../core/notices/gateway.ts'
import type { SmsGateway } from '../../../core/ports/gateway.ts'
import * as z from 'zod/mini'
import type { Sender } from '../gateway.ts'
import { neverAsked, refused, undecided } from '../sending.ts'
import { name } from './name.ts'
import { readFailure, readReply } from './send-reply.ts'
import { unusedModules } from './unused-modules.ts'

/** Strict: a name mistyped here is an SMS that never leaves. */
const Account = z.strictObject({
  username: z.string(),
  apiKey: z.string(),
  /** Our registered sender name or short code; null leaves the choice to the gateway. */
  senderId: z.nullable(z.string()),
  /** Where to send, when not to Africa's Talking itself: the fake gateway. */
  url: z.optional(z.string()),
})

export interface GatewayAccount extends z.infer<typeof Account> {
  /** The SDK has no limit of its own and would wait until the function dies. */
  timeoutMs: number
  loadSdk?: typeof loadAfricasTalking
}

/** Loaded at the first send: it weighs 140 ms that no other function should pay. */
export async function loadAfricasTalking() {
  const [sdk, common] = await Promise.all([import('africastalking'), import('africastalking/lib/common.js')])
  return { connect: sdk.default, common: common.default }
}

const hosts = { live: 'api.africastalking.com', sandbox: 'api.sandbox.africastalking.com' }

/** One SMS through the official SDK. Never throws; every `reason` is one of our own codes. */
export function africasTalkingGateway(account: GatewayAccount): SmsGateway {
  const { username, apiKey, senderId, timeoutMs, loadSdk = loadAfricasTalking } = account
  const host = username.toLowerCase() === 'sandbox' ? hosts.sandbox : hosts.live
  const url = account.url ?? `https://${host}/version1/messaging`

  async function connect() {
    const { connect, common } = await loadSdk()
    const { SMS } = connect({ username, apiKey })
    return (sms: { to: string; message: string; from?: string }) => {
      // The SDK keeps one address for the whole process and turns it to the sandbox for good once any account is
      // called so. It reads it before its first await, so set it just here.
      common.SMS_URL = url
      return SMS.send(sms)
    }
  }
  let sdk: ReturnType<typeof connect> | undefined

  return {
    async send({ to, text }) {
      const never = neverAsked({ to, text })
      if (never) return never
      let post
      try {
        post = await (sdk ??= connect())
      } catch {
        sdk = undefined
        return refused('sdk-unavailable', true)
      }
      // An option that is undefined would travel as the word "undefined".
      const sms = { to, message: text, ...(senderId ? { from: senderId } : {}) }
      return withinLimit(
        post(sms).then(
          (body) => readReply(body, to),
          (failure: unknown) => readFailure(failure, to),
        ),
        timeoutMs,
      )
    },
  }
}

/** The request goes on after the limit, and nobody waits for it: it may have gone out. */
async function withinLimit(answer: Promise<SendResult>, timeoutMs: number): Promise<SendResult> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<SendResult>((resolve) => {
    timer = setTimeout(() => {
      resolve(undecided('time-out'))
    }, timeoutMs)
  })
  try {
    return await Promise.race([answer, limit])
  } finally {
    clearTimeout(timer)
  }
}

export const africasTalking: Sender = {
  name,
  connect: (account, timeoutMs) => africasTalkingGateway({ ...z.parse(Account, account), timeoutMs }),
  unused: unusedModules,
}
