import { parseOptOut } from '../adapters/africastalking/inbound.ts'
import { optOut } from '../core/operations/settle-notice.ts'
import { gatewayRoute } from './http/gateway-route.ts'
import { gatewayServices } from './wiring/aws.ts'
import { httpEntry } from './wiring/lambda.ts'
import { type GatewayServices, needsOf } from './wiring/services.ts'

/** Somebody said STOP to their operator. */
export const build = (services: GatewayServices) =>
  gatewayRoute('opt-out', services, async (form) => {
    const phone = parseOptOut(form, { toPhone: services.toPhone })
    if (phone) await optOut(phone, needsOf(services))
    return { text: '' }
  })

export const handler = httpEntry(() => build(gatewayServices()))
