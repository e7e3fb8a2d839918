import * as z from 'zod/mini'
import type { Credit, SendResult } from '../../../core/notices/gateway.ts'
import type { SmsGateway } from '../../../core/ports/gateway.ts'
import type { Sender } from '../gateway.ts'
import { neverAsked, refused, troubleOf } from '../sending.ts'
import { readAnswer } from './answer.ts'
import { creditIn } from './credit.ts'
import { keptToken } from './kept-token.ts'
import { name } from './name.ts'

/** Strict: a name mistyped here is an SMS that never leaves. */
const Account = z.strictObject({
  clientId: z.string(),
  clientSecret: z.string(),
  /** The number of the country, `+2230000` for Mali, or the short code: what Orange calls `senderAddress`. */
  senderAddress: z.string().check(z.regex(/^\+\d+$/)),
  /** A name Orange has registered for us; null shows its own. */
  senderName: z.nullable(z.string()),
  /** Staff are told when the bundle holds fewer SMS than this. */
  warnBelow: z.number(),
  /** Where, when not at Orange: the stand-in. */
  url: z.optional(z.url()),
})
type Account = z.infer<typeof Account>

interface Tools {
  timeoutMs: number
  nowMs?: () => number
}

/** One SMS through Orange's API, with a token that is kept. Never throws; every `reason` is one of our own codes. */
export function orangeSmsGateway(account: Account, { timeoutMs, nowMs = Date.now }: Tools): SmsGateway {
  const url = account.url ?? 'https://api.orange.com'
  // A token and an SMS in the time of one call.
  const halfMs = timeoutMs / 2
  const tokens = keptToken({ ...account, url }, { timeoutMs: halfMs, nowMs })

  /** Asks with a token; refused before its end, once more with another. Of the second refusal it is what it says. */
  async function ask(path: string, init: RequestInit): Promise<Response | SendResult> {
    for (let renewed = false; ; renewed = true) {
      const kept = await tokens.get()
      if ('outcome' in kept) return kept
      const answer = await fetch(url + path, {
        ...init,
        headers: {
          authorization: `Bearer ${kept.token}`,
          'content-type': 'application/json',
          accept: 'application/json',
        },
        signal: AbortSignal.timeout(halfMs),
        redirect: 'manual',
      })
      if (answer.status !== 401) return answer
      tokens.forget(kept.token)
      if (renewed) return refused('http-401')
    }
  }

  return {
    async send(sms) {
      const never = neverAsked(sms)
      if (never) return never
      const sender = encodeURIComponent(`tel:${account.senderAddress}`)
      try {
        const body = JSON.stringify(requestOf(sms, account))
        const answer = await ask(`/smsmessaging/v1/outbound/${sender}/requests`, { method: 'POST', body })
        return 'outcome' in answer ? answer : readAnswer(answer.status, await answer.text())
      } catch (error) {
        return troubleOf(error)
      }
    },
    async credit(): Promise<Credit | null> {
      try {
        const answer = await ask('/sms/admin/v1/contracts', { method: 'GET' })
        if ('outcome' in answer || !answer.ok) return null
        const credit = creditIn(await answer.json(), new Date(nowMs()).toISOString())
        return credit && { ...credit, warnBelow: account.warnBelow }
      } catch {
        return null
      }
    },
  }
}

const requestOf = ({ to, text }: { to: string; text: string }, { senderAddress, senderName }: Account) => ({
  outboundSMSMessageRequest: {
    address: `tel:${to}`,
    senderAddress: `tel:${senderAddress}`,
    outboundSMSTextMessage: { message: text },
    ...(senderName === null ? {} : { senderName }),
  },
})

export const orangeSms: Sender = {
  name,
  connect: (account, timeoutMs) => orangeSmsGateway(z.parse(Account, account), { timeoutMs }),
}
