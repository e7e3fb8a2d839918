import { randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import type { SendResult } from '../../../core/notices/gateway.ts'
import type { SmsGateway } from '../../../core/ports/gateway.ts'
import type { Sender } from '../gateway.ts'
import { parseJson } from '../json.ts'
import { shortId } from '../read-sms.ts'
import { httpAnswer, neverAsked, refused, troubleOf, undecided } from '../sending.ts'
import { name } from './name.ts'
import { addressOf, bodyOf, contentTypes, isBody, names, strangersIn } from './template.ts'

const Template = z.string().check(z.refine((text) => strangersIn(text).length === 0, 'names what no SMS has'))

/** Strict: a name mistyped here is an SMS that never leaves. */
const Account = z
  .strictObject({
    /** The address, with the places of a template (`template.ts`). */
    url: Template.check(z.regex(/^https?:\/\//)),
    method: z.enum(['GET', 'POST', 'PUT']),
    /** Beside `content-type`: who we are, where that is no part of the address. */
    headers: z.record(z.string(), z.string()),
    /** Null for a GET. */
    body: z.nullable(z.strictObject({ contentType: z.enum(contentTypes), template: Template })),
    /** Our number, short code or name, for `{{from}}`; null where no template has it. */
    from: z.nullable(z.string()),
    /** What the body of an answer holds where the SMS was taken; null where a 2xx says so. */
    takenWhere: z.nullable(z.string()),
    /** Where an answer holds the gateway's own id (`data.id`); null where reports come by ours, `{{id}}`. */
    idIn: z.nullable(z.string()),
  })
  .check(
    z.refine(({ method, body }) => (method === 'GET') === (body === null), 'a GET has no body, all others have one'),
    z.refine(({ body }) => body === null || isBody(body.template, body.contentType), 'its body is no JSON'),
    z.refine(
      ({ url, body, idIn }) =>
        ['to', 'text', ...(idIn === null ? ['id'] : [])].every((one) => names(url + (body?.template ?? ''), one)),
      'names neither where to, what, nor by which id',
    ),
  )
type Account = z.infer<typeof Account>

interface Tools {
  timeoutMs: number
  newId?: () => string
}

/** Digits that fit 63 bits: some gateways keep a number. */
const newNumber = (): string => (randomBytes(8).readBigUInt64BE() >> 1n).toString()

/** One SMS by whatever HTTP interface its account describes. Never throws; every `reason` is one of our own codes. */
export function genericHttpGateway(account: Account, { timeoutMs, newId = newNumber }: Tools): SmsGateway {
  const { url, method, headers, body, from } = account
  return {
    async send(sms) {
      const never = neverAsked(sms)
      if (never) return never
      const values = { ...sms, from: from ?? '', id: newId() }
      try {
        const answer = await fetch(addressOf(url, values), {
          method,
          headers: body === null ? headers : { ...headers, 'content-type': `${body.contentType}; charset=utf-8` },
          body: body === null ? null : bodyOf(body.template, values, body.contentType),
          signal: AbortSignal.timeout(timeoutMs),
          redirect: 'manual',
        })
        return readAnswer(answer, await answer.text(), values.id, account)
      } catch (error) {
        return troubleOf(error)
      }
    },
  }
}

function readAnswer({ ok, status }: Response, text: string, ours: string, account: Account): SendResult {
  const { takenWhere, idIn } = account
  if (!ok) return httpAnswer(status)
  if (takenWhere !== null && !text.includes(takenWhere)) return refused('not-taken')
  const id = idIn === null ? ours : (parseJson(null, text, new URLSearchParams())[0]?.fields.get(idIn) ?? '')
  return id === '' ? undecided('no-message-id') : { outcome: 'accepted', gateway: name, gatewayMessageId: shortId(id) }
}

export const genericHttp: Sender = {
  name,
  connect: (account, timeoutMs) => genericHttpGateway(z.parse(Account, account), { timeoutMs }),
}
