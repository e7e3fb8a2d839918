import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { segments } from '../../../core/notices/gsm7.ts'
import type { SendResult } from '../../../core/notices/gateway.ts'
import type { SmsGateway } from '../../../core/ports/gateway.ts'
import type { Sender } from '../gateway.ts'
import { httpAnswer, neverAsked, refused, troubleOf } from '../sending.ts'
import { name } from './name.ts'

/** Strict: a name mistyped here is an SMS that never leaves. */
const Account = z.strictObject({
  /** Of smsbox: `http://10.0.0.5:13013/cgi-bin/sendsms`. */
  url: z.url(),
  username: z.string(),
  password: z.string(),
  /** Our short code or registered name; null leaves it to the operator's connection. */
  from: z.nullable(z.string()),
  /** Of which connection to an operator, by its `smsc-id`; null where there is one, or Kannel routes. */
  smsc: z.nullable(z.string()),
  /** Where Kannel tells what became of an SMS: our own address for deliveries, token included. */
  deliveries: z.url(),
})
type Account = z.infer<typeof Account>

interface Tools {
  timeoutMs: number
  newId?: () => string
}

/** All that Kannel can tell: delivered 1, failed 2, buffered 4, at the operator 8, refused by the operator 16. */
const everyReport = '31'

/**
 * One SMS through smsbox. Kannel sends what it cannot write in the alphabet chosen as `?`, or cuts it, and still says 202: the alphabet
 * is chosen here and the rest is configuration (docs/gateways.md). Never throws; every `reason` is one of our own codes.
 */
export function kannelGateway(account: Account, { timeoutMs, newId = randomUUID }: Tools): SmsGateway {
  return {
    async send(sms) {
      const never = neverAsked(sms)
      if (never) return never
      const id = newId()
      try {
        const answer = await fetch(`${account.url}?${query(sms, id, account).toString()}`, {
          signal: AbortSignal.timeout(timeoutMs),
          redirect: 'manual',
        })
        return readAnswer(answer.status, await answer.text(), id)
      } catch (error) {
        return troubleOf(error)
      }
    },
  }
}

function query({ to, text }: { to: string; text: string }, id: string, account: Account): URLSearchParams {
  const { alphabet, segments: parts } = segments(text)
  const report = new URL(account.deliveries)
  report.searchParams.set('id', id)
  report.searchParams.set('to', to)
  report.searchParams.set('parts', String(parts))
  const fields = new URLSearchParams({
    username: account.username,
    password: account.password,
    to,
    text,
    charset: 'UTF-8',
    coding: alphabet === 'gsm7' ? '0' : '2',
    'dlr-mask': everyReport,
    // Kannel puts its own number for `%d`, so it must not be written any other way.
    'dlr-url': `${report.href}&d=%d`,
  })
  if (account.from !== null) fields.set('from', account.from)
  if (account.smsc !== null) fields.set('smsc', account.smsc)
  return fields
}

/** 202 also where the operator is away (`3: Queued for later delivery`). 403: wrong password. 400: what it says of the number. */
function readAnswer(status: number, body: string, id: string): SendResult {
  if (status === 202) return { outcome: 'accepted', gateway: name, gatewayMessageId: id }
  if (status === 400 && /\bdenied\b/.test(body)) return refused('invalid-number')
  return httpAnswer(status)
}

export const kannel: Sender = {
  name,
  connect: (account, timeoutMs) => kannelGateway(z.parse(Account, account), { timeoutMs }),
}
