import * as z from 'zod/mini'

/** What left by one gateway on one day of the programme, and what did not. */
export const GatewayDay = z.object({
  on: z.string(),
  sent: z.number(),
  segments: z.number(),
  /** Sends that failed, by code. */
  failures: z.record(z.string(), z.number()),
})
export type GatewayDay = z.infer<typeof GatewayDay>

/** Why a person stopped the sends of a gateway, or lets it send again. */
export const switchReasons = ['outage', 'operator', 'price', 'spoiled', 'trial', 'settled', 'other'] as const
export const SwitchReason = z.enum(switchReasons)
export type SwitchReason = z.infer<typeof SwitchReason>

/** What is known of one gateway: counts and instants, no number and no text. Whoever changes it does so on the version it read. */
export const GatewayState = z.object({
  gateway: z.string(),
  version: z.number(),
  /** Sends that failed for a reason of its own since it last took one. */
  inARow: z.number(),
  /** The last minutes: how many sends were tried since, and how many of them failed so. */
  recent: z.object({ since: z.string(), tried: z.number(), failed: z.number() }),
  /** While others send in its place. One SMS is tried by it when `trialAt` has come. */
  failing: z.nullable(z.object({ since: z.string(), reason: z.string(), trialAt: z.string(), trials: z.number() })),
  /** While a person keeps it from sending. */
  off: z.nullable(z.object({ at: z.string(), by: z.string(), reason: SwitchReason })),
  /** A message that one of our SMS answered. */
  lastInAt: z.nullable(z.string()),
  lastOutAt: z.nullable(z.string()),
  /** The last days it was asked to send on, newest first. With more of them the item would cost twice as much to write. */
  days: z.array(GatewayDay),
  /** What left in the newest month (`2027-06`) it sent in: no day that is no longer kept is needed for it. */
  month: z._default(z.object({ of: z.string(), segments: z.number() }), { of: '', segments: 0 }),
  /** SMS whose report is waited for, by the hour they left in (`2027-06-07T09`, UTC), while nobody has looked which came. */
  awaited: z.record(z.string(), z.number()),
})
export type GatewayState = z.infer<typeof GatewayState>

const emptyDay = (on: string): GatewayDay => ({ on, sent: 0, segments: 0, failures: {} })

export const newGatewayState = (gateway: string, now: string): GatewayState => ({
  gateway,
  version: 0,
  inARow: 0,
  recent: { since: now, tried: 0, failed: 0 },
  failing: null,
  off: null,
  lastInAt: null,
  lastOutAt: null,
  days: [],
  month: { of: '', segments: 0 },
  awaited: {},
})

/** So many days are kept. */
export const daysKept = 7

/** The day it is counted in now, and those before it. */
export const dayOn = ({ days }: GatewayState, on: string): { day: GatewayDay; before: readonly GatewayDay[] } => ({
  day: days.find((one) => one.on === on) ?? emptyDay(on),
  before: days.filter((one) => one.on !== on),
})

/** What happened to a gateway: it fails, or answers again; a person turned it off, or on; its reports stopped, or came again. */
export const gatewayEvents = ['failing', 'answers', 'off', 'on', 'reports-stopped', 'reports-back'] as const
export const GatewayEvent = z.object({
  at: z.string(),
  gateway: z.string(),
  what: z.enum(gatewayEvents),
  /** A code of a failed send, or a person's reason. */
  reason: z.nullable(z.string()),
  /** Which person; null where a rule did it. */
  by: z.nullable(z.string()),
})
export type GatewayEvent = z.infer<typeof GatewayEvent>
