import { parseSms } from '../adapters/gateways/africastalking/receive.ts'
import { receiveMessage } from '../core/operations/intake/receive-message.ts'
import { gatewayRoute } from './gateways/route.ts'
import { gatewayServices } from './wiring/aws.ts'
import { httpEntry } from './wiring/lambda.ts'
import { type GatewayServices, needsOf } from './wiring/services.ts'

/** An SMS arrives. It is in the table before the answer goes out. */
export const build = (services: GatewayServices) =>
  gatewayRoute('sms', services, async (form) => {
    const { programme, toPhone, nowAt } = services
    const ownNumbers = [programme.settings.smsShortCode, form.fields.get('to') ?? null].filter((own) => own !== null)
    const message = parseSms(form, { arrivedAt: nowAt(), toPhone, account: programme.id, ownNumbers })
    if (message === 'self-loop' || message === 'nothing') return { text: '' }
    const { reference } = await receiveMessage(message, needsOf(services))
    return { text: reference ?? '' }
  })

export const handler = httpEntry(() => build(gatewayServices()))
