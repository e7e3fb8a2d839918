import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { type SendResult, senderFor } from '../../../core/notices/gateway.ts'
import { segments } from '../../../core/notices/gsm7.ts'
import type { SmsGateway } from '../../../core/ports/gateway.ts'
import type { Sender } from '../gateway.ts'
import { shortId } from '../read-sms.ts'
import { httpAnswer, neverAsked, refused, troubleOf } from '../sending.ts'
import { access } from './access.ts'
import { idWithParts } from './message-id.ts'
import { name } from './name.ts'

/** Strict: a name mistyped here is an SMS that never leaves. */
const Phone = z.strictObject({
  /** Of its API: `https://SERVER/3rdparty/v1` of a server of our own, `http://PHONE:8080` of the phone itself. */
  url: z.url(),
  username: z.string(),
  password: z.string(),
  auth: z.enum(['basic', 'bearer']),
  /** Which of the phones that one server serves, by the app's own id; null where the address is the phone's. */
  device: z.nullable(z.string()),
  /** Which SIM, 1 to 3; null leaves it to the phone. */
  sim: z.nullable(z.int().check(z.gte(1), z.lte(3))),
})
/** Phones by names of our own, and who sends to which numbers, as in `programme/gateways.ts`. */
const Account = z.strictObject({
  phones: z.record(z.string(), Phone),
  byPrefix: z.record(z.string(), z.string()),
  otherwise: z.string(),
})
type Account = z.infer<typeof Account>

interface Tools {
  timeoutMs: number
  newId?: () => string
  nowMs?: () => number
}

/** A phone that was away so long is asked nothing: it would send later what has been sent otherwise since. */
const activeWithinHours = 2
/** What waits in a phone longer leaves no more, before an SMS of which nobody told anything counts as told. */
const keptSeconds = 12 * 3_600

/** One SMS through the phone that has the SIM of the number's operator. Never throws; every `reason` is one of our own codes. */
export function androidGateway(
  account: Account,
  { timeoutMs, newId = randomUUID, nowMs = Date.now }: Tools,
): SmsGateway {
  const phones = new Map(
    Object.entries(account.phones).map(([phone, own]) => [
      phone,
      { ...own, ask: access({ ...own, url: own.url.replace(/\/$/, '') }, { timeoutMs, nowMs }) },
    ]),
  )
  for (const phone of [account.otherwise, ...Object.values(account.byPrefix)])
    if (!phones.has(phone)) throw new Error('numbers are given to a phone that is not among the phones')

  return {
    async send(sms) {
      const never = neverAsked(sms)
      if (never) return never
      const phone = phones.get(senderFor(sms.to, account))
      if (!phone) return refused('no-phone')
      const id = idWithParts(newId(), segments(sms.text).segments)
      const { device, sim, ask } = phone
      const asked = {
        id,
        textMessage: { text: sms.text },
        phoneNumbers: [sms.to],
        withDeliveryReport: true,
        ttl: keptSeconds,
        ...(device === null ? {} : { deviceId: device }),
        ...(sim === null ? {} : { simNumber: sim }),
      }
      try {
        // Which numbers there are is the operators' business, not that of a library in the phone.
        const query = `skipPhoneValidation=true&deviceActiveWithin=${String(activeWithinHours)}`
        const answer = await ask(`/messages?${query}`, asked)
        return 'outcome' in answer ? answer : readAnswer(answer.status, await answer.text(), id)
      } catch (error) {
        return troubleOf(error)
      }
    },
  }
}

const Taken = z.object({ id: z.string() })

/** 202: it waits to leave (`Pending`). 400 says of what we ask that no phone was there of late. 503: too much waits for it already. */
function readAnswer(status: number, body: string, id: string): SendResult {
  if (status === 202) return { outcome: 'accepted', gateway: name, gatewayMessageId: shortId(idIn(body) ?? id) }
  return status === 400 ? refused('phone-away', true) : httpAnswer(status)
}

/** The id it goes by; where the answer does not say, it is ours. */
function idIn(body: string): string | undefined {
  try {
    return z.safeParse(Taken, JSON.parse(body)).data?.id
  } catch {
    return undefined
  }
}

export const android: Sender = {
  name,
  connect: (account, timeoutMs) => androidGateway(z.parse(Account, account), { timeoutMs }),
}
