import { endUssdSession } from '../core/operations/intake/take-ussd-hop.ts'
import { gatewayRoute } from './gateways/route.ts'
import { gatewayServices } from './wiring/aws-gateways.ts'
import { httpEntry } from './wiring/lambda.ts'
import { type GatewayServices, needsOf } from './wiring/services.ts'

/** A USSD session is over. It repeats everything typed: nothing of it is kept here. */
export const build = (services: GatewayServices) =>
  gatewayRoute('ussd-end', services, async (read, form) => {
    const end = read(form)
    if (end) await endUssdSession(end.sessionId, end.status !== 'finished', needsOf(services))
    return ''
  })

export const handler = httpEntry(() => build(gatewayServices()))
