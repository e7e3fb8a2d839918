import { optOut } from '../core/operations/notices/settle-notice.ts'
import { gatewayRoute } from './gateways/route.ts'
import { gatewayServices } from './wiring/aws-gateways.ts'
import { httpEntry } from './wiring/lambda.ts'
import { type GatewayServices, needsOf } from './wiring/services.ts'

/** Somebody said STOP to their operator. */
export const build = (services: GatewayServices) =>
  gatewayRoute('opt-out', services, async (read, form) => {
    const { nowAt, toPhone, programme } = services
    const phone = read(form, { arrivedAt: nowAt(), toPhone, fields: programme.gateways.fields })
    if (phone) await optOut(phone, needsOf(services))
    return ''
  })

export const handler = httpEntry(() => build(gatewayServices()))
