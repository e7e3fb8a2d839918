import { recordDelivery } from '../core/operations/notices/settle-notice.ts'
import { gatewayRoute } from './gateways/route.ts'
import { gatewayServices } from './wiring/aws-gateways.ts'
import { httpEntry } from './wiring/lambda.ts'
import { type GatewayServices, needsOf } from './wiring/services.ts'

/** The gateway tells what became of an SMS of ours. */
export const build = (services: GatewayServices) =>
  gatewayRoute('delivery', services, async (read, form) => {
    const { nowAt, toPhone, programme } = services
    const delivery = read(form, { arrivedAt: nowAt(), toPhone, fields: programme.gateways.fields })
    if (delivery) await recordDelivery(delivery, needsOf(services))
    return ''
  })

export const handler = httpEntry(() => build(gatewayServices()))
