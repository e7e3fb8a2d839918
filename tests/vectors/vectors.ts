import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'

/** One recorded, documented or proposed exchange with Africa's Talking; `expect` is read against its own `basis`. */
const Vector = z.object({
  id: z.string(),
  channel: z.enum(['sms', 'dlr', 'ussd', 'send', 'voice']),
  description: z.string(),
  request: z.object({
    method: z.string(),
    path_hint: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
  }),
  expect: z.looseObject({
    /** `peer-test` and `peer-code` tell another project's choice, `proposed` ours. */
    basis: z.string(),
    outcome: z.string(),
    http_status: z.optional(z.number()),
  }),
  /** What the server knew before. */
  given: z.optional(z.record(z.string(), z.unknown())),
  /** What the gateway answers (channel `send`). */
  upstream: z.optional(
    z.union([
      z.object({ error: z.string() }),
      z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.string() }),
    ]),
  ),
})
export type Vector = z.infer<typeof Vector>

const all = z.array(Vector).parse(JSON.parse(readFileSync(new URL('africastalking.json', import.meta.url), 'utf8')))

export const vectors = (channel: Vector['channel']): Vector[] => all.filter((vector) => vector.channel === channel)
