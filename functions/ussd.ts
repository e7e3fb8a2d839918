import { createHmac } from 'node:crypto'
import { excuseScreen, takeUssdHop } from '../core/operations/intake/take-ussd-hop.ts'
import { gatewayRoute } from './gateways/route.ts'
import { gatewayServices } from './wiring/aws-gateways.ts'
import { httpEntry } from './wiring/lambda.ts'
import { reading } from './wiring/reading.ts'
import { type GatewayServices, needsOf, type ReadsWords } from './wiring/services.ts'

/** One screen of a USSD session. Whatever breaks or dawdles behind it, the phone gets a screen and HTTP 200. */
export const build = (services: GatewayServices & ReadsWords) =>
  gatewayRoute(
    'ussd',
    services,
    async (read, form) => {
      const hop = read(form, { arrivedAt: services.nowAt(), toPhone: services.toPhone })
      if (!hop) return excuseScreen('trouble', needsOf(services))
      const [key = ''] = await services.vault.fingerprints(`session:${hop.phone}`)
      const keyed = `${key}#${hop.sessionId}`
      const digest = (typed: string): string => createHmac('sha256', keyed).update(typed).digest('base64url')
      return takeUssdHop(hop, digest, needsOf(services))
    },
    {
      trouble: () => excuseScreen('trouble', needsOf(services)),
      tooLong: () => excuseScreen('too-long', needsOf(services)),
    },
  )

export const handler = httpEntry(() => build({ ...gatewayServices(), ...reading }))
