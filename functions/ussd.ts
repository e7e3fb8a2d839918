import { createHmac } from 'node:crypto'
import { parseUssd } from '../adapters/gateways/africastalking/receive.ts'
import { classifyHop, type SeenHop, splitTyped } from '../adapters/gateways/africastalking/ussd-hops.ts'
import { type HopReading, takeUssdHop, troubleScreen } from '../core/operations/intake/take-ussd-hop.ts'
import { gatewayRoute } from './gateways/route.ts'
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

/** One screen of a USSD session. Whatever breaks or dawdles behind it, the phone gets a screen and HTTP 200. */
export const build = (services: GatewayServices) =>
  gatewayRoute(
    'ussd',
    services,
    async (form) => {
      const hop = parseUssd(form, { arrivedAt: services.nowAt(), toPhone: services.toPhone })
      if (!hop) return { text: troubleScreen(needsOf(services)) }
      const [key = ''] = await services.vault.fingerprints(`session:${hop.phone}`)
      return { text: await takeUssdHop(hop, readHop(hop.sessionId, hop.typed, key), needsOf(services)) }
    },
    () => troubleScreen(needsOf(services)),
  )

export const handler = httpEntry(() => build(gatewayServices()))
