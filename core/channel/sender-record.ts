import * as z from 'zod/mini'
import { MarkedParts, PartSize } from './sms-part.ts'

/** A question we put to a phone: what it writes next answers it. One a case, the newest. */
const Question = z.object({
  /** `verdict` 1/2/3 on an answer; `question` free words to staff; `caller` who may call; `why` the reason of a verdict. */
  is: z.enum(['verdict', 'question', 'caller', 'why']),
  index: z.number(),
  askedAt: z.string(),
  /** Null while no report of its arrival came: the person may have read it all the same. */
  deliveredAt: z.nullable(z.string()),
})
export type Question = z.infer<typeof Question>

/** One keyed phone fingerprint: what we remember of it, never the number. S2 cases leave no trace here. */
export const SenderRecord = z.object({
  schema: z.number(),
  fingerprint: z.string(),
  version: z.number(),
  language: z.nullable(z.string()),
  optedOut: z.boolean(),
  /** Message keys of the last 48 h and what each was answered; past 200 they go to items of their own. */
  recent: z.record(z.string(), z.object({ at: z.string(), reference: z.nullable(z.string()), outcome: z.string() })),
  /** Live N cases of this phone, oldest first. */
  live: z.array(
    z.object({
      reference: z.string(),
      /** Keyed digest of the exact first words. */
      digest: z.string(),
      openedAt: z.string(),
      question: z.nullable(Question),
      /** Keyed digest of the exact words that last answered a question. */
      replied: z.optional(z.object({ digest: z.string(), at: z.string() })),
    }),
  ),
  /** Those before them, by number alone: STOP and START reach them too. */
  older: z.optional(z.array(z.string())),
  repeats: z.object({ on: z.string(), count: z.number() }),
  helpedOn: z.nullable(z.string()),
  /** The words that came last, and where in their case they end: the next part of a long SMS goes on from there. */
  lastWords: z.optional(
    z.object({
      at: z.string(),
      reference: z.string(),
      /** History index the words are sealed under. */
      index: z.number(),
      /** They were said before, and nothing was kept of them. */
      again: z.boolean(),
      /** Where the last part stands among them. */
      from: z.number(),
      length: z.number(),
      size: PartSize,
      /** Where their gateway marks parts: lengths say nothing then. */
      marked: z.optional(MarkedParts),
    }),
  ),
  /** By which gateway its last message came, and when: that one sends to it. */
  lastBy: z.optional(z.object({ gateway: z.string(), at: z.string() })),
  /** When it had or tried what is limited (`allowances.ts`). */
  spent: z.optional(z.record(z.string(), z.array(z.string()))),
  /** Acknowledgements that leave together: the notice that lists them, and when. */
  lists: z.optional(z.array(z.object({ key: z.string(), at: z.string(), references: z.array(z.string()) }))),
  /** The day a message after STOP was last told why no answer comes. */
  silenceToldOn: z.optional(z.string()),
  /** The day a greeting was last answered. */
  greetedOn: z.optional(z.string()),
  /** Greetings that wait for what they begin, in words of our lists: the next case of this phone keeps them. */
  greeted: z.optional(z.object({ at: z.string(), words: z.array(z.string()) })),
})
export type SenderRecord = z.infer<typeof SenderRecord>
export type LiveCase = SenderRecord['live'][number]

export const newSender = (fingerprint: string, now: string): SenderRecord => ({
  schema: 1,
  fingerprint,
  version: 0,
  language: null,
  optedOut: false,
  recent: {},
  live: [],
  repeats: { on: now.slice(0, 10), count: 0 },
  helpedOn: null,
})
