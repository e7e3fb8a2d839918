import * as z from 'zod/mini'
import { Kind } from '../message.ts'
import { keypadScreens } from '../questions.ts'

/** Where a person stands. `answer` is between two pages of an answer, `done` after a follow-up or a failure. */
const steps = [
  'home',
  'language',
  'words',
  'call-who',
  'consent',
  'consent-stopped',
  'place',
  ...keypadScreens,
  'sensitive',
  'call',
  'follow-up',
  'answer',
  'verdict',
  'why',
  'reply',
  'caller',
  'receipt',
  'receipt-thanks',
  'receipt-call',
  'receipt-protection',
  'receipt-reply',
  'done',
] as const

const Ask = z.object({ reference: z.string(), is: z.enum(['verdict', 'words', 'caller']) })

/** What a session remembers between two screens: codes only, never words or the number of a phone. */
export const UssdState = z.object({
  step: z.enum(steps),
  language: z.string(),
  kind: z.nullable(Kind),
  lane: z.enum(['ordinary', 'integrity', 'protection']),
  /** The case this session opened, or the one it follows up. */
  reference: z.nullable(z.string()),
  /** This phone said STOP: SMS only if it takes that back in so many words. */
  stopped: z.optional(z.boolean()),
  /** The words of that case may mean a danger to life. */
  danger: z.optional(z.boolean()),
  /** The promised day, `dd/mm`; null where nothing is promised. */
  date: z.nullable(z.string()),
  /** A question of ours that is open to this phone, or that the answer just read out asks. */
  ask: z.optional(Ask),
  /** Further ones: whoever leaves the first finds the next in its place. */
  asks: z.optional(z.array(Ask)),
  /** Page of the place menu or of a long answer, from 0. */
  page: z.number(),
})
export type UssdState = z.infer<typeof UssdState>
export type Ask = z.infer<typeof Ask>
export type Step = UssdState['step']
