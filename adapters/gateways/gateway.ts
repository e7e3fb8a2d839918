import type { Delivery, Message } from '../../core/channel/message.ts'
import type { UssdHop } from '../../core/channel/ussd/hop.ts'
import type { GatewayChoice } from '../../core/notices/gateway.ts'
import type { SmsGateway } from '../../core/ports/gateway.ts'
import type { Form } from './form.ts'

/** What the callback itself does not say. `toPhone` reads a written number as E.164 or null. */
export interface Arrival {
  arrivedAt: string
  toPhone: (written: string) => string | null
  /** How the programme names the fields of the gateways that leave it to us. */
  fields?: GatewayChoice['fields']
}

export interface SmsArrival extends Arrival {
  account: string
  /** Our short codes, numbers and sender names: what comes from them is our own echo. */
  ownNumbers: readonly string[]
}

/** `abandoned`: the person left, or the time ran out, while input was expected. `finished` does not say a case exists. */
export type UssdEndStatus = 'finished' | 'abandoned' | 'failed' | 'unknown'

/** How each callback is read into our own words. The names are the last part of its address. */
interface Readers {
  /** `self-loop`: we wrote it ourselves. `nothing`: no field holds anything. All else is a message, however odd. */
  sms: (form: Form, arrival: SmsArrival) => Message | 'self-loop' | 'nothing'
  /** Null when nothing may change: no id to match, or a status nobody has documented. */
  delivery: (form: Form, arrival: Arrival) => Delivery | null
  /** The phone that no longer wants our SMS. */
  'opt-out': (form: Form, arrival: Arrival) => string | null
  /** Null when there is nobody to talk to: no session, or no phone. */
  ussd: (form: Form, arrival: Arrival) => UssdHop | null
  /** A session is over, however. */
  'ussd-end': (form: Form) => { sessionId: string; status: UssdEndStatus } | null
  /** Somebody rings one of our lines: who, null where nobody new does, and what ends the call before it costs them anything. */
  voice: (form: Form, arrival: SmsArrival) => { call: Message | null; answer: string }
}
export type Callback = keyof Readers

/** How its fields come: a form or JSON in a `POST` (of JSON each by its path, `json.ts`), a query in a `GET` (`parseQuery`). */
type Carrying = { by: 'POST'; json?: true } | { by: 'GET'; json?: never }

/** A call as its gateway may have signed it: the body as it came, at the instant it came. */
export interface Call {
  headers: Pick<Headers, 'get'>
  body: string
  at: string
}

/**
 * A gateway as it calls us: its name in the address, how it carries the fields, and a reader for each callback it has. Whoever asks by GET
 * sends the answer on to the phone, and whoever brings JSON may: there is none. With `signed` the token alone is no proof: the call is
 * signed with one of the keys made of it (`signingKeys`).
 */
export type Receiver = { name: string; signed?: (call: Call, keys: readonly string[]) => boolean } & Carrying &
  Partial<Readers>
export type Reader<What extends Callback> = NonNullable<Receiver[What]>

/** A gateway as we call it. */
export interface Sender {
  name: string
  /** By its account, which nobody but the gateway's own folder can read; throws on anything else. */
  connect: (account: unknown, timeoutMs: number) => SmsGateway
  /** Modules its SDK loads and sending never uses, and the file that stands for each in the bundle, from the root of the sources. */
  unused?: Readonly<Record<string, string>>
}
