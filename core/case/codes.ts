import * as z from 'zod/mini'
import { Channel, Consent, Kind } from '../channel/message.ts'
import { PlaceRef } from '../places/place-ref.ts'
import { VillageRef } from '../places/village-ref.ts'

/** The clocks a history speaks of. */
export const clock = z.enum(['read', 'assess', 'act', 'answer', 'refer', 'tell', 'call', 'judge', 'sort'])
/** For what a case went up before the promised date; that date stands, and nothing new is promised. */
export const Early = z.enum(['act', 'answer', 'hand-over', 'call'])
export type Early = z.infer<typeof Early>
/** The verdict: solved, in part, not. */
export const score = z.union([z.literal(1), z.literal(2), z.literal(3)])
export const outcomes = ['resolved', 'partly', 'refused', 'information', 'out-of-scope', 'withdrawn'] as const
/** What the words suggested when they came. */
export const suggested = z.object({
  place: z.nullable(PlaceRef),
  category: z.nullable(z.string()),
  sensitive: z.boolean(),
  /** The words may mean a danger to life; what sort of message they are; that too few of them are known. Where they do. */
  level: z.optional(z.literal('N2')),
  kind: z.optional(Kind),
  unread: z.optional(z.boolean()),
})

/** Where it was: a place, and the village in it, of what is ordinary alone. */
export const where = { place: z.optional(PlaceRef), village: z.optional(VillageRef) } as const

/** What is known of a case the moment it comes. */
export const received = {
  channel: Channel,
  kind: Kind,
  language: z.string(),
  /** When the person spoke; paper arrives late, so it may be before `at`. All clocks run from it. */
  receivedAt: z.string(),
  lane: z.enum(['N', 'P', 'S1', 'S2']),
  suggested,
  /** Version of the service standards in force, kept for the life of the case. */
  standards: z.string(),
  /** The promised date, null for S and thanks. */
  promisedAt: z.nullable(z.string()),
  consent: Consent,
  phone: z.boolean(),
  /** Still inside a USSD session: the sweep completes it three minutes later if the session is cut. */
  inSession: z.optional(z.boolean()),
  /** The intake point. */
  source: z.optional(z.string()),
  onBehalf: z.optional(z.string()),
  callMe: z.optional(z.boolean()),
  ...where,
  flags: z.optional(z.array(z.string())),
  /** Of a report of danger: names drawn by chance for the phone and the address it came from, good for a day. */
  sources: z.optional(z.array(z.string())),
  /** Cases whose question it may answer, where nobody can tell which. */
  mayReplyTo: z.optional(z.array(z.string())),
} as const

/** `micros` are millionths of a currency: whole numbers that add up without a rest. */
export const microsPerUnit = 1_000_000

/** What SMS cost: `sms` as gateways took them. */
export const Cost = z.object({ currency: z.string(), micros: z.number(), sms: z.number(), segments: z.number() })
export type Cost = z.infer<typeof Cost>

/** By what a flood is known: a number typed again and again, the same words from one address, one address whatever it says. */
export const FloodSource = z.enum(['phone', 'words', 'address'])
export type FloodSource = z.infer<typeof FloodSource>
/** One of many that came from one source on the web; `group` is the reference of the first. It keeps its owner and its clocks. */
export const flooded = { group: z.string(), from: FloodSource } as const
