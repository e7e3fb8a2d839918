import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseUssd } from '../adapters/africastalking/inbound.ts'
import { classifyHop, type SeenHop, splitTyped } from '../adapters/africastalking/ussd-hops.ts'
import { type HopReading, takeUssdHop, troubleScreen } from '../core/operations/take-ussd-hop.ts'
import { gatewayRoute } from './http/gateway-route.ts'
import { gatewayServices } from './wiring/aws.ts'
import { httpEntry } from './wiring/lambda.ts'
import { type GatewayServices, needsOf } from './wiring/services.ts'

/** Reads the cumulative text of a hop. The digest is keyed by the session, so that it says nothing of the words elsewhere. */
function readHop(sessionId: string, typed: string, key: string) {
  const digest = (text: string): string => createHmac('sha256', `${key}#${sessionId}`).update(text).digest('base64url')
  return (seen: readonly SeenHop[]): HopReading => ({
    ...classifyHop(seen, typed, digest),
    all: splitTyped(typed),
    seen: { length: typed.length, digest: digest(typed) },
  })
}

/** The gateway closes the session after 10 s and AWS this function after 5: before that, the phone gets a screen. */
const answerWithinMs = 4_000

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  const timer = new AbortController()
  const late = sleep(limitMs, undefined, { signal: timer.signal }).then(() => {
    throw new Error('no screen in time')
  })
  return Promise.race([work, late]).finally(() => {
    timer.abort()
  })
}

/** One screen of a USSD session. Whatever breaks or dawdles behind it, the phone gets a screen and HTTP 200. */
export const build = (services: GatewayServices, limitMs = answerWithinMs) =>
  gatewayRoute(
    'ussd',
    services,
    async (form) => {
      const hop = parseUssd(form, { arrivedAt: services.nowAt(), toPhone: services.toPhone })
      if (!hop) return { text: troubleScreen(needsOf(services)) }
      const screen = async () => {
        const [key = ''] = await services.vault.fingerprints(`session:${hop.phone}`)
        return takeUssdHop(hop, readHop(hop.sessionId, hop.typed, key), needsOf(services))
      }
      return { text: await within(limitMs, screen()) }
    },
    () => troubleScreen(needsOf(services)),
  )

export const handler = httpEntry(() => build(gatewayServices()))
