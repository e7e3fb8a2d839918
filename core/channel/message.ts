import * as z from 'zod/mini'

/** How a message came. `call`, `box`, `face` and `partner` are entered by staff on behalf of the person; a missed call is a `call` too. */
export const channels = ['sms', 'ussd', 'web', 'call', 'box', 'face', 'partner'] as const
export const Channel = z.enum(channels)
export type Channel = z.infer<typeof Channel>

/** What somebody says (`docs/words.md`). */
export const kinds = ['complaint', 'suggestion', 'question', 'observation', 'rumour', 'thanks'] as const
export const Kind = z.enum(kinds)
export type Kind = z.infer<typeof Kind>

/** May we come back to the person, and how. `none` means never a call, an SMS or a visit. */
export const consents = ['sms', 'call-woman', 'call-man', 'call', 'none'] as const
export const Consent = z.enum(consents)
export type Consent = z.infer<typeof Consent>
/** Who may call: anybody, a woman, a man. */
export type Caller = Extract<Consent, 'call' | 'call-woman' | 'call-man'>
/** By the digit of the SMS `callWho`, and of the key of the screen. */
export const callersByDigit = { 1: 'call', 2: 'call-woman', 3: 'call-man' } as const
/** Of a danger that staff write down: what became of the offer of care. */
export const HelpSaid = z.enum(['offered', 'taken', 'declined'])
export type HelpSaid = z.infer<typeof HelpSaid>

/**
 * One raw input, whatever gateway it came through, before it is a case.
 * Nothing after the gateway adapter sees the gateway's own names, codes or `*`-joined text.
 */
export interface Message {
  channel: Channel
  /** Which gateway and account; part of the message key. */
  gateway: string
  account: string
  /** The gateway's own id of this message, else a date of its that nobody can read; null when it sent neither. */
  externalId: string | null
  sender: Sender
  /** The short code or number it was sent to. */
  to: string | null
  /** As it arrived: never trimmed or normalised (control characters included). */
  text: string
  /** Which part of one long SMS this is, where the gateway says so and there are several: `at` from 1. */
  part: { of: string; at: number; total: number } | null
  /** What the gateway says, kept but never trusted for deadlines. */
  providerAt: string | null
  arrivedAt: string
  networkCode: string | null
  /** Oddities seen while parsing (`no-id`, `odd-date`, `bad-encoding`, …); codes only. */
  flags: string[]
  /** The body as received when parsing lost something (bad encoding, missing fields), else null. */
  raw: string | null
}

/** Who sent it. Only a `phone` can be answered; `phone` is E.164 then. */
export type Sender =
  { is: 'phone'; phone: string } | { is: 'short-code' | 'name' | 'unknown'; phone: null; raw: string }

/** What a gateway tells of one SMS we sent. */
export interface Delivery {
  /** Two gateways may use the same id. */
  gateway: string
  gatewayMessageId: string
  /** Order of progress: sent < delivered|failed; the first final state wins. */
  state: 'sent' | 'delivered' | 'failed'
  final: boolean
  /** Why it failed; of one that arrived, `unconfirmed` where its first part alone told. */
  reason: string | null
  phone: string | null
  /** Which part of a long SMS it tells of, where a gateway tells of each: all are needed. `key` stays the same when it is told again. */
  part?: { key: string; of: number } | null
  arrivedAt: string
}
