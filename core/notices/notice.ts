import * as z from 'zod/mini'
import type { PublicationName } from './publication.ts'
import { fromStored, inKey, type TemplateName } from './template.ts'

/**
 * `waiting` until `sendAt` (quiet hours, a later attempt), `ready` for the sender, `claimed` before the gateway is called,
 * then `sent` (accepted), `undecided` (nobody knows whether it left), and an end: `delivered`, `failed`, `cancelled`, `expired`, or
 * `by-hand`, the list a person works through.
 */
export const noticeStates = [
  'waiting',
  'ready',
  'claimed',
  'sent',
  'undecided',
  'delivered',
  'failed',
  'cancelled',
  'expired',
  'by-hand',
] as const
export const NoticeState = z.enum(noticeStates)
export type NoticeState = z.infer<typeof NoticeState>

export const Recipient = z.union([
  /** The complainant of the case: the number is unsealed at send time. */
  z.object({ to: z.literal('complainant') }),
  /** Whoever wrote to us, about no case: the number is sealed with the notice and goes when it ends. */
  z.object({ to: z.literal('sender'), fingerprint: z.string() }),
  z.object({ to: z.literal('organisation'), id: z.string() }),
  /** Who was invited to work with Jaabi and has not come yet: the number is unsealed at send time. */
  z.object({ to: z.literal('invited'), id: z.string() }),
  z.object({ to: z.literal('topic'), topic: z.string() }),
  /** One of staff, by e-mail: the address is unsealed at send time. */
  z.object({ to: z.literal('member'), id: z.string() }),
])
export type Recipient = z.infer<typeof Recipient>

/** What we send to one person or topic. Holds no words and no number (design §5): both are read at send time. */
export const Notice = z.object({
  schema: z.number(),
  /** Reference, history index, template and recipient: a replay writes the same key, a second answer another one. */
  key: z.string(),
  reference: z.nullable(z.string()),
  index: z.nullable(z.number()),
  template: z.pipe(z.string(), z.transform(fromStored)),
  recipient: Recipient,
  language: z.string(),
  /** Dates and codes the template needs; never words. */
  values: z.record(z.string(), z.nullable(z.string())),
  state: NoticeState,
  version: z.number(),
  createdAt: z.string(),
  sendAt: z.string(),
  /** After this it is of no use any more. */
  useBy: z.string(),
  /** Quiet hours do not hold it: a reply to the person's own message, or life in danger. */
  atOnce: z.boolean(),
  /** Carries an answer or a date: sent again once when nobody knows whether it left. */
  weighty: z.boolean(),
  /** Days on which it was tried: an answer is tried on three. */
  attempts: z.number(),
  /** Calls the gateway refused for now, since the last attempt it took. */
  retries: z.number(),
  attemptAt: z.nullable(z.string()),
  /** By which it was last tried, and of a reply until then by which the message came; null of a topic, and of what was sent before this was written down. */
  gateway: z._default(z.nullable(z.string()), null),
  gatewayMessageId: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  /** Sent a second time after an undecided send: the one window in which a person may get it twice. */
  resent: z.boolean(),
  segments: z.nullable(z.number()),
  /** What it costs each time a gateway takes it, in millionths of the currency; null of what is no SMS, and of what was sent before this was written down. */
  price: z._default(z.nullable(z.object({ currency: z.string(), micros: z.number() })), null),
  endedAt: z.nullable(z.string()),
})
export type Notice = z.infer<typeof Notice>

const recipientKey = (recipient: Recipient): string => {
  if (recipient.to === 'organisation') return `organisation:${recipient.id}`
  if (recipient.to === 'topic') return `topic:${recipient.topic}`
  if (recipient.to === 'member') return `member:${recipient.id}`
  return recipient.to
}

export const noticeKey = (reference: string, index: number | string, template: string, recipient: Recipient): string =>
  `${reference}#${index}#${inKey(template)}#${recipientKey(recipient)}`

export type Plan = Pick<
  Notice,
  'key' | 'reference' | 'index' | 'recipient' | 'language' | 'values' | 'atOnce' | 'weighty' | 'useBy'
> & {
  template: TemplateName | PublicationName | 'mail'
  /** Not before this; quiet hours may push it further. */
  notBefore: string
}

/** A notice as it is first written. */
export function newNotice(plan: Plan, now: string, sendAt: string): Notice {
  const { notBefore: _, ...rest } = plan
  return {
    ...rest,
    schema: 1,
    state: sendAt <= now ? 'ready' : 'waiting',
    version: 1,
    createdAt: now,
    sendAt,
    attempts: 0,
    retries: 0,
    attemptAt: null,
    gateway: null,
    gatewayMessageId: null,
    reason: null,
    resent: false,
    segments: null,
    price: null,
    endedAt: null,
  }
}

const ends: readonly NoticeState[] = ['delivered', 'failed', 'cancelled', 'expired', 'by-hand']
export const hasEnded = ({ state }: Pick<Notice, 'state'>): boolean => ends.includes(state)
